import Vocabulary

/// Reads the members of one JSON object, by name and type.
struct FieldReader {
  let path: String
  let collector: FindingCollector
  private let members: [JSONMember]

  /// Opens an object; reports a value that is not one, and every key that is not `allowed`.
  init?(_ value: JSONValue, path: String, allowed: [String], collector: FindingCollector) {
    guard case .object(let members) = value else {
      collector.add(
        "type_inattendu", path, "On attend ici un objet, on lit \(value.french).",
        remedy: "Écrivez un objet entre accolades.")
      return nil
    }
    self.path = path
    self.members = members
    self.collector = collector
    for member in members where !allowed.contains(member.key) {
      refuse(unknown: member.key, among: allowed)
    }
  }

  private func refuse(unknown key: String, among allowed: [String]) {
    let remedy =
      if let near = Spelling.nearest(to: key, among: allowed) {
        "Vouliez-vous écrire « \(near) » ?"
      } else {
        "Les clés admises sont : \(allowed.joined(separator: ", "))."
      }
    collector.add(
      "cle_inconnue", field(key), "La clé « \(key) » n’est pas prévue ici.", remedy: remedy)
  }

  func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  func value(_ key: String, isRequired: Bool = true) -> JSONValue? {
    if let member = members.first(where: { $0.key == key }) { return member.value }
    if isRequired {
      collector.add(
        "cle_absente", field(key), "La clé « \(key) » est absente.",
        remedy: "Ajoutez « \(key) » à cet endroit.")
    }
    return nil
  }

  func list(_ key: String, isRequired: Bool = true) -> [JSONValue]? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    if case .list(let items) = value { return items }
    mistyped(key, "une liste", value)
    return nil
  }

  func text(_ key: String, isRequired: Bool = true) -> String? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    return text(value, at: field(key))
  }

  /// A text that is not empty.
  func text(_ value: JSONValue, at field: String) -> String? {
    guard case .text(let text) = value else {
      mistyped(at: field, "un texte", value)
      return nil
    }
    guard !text.isEmpty else {
      collector.add(
        "texte_vide", field, "Le texte est vide.", remedy: "Indiquez une valeur ou retirez la clé.")
      return nil
    }
    return text
  }

  func texts(_ key: String, isRequired: Bool = true) -> [String]? {
    list(key, isRequired: isRequired)?.enumerated().compactMap { index, item in
      text(item, at: "\(field(key))[\(index)]")
    }
  }

  /// One of the words of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type, isRequired: Bool = true
  ) -> Word? where Word.RawValue == String {
    guard let text = text(key, isRequired: isRequired) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    let near = Spelling.nearest(to: text, among: words).map { "Vouliez-vous écrire « \($0) » ?" }
    collector.add(
      "valeur_inconnue", field(key), "« \(text) » n’est pas une valeur de « \(key) ».",
      remedy: near ?? "Les valeurs admises sont : \(words.joined(separator: ", ")).")
    return nil
  }

  func mistyped(_ key: String, _ expected: String, _ value: JSONValue) {
    mistyped(at: field(key), expected, value)
  }

  private func mistyped(at field: String, _ expected: String, _ value: JSONValue) {
    collector.add(
      "type_inattendu", field, "On attend ici \(expected), on lit \(value.french).",
      remedy: "Remplacez la valeur par \(expected).")
  }
}
