public import Contract
import Forms
public import Store
import Vocabulary

extension FormLibrary {
  /// Writes a dossier in another format, losing nothing but comments and layout.
  ///
  /// Wrong answers are kept as they are: a draft may be converted. Only what has no place in the form
  /// refuses.
  ///
  /// - Parameters:
  ///   - file: the dossier, in any format.
  ///   - format: the format to write.
  /// - Returns: the bytes of the converted file.
  /// - Throws: ``Refusal`` with every finding, ``DeskError``.
  public func convert(_ file: SourceFile, to format: ReceivedFormat) throws -> [UInt8] {
    let (filled, edition) = try filledForm(in: file)
    return try write(filled, edition: edition, as: format)
  }

  /// The format that a file name asks for.
  ///
  /// - Throws: ``DeskError`` for a name that announces none.
  public static func format(askedBy name: String) throws -> ReceivedFormat {
    guard let format = ReceivedFormat.named(name) else {
      throw DeskError.misused(
        "Le nom « \(name) » n’annonce aucun format de dossier.",
        remedy: "Terminez-le par .yaml, .json, .xml ou .ods.")
    }
    return format
  }
}
