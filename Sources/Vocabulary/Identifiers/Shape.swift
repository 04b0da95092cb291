/// The shape of a fixed-length identifier, one symbol a character.
///
/// `9` stands for an ASCII digit, `A` for an ASCII capital, `X` for either; any other symbol stands
/// for itself.
struct Shape: Sendable {
  /// Whether a person may put spaces between groups.
  enum Spaces: Sendable { case understood, refused }

  private let alternatives: [[UInt8]]
  private let spaces: Spaces
  private let expected: String

  /// Takes one or several patterns, and what is awaited in French for the message.
  init(_ patterns: String..., spaces: Spaces = .refused, expected: String) {
    alternatives = patterns.map { Array($0.utf8) }
    self.spaces = spaces
    self.expected = expected
  }

  /// The bytes of a typed text, without spaces where they are understood.
  ///
  /// - Throws: ``InvalidIdentifier/empty`` or ``InvalidIdentifier/malformed(expected:)``.
  func bytes(of typed: String) throws(InvalidIdentifier) -> [UInt8] {
    let bytes = spaces == .understood ? typed.bytesWithoutSpaces : Array(typed.utf8)
    guard !bytes.isEmpty else { throw .empty }
    guard alternatives.contains(where: { Self.fits(bytes, $0) }) else {
      throw .malformed(expected: expected)
    }
    return bytes
  }

  private static func fits(_ bytes: [UInt8], _ symbols: [UInt8]) -> Bool {
    guard bytes.count == symbols.count else { return false }
    return zip(bytes, symbols).allSatisfy { byte, symbol in
      switch symbol {
      case UInt8(ascii: "9"): byte.isDigit
      case UInt8(ascii: "A"): byte.isCapital
      case UInt8(ascii: "X"): byte.isDigit || byte.isCapital
      default: byte == symbol
      }
    }
  }
}
