import Vocabulary

/// An XML text under construction, in UTF-8, handed to a sink by pieces.
///
/// Nothing is handed over before ``flush(ifAtLeast:)``, so that what was begun can be taken back.
struct XMLOutput {
  /// Receives the pieces, in order.
  typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private var bytes: [UInt8] = []
  private let sink: Sink

  init(sink: @escaping Sink) {
    self.sink = sink
    bytes.reserveCapacity(96 * 1024)
  }

  /// Where the text stands, to come back to with ``takeBack(to:)``.
  var mark: Int { bytes.count }

  /// What has been written and not yet handed over.
  var unsent: [UInt8] { bytes }

  mutating func takeBack(to mark: Int) { bytes.removeLast(bytes.count - mark) }

  /// Hands the text over once it holds at least `size` bytes.
  mutating func flush(ifAtLeast size: Int) throws {
    guard bytes.count >= size, !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes { try sink($0) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Markup, written as it is.
  mutating func markup(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Markup put together from parts of ours, written as it is.
  mutating func markup(verbatim text: String) { bytes.append(contentsOf: text.utf8) }

  /// A whole number.
  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// A non-negative amount, in euros with two decimals.
  mutating func euros(_ amount: Cents) { hundredths(amount.rawValue) }

  /// Hundredths as a decimal number: 8 000 gives `80.00`.
  mutating func hundredths(_ value: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var left = value.magnitude
      var start = digits.count
      // Two decimals and one digit of euros at least.
      while left > 0 || digits.count - start < 4 {
        start -= 1
        if digits.count - start == 3 {
          digits[start] = UInt8(ascii: ".")
        } else {
          digits[start] = UInt8(ascii: "0") + UInt8(left % 10)
          left /= 10
        }
      }
      bytes.append(contentsOf: digits[start...])
    }
  }

  /// A day, `AAAA-MM-JJ`.
  mutating func day(_ day: Day) {
    padded(day.year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    padded(day.month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    padded(day.day, width: 2)
  }

  /// A text, escaped so that every reader gets the same characters back.
  ///
  /// - Returns: the first character that XML 1.0 forbids; what was written is then unfinished.
  mutating func text(_ text: String, inAttribute: Bool) -> UInt32? {
    var text = text
    return text.withUTF8 { escape($0, inAttribute: inAttribute) }
  }

  private mutating func padded(_ number: Int, width: Int) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) -> UInt32? {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0xEF || Self.isMarkup(byte) else { continue }
      if byte == 0xEF {
        if let scalar = Self.nonCharacter(text, at: index) { return scalar }
        continue
      }
      guard let replacement = Self.replacement(for: byte, inAttribute: inAttribute) else {
        if byte == 0x0A || byte == 0x09 { continue }
        return UInt32(byte)
      }
      bytes.append(contentsOf: text[start..<index])
      markup(replacement)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    return nil
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private static func replacement(for byte: UInt8, inAttribute: Bool) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x0D: "&#13;"
    case 0x09 where inAttribute: "&#9;"
    case 0x0A where inAttribute: "&#10;"
    default: nil
    }
  }

  /// U+FFFE and U+FFFF, the only forbidden characters beyond the control ones.
  private static func nonCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else {
      return nil
    }
    return 0xFFC0 + UInt32(text[index + 2] & 0x3F)
  }
}
