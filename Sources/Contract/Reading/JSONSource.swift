/// Reads JSON (RFC 8259) into nodes that remember their lines.
///
/// Foundation's decoders forget lines and keep one of two duplicate keys without a word; deposits
/// need both, hence this reader.
public enum JSONSource {
  /// Reads one JSON document.
  ///
  /// - Throws: ``UnreadableSource`` with the line and a French reason.
  public static func read(
    _ bytes: [UInt8], limits: SourceLimits = .untrusted
  ) throws(UnreadableSource) -> SourceNode {
    guard bytes.count <= limits.bytes else {
      _ = try SourceText.decode(bytes, limits: limits)
      return SourceNode(.scalar("", isPlain: true), line: 1)
    }
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    guard String(validating: body, as: UTF8.self) != nil else {
      _ = try SourceText.decode(bytes, limits: limits)
      return SourceNode(.scalar("", isPlain: true), line: 1)
    }
    var parser = JSONParser(bytes: Array(body), limits: limits)
    return try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let limits: SourceLimits
  var position = 0
  var line = 1

  init(bytes: [UInt8], limits: SourceLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func document() throws(UnreadableSource) -> SourceNode {
    let node = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw unexpected("du texte suit la fin des données") }
    return node
  }

  private mutating func value(depth: Int) throws(UnreadableSource) -> SourceNode {
    guard depth <= limits.depth else {
      throw unexpected("les données sont imbriquées sur plus de \(limits.depth) niveaux")
    }
    skipSpace()
    guard position < bytes.count else { throw unexpected("le fichier s’arrête trop tôt") }
    let start = line
    switch bytes[position] {
    case UInt8(ascii: "{"): return SourceNode(.mapping(try entries(depth: depth)), line: start)
    case UInt8(ascii: "["): return SourceNode(.sequence(try elements(depth: depth)), line: start)
    case UInt8(ascii: "\""): return SourceNode(.scalar(try string(), isPlain: false), line: start)
    default: return SourceNode(.scalar(try bareWord(), isPlain: true), line: start)
    }
  }

  private mutating func entries(depth: Int) throws(UnreadableSource) -> [SourceNode.Entry] {
    position += 1
    var entries: [SourceNode.Entry] = []
    var keys: Set<String> = []
    if accept("}") { return entries }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw unexpected("une clé entre guillemets est attendue")
      }
      let keyLine = line
      let key = try string()
      guard keys.insert(key).inserted else {
        throw unexpected("la clé « \(key) » est écrite plusieurs fois")
      }
      guard accept(":") else { throw unexpected("« : » est attendu après la clé « \(key) »") }
      let child = try value(depth: depth + 1)
      entries.append(SourceNode.Entry(key: key, line: keyLine, value: child))
    } while accept(",")
    guard accept("}") else { throw unexpected("« , » ou « } » est attendu") }
    return entries
  }

  private mutating func elements(depth: Int) throws(UnreadableSource) -> [SourceNode] {
    position += 1
    var elements: [SourceNode] = []
    if accept("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while accept(",")
    guard accept("]") else { throw unexpected("« , » ou « ] » est attendu") }
    return elements
  }

  private mutating func string() throws(UnreadableSource) -> String {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content += try escape()
      case 0..<0x20, 0x7F: throw unexpected("un caractère de contrôle est écrit tel quel")
      default: content.append(byte)
      }
    }
    throw unexpected("un guillemet n’est pas refermé")
  }

  private mutating func escape() throws(UnreadableSource) -> [UInt8] {
    guard position < bytes.count else { throw unexpected("le fichier s’arrête trop tôt") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw unexpected("une séquence « \\ » est inconnue")
    }
  }

  private mutating func escapedScalar() throws(UnreadableSource) -> Unicode.Scalar {
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw unexpected("un caractère est incomplet") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw unexpected("un caractère est incomplet") }
    let isControl = code < 0x20 && ![0x09, 0x0A, 0x0D].contains(code)
    guard !isControl, code != 0x7F else { throw unexpected("un caractère de contrôle est refusé") }
    return scalar
  }

  private mutating func hexadecimal() throws(UnreadableSource) -> UInt32 {
    guard position + 4 <= bytes.count,
      let text = String(validating: bytes[position..<position + 4], as: UTF8.self),
      text.allSatisfy(\.isHexDigit), let code = UInt32(text, radix: 16)
    else { throw unexpected("quatre chiffres hexadécimaux sont attendus après « \\u »") }
    position += 4
    return code
  }

  private mutating func bareWord() throws(UnreadableSource) -> String {
    let start = position
    while position < bytes.count, Self.belongsToBareWord(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Self.isNumber(bytes[start..<position]) || ["true", "false", "null"].contains(word) else {
      throw unexpected("une valeur JSON est attendue")
    }
    return word
  }

  /// Whether the bytes are a number of RFC 8259, section 6.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !leadsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func belongsToBareWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func accept(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      position += 1
    }
  }

  private func unexpected(_ what: String) -> UnreadableSource {
    UnreadableSource(
      line: line, reason: "Le fichier n’est pas du JSON correct : \(what).",
      remedy: "Corrigez la ligne indiquée, ou repartez d’un modèle vierge.")
  }
}
