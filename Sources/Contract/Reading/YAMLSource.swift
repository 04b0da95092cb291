import Yams

/// Reads YAML into nodes that remember their lines.
public enum YAMLSource {
  /// Reads one YAML document.
  ///
  /// Anchors and aliases are refused: nobody needs them in a form, and they can make a small file
  /// stand for gigabytes.
  ///
  /// - Throws: ``UnreadableSource`` with the line and a French reason.
  public static func read(
    _ bytes: [UInt8], limits: SourceLimits = .untrusted
  ) throws(UnreadableSource) -> SourceNode {
    let text = try SourceText.decode(bytes, limits: limits)
    try refuseInvisible(in: text)
    if let line = lineOfAliasedAnchor(text) { throw .anchors(line: line) }
    let root: Node?
    do {
      // Tags mean nothing here: finding which one each scalar would have takes as long as reading it.
      root = try Parser(yaml: text, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      throw UnreadableSource(error, limits: limits)
    } catch {
      throw UnreadableSource(
        line: nil, reason: "Le fichier n’est pas du YAML.", remedy: "Repartez du modèle vierge.")
    }
    guard let root else { return SourceNode(.scalar("", isPlain: true), line: 1) }
    return try convert(root, depth: 0, limits: limits)
  }

  /// Refuses what the parser stops at without saying where, and the breaks that editors do not show.
  private static func refuseInvisible(in text: String) throws(UnreadableSource) {
    var line = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line += 1
      case 0x85, 0x2028, 0x2029:
        throw UnreadableSource(
          line: line,
          reason: "Le fichier contient un saut de ligne invisible (U+0085, U+2028 ou U+2029).",
          remedy: "Supprimez-le : il vient souvent d’un copier-coller.")
      case 0x80...0x9F, 0xFFFE, 0xFFFF: throw SourceText.controlCharacter(line: line)
      default: break
      }
    }
  }

  /// A text whose escapes (`"\0"`, `"\e"`) stand for no control character.
  private static func checked(
    _ text: String, line: Int
  ) throws(UnreadableSource) -> String {
    guard !text.utf8.contains(where: SourceText.isForbidden) else {
      throw SourceText.controlCharacter(line: line)
    }
    return text
  }

  private static func convert(
    _ node: Node, depth: Int, limits: SourceLimits
  ) throws(UnreadableSource) -> SourceNode {
    let line = node.mark?.line ?? 1
    guard depth <= limits.depth else {
      throw .tooDeep(line: line, limits: limits)
    }
    guard node.anchor == nil else { throw .anchors(line: line) }
    switch node {
    case .scalar(let scalar):
      let text = try checked(scalar.string, line: line)
      return SourceNode(.scalar(text, isPlain: scalar.style == .plain), line: line)
    case .sequence(let sequence):
      var elements: [SourceNode] = []
      for element in sequence {
        elements.append(try convert(element, depth: depth + 1, limits: limits))
      }
      return SourceNode(.sequence(elements), line: line)
    case .mapping(let mapping):
      var entries: [SourceNode.Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw UnreadableSource(
            line: key.mark?.line ?? line, reason: "Une clé du fichier n’est pas un simple mot.",
            remedy: "Écrivez « clé : valeur », comme dans le modèle.")
        }
        let keyLine = key.mark?.line ?? line
        let text = try checked(name.string, line: keyLine)
        let child = try convert(value, depth: depth + 1, limits: limits)
        entries.append(SourceNode.Entry(key: text, line: keyLine, value: child))
      }
      return SourceNode(.mapping(entries), line: line)
    case .alias:
      throw .anchors(line: line)
    }
  }

  /// The first line of an anchor (`&name`) that something refers to (`*name`).
  ///
  /// Looked for before parsing: an alias used as a key is compared whole, however much it stands for.
  private static func lineOfAliasedAnchor(_ text: String) -> Int? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return nil
    }
    var anchors: [String: Int] = [:]
    var aliases: Set<String> = []
    var line = 1
    var before = UInt8(ascii: " ")
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      let isMark = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
      // After a letter or a digit, the mark belongs to a word: R&D.
      if isMark, !isWordByte(before) {
        let name = bytes[(index + 1)...].prefix(while: isWordByte)
        let key = String(decoding: name, as: UTF8.self)
        if byte == UInt8(ascii: "*") {
          aliases.insert(key)
        } else if anchors[key] == nil {
          anchors[key] = line
        }
      }
      before = byte
    }
    return anchors.filter { !$0.key.isEmpty && aliases.contains($0.key) }.map(\.value).min()
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
