/// The international number of an account held in France (ISO 13616-1).
///
/// `FR`, two check digits, then the national account with its own key. Both keys are checked: a
/// number can satisfy the international one and fail the national one.
public struct FrenchIBAN: TypedIdentifier {
  public static let frenchName = "IBAN français"
  public static let source: LegalSource = "ISO 13616-1 ; clé ISO/IEC 7064 (mod 97-10) et clé RIB"
  public static let example = "FR76 3000 6000 0112 3456 7890 189"

  /// The twenty-seven characters.
  public let text: String

  private static let shape = Shape(
    "FR999999999999XXXXXXXXXXX99", spaces: .understood,
    expected: "27 caractères sont attendus, en majuscules, commençant par FR et 2 chiffres")

  /// Reads twenty-seven characters; spaces are understood.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    guard Self.checkDigitsHold(bytes) else { throw .wrongKey("la clé de l’IBAN") }
    _ = try RIB(String(decoding: bytes.dropFirst(4), as: UTF8.self))
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The national account.
  public var rib: RIB { RIB(of: self) }

  /// Groups of four: `FR76 3000 6000 0112 3456 7890 189`.
  public var french: String { text.inGroups(of: 4) }

  private static func checkDigitsHold(_ bytes: [UInt8]) -> Bool {
    let remainder = (bytes.dropFirst(4) + bytes.prefix(4)).reduce(0) { sum, byte in
      byte.isDigit
        ? (sum * 10 + byte.digitValue) % 97
        : (sum * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
    }
    // The norm subtracts from 98, so 00, 01 and 99 are never given though they leave 1 as well.
    guard let given = Int(tens: bytes[2], units: bytes[3]) else { return false }
    return remainder == 1 && (2...98).contains(given)
  }
}
