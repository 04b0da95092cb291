/// Pieces of JSON (RFC 8259) written in a fixed form, so that the same values give the same bytes.
public enum JSONText {
  /// A string between quotes.
  public static func string(_ text: String) -> String {
    if isPlain(text) { return "\"\(text)\"" }
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether every character of a text stands for itself.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0..<0x20, 0x22, 0x5C, 0x7F: return false
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: return false
        default: break
        }
      }
      return true
    }
  }

  /// Millionths as a decimal number of at most six digits after the point: `0.83`.
  public static func decimal(millionths: Int) -> String {
    let sign = millionths < 0 ? "-" : ""
    let magnitude = millionths.magnitude
    var digits = String(magnitude % 1_000_000)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(magnitude / 1_000_000)\(digits.isEmpty ? "" : ".\(digits)")"
  }

  /// A list of values already written.
  public static func list(_ values: [String]) -> String { "[\(values.joined(separator: ","))]" }
}
