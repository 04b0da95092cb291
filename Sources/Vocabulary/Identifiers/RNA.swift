/// The number of an association in the national register of associations.
///
/// `W`, a digit, a digit or a capital, seven digits: `W2A1000123` was given in Corsica. Associations
/// under the local law of Alsace-Moselle have none, and the older numbers of the prefectures are not
/// such numbers.
public struct RNA: TypedIdentifier {
  public static let frenchName = "numéro RNA"
  public static let source: LegalSource =
    "Arrêté du 14 octobre 2009 portant création du répertoire national des associations"
  public static let example = "W751100895"

  /// The ten characters.
  public let text: String

  private static let shape = Shape(
    "W9X9999999",
    expected: "la lettre W suivie de 9 chiffres est attendue (le 2e peut être une lettre), "
      + "en majuscules et sans espace")

  /// Reads ten characters.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    text = String(decoding: try Self.shape.bytes(of: typed), as: UTF8.self)
  }
}
