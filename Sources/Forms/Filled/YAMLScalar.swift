/// Writes one text so that YAML gives it back as it is.
enum YAMLScalar {
  /// Plain when nobody can read it otherwise, quoted if not.
  static func plainOrQuoted(_ text: String) -> String {
    isPlain(text) ? text : FlowText.quoted(text)
  }

  /// Words of ASCII letters, digits, dots, hyphens and underscores, none of which means « nothing ».
  private static func isPlain(_ text: String) -> Bool {
    let nothing = ["", "~", "null", "Null", "NULL"]
    guard !nothing.contains(text), text.first != "-" else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// The lines of a literal block; `nil` when the text must be quoted instead.
  ///
  /// A block has no escapes: it cannot carry the line breaks that editors do not show, nor a mark that
  /// the reader would take for an alias.
  static func block(_ text: String) -> [String]? {
    guard text.contains("\n") || text.count > 60, text.first?.isWhitespace == false,
      !text.unicodeScalars.contains(where: needsEscape), !holdsStar(text)
    else { return nil }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Scalars that YAML 1.2 does not print (production 1) or takes for a line break.
  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func holdsStar(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "*")) && text.utf8.contains(UInt8(ascii: "&"))
  }
}
