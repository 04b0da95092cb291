/// A French bank account as written before the IBAN: bank, branch, account number and key.
public struct RIB: TypedIdentifier {
  public static let frenchName = "relevé d’identité bancaire (RIB)"
  public static let source: LegalSource =
    "Comité français d’organisation et de normalisation bancaires, relevé d’identité bancaire"
  public static let example = "30006 00001 12345678901 89"

  /// The twenty-three characters.
  public let text: String

  private static let shape = Shape(
    "9999999999XXXXXXXXXXX99", spaces: .understood,
    expected: "23 caractères sont attendus : banque (5 chiffres), guichet (5 chiffres), "
      + "compte (11 chiffres ou majuscules) et clé (2 chiffres)")

  /// Reads twenty-three characters; spaces are understood.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    let key = Int(tens: bytes[21], units: bytes[22])
    guard key == RIBKey.key(of: bytes.prefix(21)) else { throw .wrongKey("la clé RIB") }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Takes the account found inside an IBAN, already checked.
  init(of iban: FrenchIBAN) { text = String(iban.text.dropFirst(4)) }

  /// Bank, branch, account and key: `30006 00001 12345678901 89`.
  public var french: String { text.inGroups(of: 5, 5, 11, 2) }
}
