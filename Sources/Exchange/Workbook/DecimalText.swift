/// Decimal numbers as texts: what a spreadsheet calls a number never becomes a floating-point one here.
enum DecimalText {
  /// Digits that a spreadsheet keeps of a number; those it writes beyond are noise of its own
  /// (IEEE 754 double precision holds 15 decimal digits, not 17).
  static let significant = 15

  /// The number without exponent, leading or trailing zeros: `1.2E+3` is `1200`.
  ///
  /// - Parameters:
  ///   - text: an XML number (XML Schema, part 2, `double`).
  ///   - shift: how many places the point moves right, 2 for a percentage.
  /// - Returns: `nil` when the text is no finite number, or too long a one.
  static func plain(_ text: String, shift: Int = 0) -> String? {
    guard var number = Parts(text) else { return nil }
    number.point += shift
    return number.plain
  }

  /// Whether a spreadsheet gives the text back as it is from a number cell, trailing zeros apart.
  static func isExact(_ text: String) -> Bool {
    guard let digits = Parts(text)?.digits else { return false }
    let end = digits.lastIndex { $0 != 0x30 } ?? 0
    return digits[...end].drop { $0 == 0x30 }.count <= significant
  }

  /// The digits of a number, and where its point stands among them.
  private struct Parts {
    var isNegative = false
    private(set) var digits: [UInt8] = []
    var point = 0

    init?(_ text: String) {
      var bytes = Array(text.utf8)[...]
      guard (1...400).contains(bytes.count) else { return nil }
      if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
        isNegative = bytes.removeFirst() == UInt8(ascii: "-")
      }
      let whole = Self.takeDigits(&bytes)
      var decimals: [UInt8] = []
      if bytes.first == UInt8(ascii: ".") {
        bytes.removeFirst()
        decimals = Self.takeDigits(&bytes)
      }
      guard !whole.isEmpty || !decimals.isEmpty, let exponent = Self.exponent(bytes) else {
        return nil
      }
      digits = whole + decimals
      point = whole.count + exponent
    }

    private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> [UInt8] {
      let digits = bytes.prefix { (0x30...0x39).contains($0) }
      bytes = bytes.dropFirst(digits.count)
      return Array(digits)
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
      guard let mark = bytes.first else { return 0 }
      guard mark | 0x20 == UInt8(ascii: "e"), bytes.count <= 6 else { return nil }
      return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }

    var plain: String? {
      var parts = self
      let zeros = parts.digits.prefix { $0 == 0x30 }.count
      parts.digits.removeFirst(zeros)
      parts.point -= zeros
      guard !parts.digits.isEmpty else { return "0" }
      guard parts.point <= WorkbookLimit.digits, parts.point >= -WorkbookLimit.digits else {
        return nil
      }
      parts.dropNoise()
      return (isNegative ? "-" : "") + parts.written
    }

    /// Rounds decimals beyond the fifteenth significant digit, halves away from zero.
    private mutating func dropNoise() {
      let kept = max(significant, point)
      guard digits.count > kept else { return }
      let roundsUp = digits[kept] >= 0x35
      digits.removeLast(digits.count - kept)
      guard roundsUp else { return }
      var index = kept - 1
      while index >= 0, digits[index] == 0x39 {
        digits[index] = 0x30
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(0x31, at: 0)
        point += 1
      }
    }

    private var written: String {
      let before = point > 0 ? Array(digits.prefix(point)) : [0x30]
      let padding = [UInt8](repeating: 0x30, count: max(0, point - digits.count))
      var after = [UInt8](repeating: 0x30, count: max(0, -point)) + digits.dropFirst(max(0, point))
      while after.last == 0x30 { after.removeLast() }
      let whole = String(decoding: before + padding, as: UTF8.self)
      return after.isEmpty ? whole : "\(whole).\(String(decoding: after, as: UTF8.self))"
    }
  }
}
