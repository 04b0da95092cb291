public import Vocabulary

/// Reads one mapping of a data file field by field, and reports what is missing, of the wrong type
/// or unknown.
public struct RecordReader {
  public let node: SourceNode
  /// Path of this mapping, for messages: `enveloppes[2]`.
  public let path: String
  public let findings: FindingList
  private let entries: [String: SourceNode]

  /// Opens a mapping; anything else is reported and read as an empty one.
  public init(_ node: SourceNode, path: String, findings: FindingList) {
    self.node = node
    self.path = path
    self.findings = findings
    if let list = node.entries {
      entries = Dictionary(list.map { ($0.key, $0.value) }) { first, _ in first }
    } else {
      entries = [:]
      findings.add(
        "type_inattendu", line: node.line, field: path.isEmpty ? nil : path,
        "Un groupe de « clé : valeur » est attendu.",
        remedy: "Écrivez une ligne « clé : valeur » par donnée.")
    }
  }

  /// Reports the keys that are not among those expected, with the nearest expected one.
  public func allowOnly(_ keys: [String]) {
    for entry in node.entries ?? [] where !keys.contains(entry.key) {
      let hint = entry.key.nearest(among: keys).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
      findings.add(
        "champ_inconnu", line: entry.line, field: joined(entry.key),
        "La clé « \(entry.key) » est inconnue ici\(hint)",
        remedy: "Clés possibles : \(keys.joined(separator: ", ")).")
    }
  }

  /// What stands under a key; `nil` when absent or empty.
  public func child(_ key: String) -> SourceNode? {
    guard let node = entries[key], !node.isEmpty else { return nil }
    return node
  }

  /// A text that may be missing.
  public func optionalText(_ key: String) -> String? {
    guard let child = child(key) else { return nil }
    guard let text = child.text else {
      wrongType(key, child, expected: "un texte")
      return nil
    }
    return text
  }

  /// A text that must be there; empty after a report when it is not.
  public func text(_ key: String) -> String {
    guard let text = optionalText(key) else {
      return reportMissing(key, unlessPresent: true, default: "")
    }
    return text.isEmpty ? reportMissing(key, unlessPresent: false, default: "") : text
  }

  /// A whole number that may be missing.
  public func optionalInteger(_ key: String) -> Int? {
    guard let child = child(key) else { return nil }
    guard let text = child.text, let number = Int(text) else {
      wrongType(key, child, expected: "un nombre entier")
      return nil
    }
    return number
  }

  /// One of the known words of a type.
  ///
  /// - Parameters:
  ///   - key: a key that must be there.
  ///   - type: what the word is one of.
  /// - Returns: the word; `nil` after a report when it is missing or unknown.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let value = text(key)
    let choice = Choice(rawValue: value)
    if choice == nil, !value.isEmpty {
      reportUnknown(key, value: value, what: key, among: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// A whole number that must be there.
  public func integer(_ key: String) -> Int {
    optionalInteger(key) ?? reportMissing(key, unlessPresent: true, default: 0)
  }

  /// `true`, `false`, `oui` or `non`; the default when absent.
  public func flag(_ key: String, default fallback: Bool = false) -> Bool {
    optionalFlag(key) ?? fallback
  }

  /// `true`, `false`, `oui` or `non`; `nil` when absent.
  public func optionalFlag(_ key: String) -> Bool? {
    guard let child = child(key) else { return nil }
    switch child.text {
    case "true", "oui": return true
    case "false", "non": return false
    default:
      wrongType(key, child, expected: "« oui » ou « non »")
      return nil
    }
  }

  /// A day written `AAAA-MM-JJ` that may be missing.
  public func optionalDay(_ key: String) -> Day? {
    guard let child = child(key) else { return nil }
    guard let text = child.text, let day = Day(iso: text) else {
      wrongType(key, child, expected: "un jour du calendrier écrit AAAA-MM-JJ")
      return nil
    }
    return day
  }

  /// A day that must be there.
  public func day(_ key: String) -> Day? {
    let day = optionalDay(key)
    if day == nil { _ = reportMissing(key, unlessPresent: true, default: 0) }
    return day
  }

  /// An amount in euros that may be missing.
  public func optionalAmount(_ key: String) -> Cents? {
    guard let child = child(key) else { return nil }
    guard let text = child.text else {
      wrongType(key, child, expected: "un montant en euros")
      return nil
    }
    do {
      return try Cents(typed: text)
    } catch {
      findings.add(
        "montant_illisible", line: child.line, field: joined(key),
        "Le montant « \(text) » n’est pas compris : \(error.french).",
        remedy: "Écrivez un montant en euros comme 1234.56.")
      return nil
    }
  }

  /// An amount in euros that must be there.
  public func amount(_ key: String) -> Cents {
    optionalAmount(key) ?? reportMissing(key, unlessPresent: true, default: .zero)
  }

  /// A list of texts; empty when absent.
  public func texts(_ key: String) -> [String] {
    guard let child = child(key) else { return [] }
    guard let elements = child.elements else {
      wrongType(key, child, expected: "une liste")
      return []
    }
    return elements.compactMap { element in
      if element.text == nil { wrongType(key, element, expected: "une liste de textes") }
      return element.text
    }
  }

  /// The mappings of a list; empty when absent.
  public func records(_ key: String) -> [RecordReader] {
    guard let child = child(key) else { return [] }
    guard let elements = child.elements else {
      wrongType(key, child, expected: "une liste")
      return []
    }
    return elements.enumerated().map { index, element in
      RecordReader(element, path: "\(joined(key))[\(index)]", findings: findings)
    }
  }

  /// The mapping under a key; `nil` when absent.
  public func record(_ key: String) -> RecordReader? {
    child(key).map { RecordReader($0, path: joined(key), findings: findings) }
  }

  /// The mapping under a key that must be there; an empty one after a report when it is not.
  public func requiredRecord(_ key: String) -> RecordReader {
    record(key)
      ?? reportMissing(
        key, unlessPresent: false,
        default: RecordReader(
          SourceNode(.mapping([]), line: node.line), path: joined(key), findings: findings))
  }

  /// The full path of a key of this mapping.
  public func joined(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The line of a key, or of the mapping when the key is absent.
  public func line(of key: String) -> Int { entries[key]?.line ?? node.line }

  /// Reports a value of the wrong type.
  public func wrongType(_ key: String, _ node: SourceNode, expected: String) {
    findings.add(
      "type_inattendu", line: node.line, field: joined(key),
      "La valeur de « \(key) » n’a pas la forme attendue : \(expected).",
      remedy: "Corrigez cette ligne.")
  }

  private func reportMissing<Value>(
    _ key: String, unlessPresent: Bool, default fallback: Value
  ) -> Value {
    if unlessPresent, child(key) != nil { return fallback }
    findings.add(
      "cle_manquante", line: node.line, field: joined(key), "La clé « \(key) » manque.",
      remedy: "Ajoutez « \(key) : … » à cet endroit.")
    return fallback
  }
}
