/// A strict reader of RFC 8259 texts.
///
/// Unlike Foundation's it refuses repeated keys, keeps whole numbers exact and says where it stopped.
struct JSONReader {
  /// Deeper nesting than this is refused: no file of ours needs more than six levels.
  static let maximumDepth = 32

  let bytes: [UInt8]
  var position = 0

  /// Reads one value and nothing after it.
  static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    try reader.checkEncoding()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpaces()
    guard reader.position == bytes.count else {
      throw reader.error("du texte suit la fin du document")
    }
    return value
  }

  func error(_ reason: String, at place: Int? = nil) -> JSONSyntaxError {
    let end = min(place ?? position, bytes.count)
    let before = bytes[..<end]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return JSONSyntaxError(line: line, column: end - lineStart + 1, reason: reason)
  }

  private func checkEncoding() throws(JSONSyntaxError) {
    if let place = bytes.firstIndex(of: 0) { throw error("un octet nul", at: place) }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    throw error("le texte n’est pas en UTF-8", at: firstInvalidByte)
  }

  /// Where the first character that is not UTF-8 starts.
  private var firstInvalidByte: Int {
    var place = 0
    while place < bytes.count {
      let length =
        switch bytes[place] {
        case 0..<0x80: 1
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
      let end = min(place + length, bytes.count)
      guard String(validating: bytes[place..<end], as: UTF8.self) != nil else { return place }
      place = end
    }
    return place
  }

  mutating func skipSpaces() {
    while position < bytes.count,
      bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D
        || bytes[position] == 0x09
    {
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= Self.maximumDepth else { throw error("trop de niveaux imbriqués") }
    skipSpaces()
    guard position < bytes.count else { throw error("le document s’arrête trop tôt") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default: return try word()
    }
  }

  private mutating func word() throws(JSONSyntaxError) -> JSONValue {
    let words: [(String, JSONValue)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw error("une valeur est attendue ici")
  }

  private mutating func list(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    skipSpaces()
    if take(UInt8(ascii: "]")) { return .list(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpaces()
      if take(UInt8(ascii: "]")) { return .list(items) }
      guard take(UInt8(ascii: ",")) else { throw error("« , » ou « ] » est attendu ici") }
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var members: [JSONMember] = []
    skipSpaces()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpaces()
      let start = position
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw error("une clé entre guillemets est attendue ici")
      }
      let key = try text()
      if members.contains(where: { $0.key == key }) {
        throw error("la clé « \(key) » est écrite deux fois dans le même objet", at: start)
      }
      skipSpaces()
      guard take(UInt8(ascii: ":")) else { throw error("« : » est attendu ici") }
      members.append(JSONMember(key: key, value: try value(depth: depth + 1)))
      skipSpaces()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw error("« , » ou « } » est attendu ici") }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
