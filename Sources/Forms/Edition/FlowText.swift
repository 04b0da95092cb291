import Contract

/// Writes a value on one line, readable both as YAML and by people.
enum FlowText {
  static func write(_ node: SourceNode) -> String {
    switch node.value {
    case .scalar(let text, let isPlain): isPlain ? text : quoted(text)
    case .sequence(let nodes): "[\(nodes.map(write).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\(key($0.key)): \(write($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// A YAML double-quoted scalar.
  ///
  /// `*` is escaped beside a `&`: together they look like an alias to who reads before parsing.
  static func quoted(_ text: String) -> String {
    let hidesStars = text.utf8.contains(UInt8(ascii: "&"))
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "*" where hidesStars: result += "\\x2a"
      case _ where YAMLScalar.needsEscape(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func key(_ text: String) -> String {
    text.allSatisfy(\.isNumber) ? quoted(text) : text
  }
}
