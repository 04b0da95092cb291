/// The code of a bank (ISO 9362).
///
/// Four letters for the bank, two for its country, two characters for the place and, when the branch
/// is named, three more.
public struct BIC: TypedIdentifier {
  public static let frenchName = "code BIC"
  public static let source: LegalSource = "ISO 9362"
  public static let example = "BDFEFRPPCCT"

  /// The eight or eleven characters.
  public let text: String

  private static let shape = Shape(
    "AAAAAAXX", "AAAAAAXXXXX",
    expected: "8 ou 11 caractères sont attendus, en majuscules et sans espace, "
      + "dont 6 lettres pour commencer")

  /// Reads eight or eleven characters.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    text = String(decoding: try Self.shape.bytes(of: typed), as: UTF8.self)
  }
}
