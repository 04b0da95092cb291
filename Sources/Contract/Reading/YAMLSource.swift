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
    if hasAlias(text) { throw anchorsRefused(line: nil) }
    let root: Node?
    do {
      root = try Parser(yaml: text).singleRoot()
    } catch let error as YamlError {
      throw unreadable(error)
    } catch {
      throw UnreadableSource(
        line: nil, reason: "Le fichier n’est pas du YAML.", remedy: "Repartez du modèle vierge.")
    }
    guard let root else { return SourceNode(.scalar("", isPlain: true), line: 1) }
    return try convert(root, depth: 0, limits: limits)
  }

  private static func convert(
    _ node: Node, depth: Int, limits: SourceLimits
  ) throws(UnreadableSource) -> SourceNode {
    let line = node.mark?.line ?? 1
    guard depth <= limits.depth else {
      throw UnreadableSource(
        line: line, reason: "Les données sont imbriquées sur plus de \(limits.depth) niveaux.",
        remedy: "Repartez du modèle vierge : aucun champ ne demande une telle profondeur.")
    }
    guard node.anchor == nil else { throw anchorsRefused(line: line) }
    switch node {
    case .scalar(let scalar):
      return SourceNode(.scalar(scalar.string, isPlain: scalar.style == .plain), line: line)
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
        let child = try convert(value, depth: depth + 1, limits: limits)
        entries.append(
          SourceNode.Entry(key: name.string, line: key.mark?.line ?? line, value: child))
      }
      return SourceNode(.mapping(entries), line: line)
    case .alias:
      throw anchorsRefused(line: line)
    }
  }

  /// Whether a name is both anchored (`&name`) and referred to (`*name`).
  private static func hasAlias(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return false
    }
    func names(after mark: Character) -> Set<Substring> {
      var found: Set<Substring> = []
      for piece in text.split(separator: mark).dropFirst(text.first == mark ? 0 : 1) {
        let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        if !name.isEmpty { found.insert(name) }
      }
      return found
    }
    return !names(after: "&").isDisjoint(with: names(after: "*"))
  }

  private static func anchorsRefused(line: Int?) -> UnreadableSource {
    UnreadableSource(
      line: line, reason: "Le fichier emploie des ancres YAML (« & » ou « * »), qui sont refusées.",
      remedy: "Recopiez les valeurs à leur place, ou mettez le texte entre guillemets.")
  }

  private static func unreadable(_ error: YamlError) -> UnreadableSource {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      UnreadableSource(
        line: mark.line,
        reason:
          "Le fichier n’est pas du YAML correct près de la colonne \(mark.column) (\(problem)).",
        remedy:
          "Vérifiez l’alignement et les « : » à cet endroit ; mettez le texte entre guillemets.")
    case .duplicatedKeysInMapping(let keys, let context):
      UnreadableSource(
        line: context.mark.line,
        reason: "La clé « \(keys.joined(separator: " », « ")) » est écrite plusieurs fois.",
        remedy: "Gardez une seule ligne par clé.")
    default:
      UnreadableSource(
        line: nil, reason: "Le fichier n’est pas du YAML.",
        remedy: "Repartez du modèle vierge et recopiez vos réponses.")
    }
  }
}
