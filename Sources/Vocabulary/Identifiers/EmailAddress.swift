/// An e-mail address in the plain form every server accepts.
///
/// A dot-atom of at most 64 bytes, `@`, a domain of at least two labels, 254 bytes in all (RFC 5321,
/// § 4.1.2 and 4.5.3.1; RFC 1035, § 2.3.1). Quoted names, comments, numeric addresses and accents are
/// refused. Case is kept: only the receiving server knows whether it matters.
public struct EmailAddress: TypedIdentifier {
  public static let frenchName = "adresse électronique"
  public static let source: LegalSource = "RFC 5321, § 4.1.2 et 4.5.3.1"
  public static let example = "contact@example.org"

  /// The address as it was typed.
  public let text: String

  private static let atomSigns = Set("!#$%&'*+-/=?^_`{|}~".utf8)

  /// Reads an address; spaces are refused.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = Array(typed.utf8)
    guard !bytes.isEmpty else { throw .empty }
    let halves = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard bytes.count <= 254, halves.count == 2, Self.isMailbox(halves[0]),
      Self.isDomain(halves[1])
    else {
      throw .malformed(expected: "une adresse comme \(Self.example) est attendue, sans accent")
    }
    text = typed
  }

  private static func isMailbox(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 64
      && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { atom in
          !atom.isEmpty && atom.allSatisfy { $0.isLetterOrDigit || atomSigns.contains($0) }
        }
  }

  private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, top.count >= 2 else { return false }
    // A last label that begins with a digit is the end of a numeric address.
    return labels.allSatisfy(isLabel) && top.first?.isDigit == false
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { $0.isLetterOrDigit || $0 == hyphen }
  }
}
