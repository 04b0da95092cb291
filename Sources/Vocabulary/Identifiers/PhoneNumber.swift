/// A French telephone number, kept in its international form (ITU-T E.164).
///
/// Nine significant digits after `0`, `+33` or `0033`, the first not zero (national numbering plan).
/// Whether the number is assigned is not checked; short numbers do not reach a subscriber.
public struct PhoneNumber: TypedIdentifier {
  public static let frenchName = "numéro de téléphone"
  public static let source: LegalSource = "Arcep, plan national de numérotation ; UIT-T E.164"
  public static let example = "01 99 00 12 34"

  /// The international form: `+33199001234`.
  public let text: String

  private static let expected =
    "10 chiffres commençant par 0 sont attendus, ou +33 suivi de 9 chiffres"

  /// Reads a national or international form.
  ///
  /// Spaces, dots and hyphens are understood, and the `(0)` that often follows `+33`.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = typed.bytesWithoutSpaces.filter {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-")
    }
    guard !bytes.isEmpty else { throw .empty }
    let digits = Self.significantDigits(of: bytes[...])
    guard digits.count == 9, digits.allSatisfy(\.isDigit), digits.first != UInt8(ascii: "0") else {
      throw .malformed(expected: Self.expected)
    }
    text = "+33" + String(decoding: digits, as: UTF8.self)
  }

  /// Groups of two, as dialled in France: `01 99 00 12 34`.
  public var french: String { ("0" + text.dropFirst(3)).inGroups(of: 2) }

  /// What follows the prefix; empty when there is none.
  private static func significantDigits(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for prefix in ["+33(0)", "0033(0)", "+33", "0033", "0"] where bytes.starts(with: prefix.utf8) {
      return bytes.dropFirst(prefix.utf8.count)
    }
    return []
  }
}
