import Vocabulary

/// Writes one JSON document on one line, keys in the order they are given.
///
/// Every value is a text, amounts too (`"1234.50"`): answers are read as a person types them, and an
/// amount never passes through a floating-point number on its way.
struct CompactJSON {
  private(set) var bytes: [UInt8] = []

  /// Keeps room for a dossier of usual size.
  init() { bytes.reserveCapacity(6_000) }

  mutating func openObject(_ key: StaticString? = nil) {
    separate(key)
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }

  mutating func openList(_ key: StaticString) {
    separate(key)
    bytes.append(UInt8(ascii: "["))
  }

  mutating func closeList() { bytes.append(UInt8(ascii: "]")) }

  /// Writes a text; nothing when there is none.
  mutating func text(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    separate(key)
    append(value)
  }

  mutating func number(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    separate(key)
    quoteASCII(String(value))
  }

  mutating func amount(_ key: StaticString, _ value: Cents?) {
    guard let value else { return }
    separate(key)
    quoteASCII(Self.plain(value))
  }

  /// Writes an amount under a key known only now, for instance an account.
  mutating func amount(account: String, _ value: Cents) {
    element(account)
    bytes.append(UInt8(ascii: ":"))
    quoteASCII(Self.plain(value))
  }

  mutating func day(_ key: StaticString, _ value: Day?) { text(key, value?.iso) }

  /// Writes a list of texts; nothing when it is empty.
  mutating func texts(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    openList(key)
    for value in values { element(value) }
    closeList()
  }

  private mutating func element(_ value: String) {
    separate(nil)
    append(value)
  }

  private mutating func separate(_ key: StaticString?) {
    if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "["),
      last != UInt8(ascii: ":")
    {
      bytes.append(UInt8(ascii: ","))
    }
    guard let key else { return }
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quoteASCII(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: value.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    if value.utf8.contains(where: Self.needsEscape) {
      for byte in value.utf8 { appendEscaped(byte) }
    } else {
      bytes.append(contentsOf: value.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    // A control character has no place in an answer: it becomes a space.
    case 0..<0x20, 0x7F: bytes.append(UInt8(ascii: " "))
    default: bytes.append(byte)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func plain(_ amount: Cents) -> String {
    amount.rawValue.isMultiple(of: 100) ? String(amount.rawValue / 100) : amount.decimal
  }
}
