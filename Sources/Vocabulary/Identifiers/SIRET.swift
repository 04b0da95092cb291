/// The number of an establishment in the SIRENE register: a SIREN and five more digits.
///
/// The Luhn formula holds on the fourteen digits and on the first nine. La Poste outgrew it: its
/// establishments, head office apart, have digits whose plain sum is a multiple of five.
public struct SIRET: TypedIdentifier {
  public static let frenchName = "numéro SIRET"
  public static let source: LegalSource = "Code de commerce, art. R. 123-221 ; clé ISO/IEC 7812-1"
  public static let example = "73282932000074"

  /// The fourteen digits.
  public let text: String

  private static let shape = Shape(
    "99999999999999", spaces: .understood, expected: "14 chiffres sont attendus")
  private static let laPoste = Array("356000000".utf8)
  private static let laPosteHeadOffice = Array("35600000000048".utf8)

  /// Reads fourteen digits; spaces are understood.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let digits = try Self.shape.bytes(of: typed)
    _ = try SIREN(String(decoding: digits.prefix(9), as: UTF8.self))
    guard Self.keyHolds(digits) else { throw .wrongKey("la clé du numéro SIRET") }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// The number of the legal person the establishment belongs to.
  public var siren: SIREN { SIREN(of: self) }

  /// Groups of three, then five: `732 829 320 00074`.
  public var french: String { text.inGroups(of: 3, 3, 3, 5) }

  private static func keyHolds(_ digits: [UInt8]) -> Bool {
    guard digits.starts(with: laPoste), digits != laPosteHeadOffice else {
      return Luhn.accepts(digits)
    }
    return digits.reduce(0) { $0 + $1.digitValue }.isMultiple(of: 5)
  }
}
