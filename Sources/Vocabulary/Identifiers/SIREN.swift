/// The number of a legal person or of a business in the SIRENE register.
///
/// Nine digits, the last of which satisfies the Luhn formula (Code de commerce, art. R. 123-221).
public struct SIREN: TypedIdentifier {
  public static let frenchName = "numéro SIREN"
  public static let source: LegalSource = "Code de commerce, art. R. 123-221 ; clé ISO/IEC 7812-1"
  public static let example = "732829320"

  /// The nine digits.
  public let text: String

  private static let shape = Shape(
    "999999999", spaces: .understood, expected: "9 chiffres sont attendus")

  /// Reads nine digits; spaces are understood.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let digits = try Self.shape.bytes(of: typed)
    // Nine zeros satisfy the formula; 000325175 is a real business.
    guard digits.contains(where: { $0 != UInt8(ascii: "0") }) else {
      throw .impossible("un numéro SIREN n’est jamais composé que de zéros")
    }
    guard Luhn.accepts(digits) else { throw .wrongKey("la clé du numéro SIREN") }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// Takes the number found inside an establishment's, already checked.
  init(of siret: SIRET) { text = String(siret.text.prefix(9)) }

  /// Groups of three: `732 829 320`.
  public var french: String { text.inGroups(of: 3) }
}
