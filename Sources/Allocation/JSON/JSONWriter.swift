/// Writes JSON in a stated key order: the same value always gives the same bytes.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    enclose(key, "{", "}", body)
  }

  mutating func list(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    enclose(key, "[", "]", body)
  }

  mutating func member(_ key: String, _ value: String) {
    lead(key)
    quote(value)
  }

  mutating func member(_ key: String, _ value: Int64) {
    lead(key)
    text += String(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    lead(key)
    text += value ? "true" : "false"
  }

  mutating func member(_ key: String, _ values: [String]) {
    list(key) { list in
      for value in values { list.item(value) }
    }
  }

  mutating func item(_ value: String) {
    lead(nil)
    quote(value)
  }

  /// Starts a new line, so that long files can be read and compared.
  mutating func breakLine() { text += needsComma ? ",\n" : "\n"; needsComma = false }

  private mutating func enclose(
    _ key: String?, _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
  ) {
    lead(key)
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func lead(_ key: String?) {
    if needsComma { text += "," }
    needsComma = true
    guard let key else { return }
    quote(key)
    text += ":"
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
