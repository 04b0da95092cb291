import Contract
import Vocabulary

/// Checks one form edition: identifiers unique and under their section, conditions on known fields,
/// within what their answers can be, and without cycles.
struct FormCoherence {
  let form: FormEdition
  let record: RecordReader

  func check() {
    var places: [FieldID: RecordReader] = [:]
    for section in record.records("sections") {
      let prefix = (section.child("id")?.text ?? "") + "."
      for field in section.records("champs") {
        guard let id = field.child("id")?.text else { continue }
        if places[id] == nil {
          places[id] = field
        } else {
          report(field, "champ_en_double", "Le champ « \(id) » est défini deux fois.")
        }
        if !id.hasPrefix(prefix) {
          report(field, "champ_mal_range", "Le champ « \(id) » n’est pas dans sa section.")
        }
      }
    }
    checkConditions(places)
  }

  private func checkConditions(_ places: [FieldID: RecordReader]) {
    let fields = form.fields
    let sources = Dictionary(
      fields.map { ($0.id, $0.condition?.sources ?? []) }, uniquingKeysWith: { first, _ in first })
    for field in fields {
      let place = places[field.id] ?? record
      let unknown = (field.condition?.sources ?? []).filter { places[$0] == nil }
      for source in unknown.sorted() {
        report(
          place, "condition_inconnue",
          "La condition du champ « \(field.id) » porte sur « \(source) », qui n’existe pas.")
      }
      if let fault = field.condition.flatMap(hollowPart) {
        report(
          place, "condition_vaine",
          "La condition du champ « \(field.id) » ne peut jamais être vraie : \(fault).")
      }
      if dependsOnItself(field.id, through: sources) {
        report(place, "condition_en_boucle", "Le champ « \(field.id) » dépend de lui-même.")
      }
    }
  }

  /// A comparison that no answer can meet, read aloud; `nil` when there is none.
  private func hollowPart(_ condition: Condition) -> String? {
    switch condition {
    case .answered: nil
    case .equals(let id, let value): isPossible(value, id) ? nil : condition.french
    case .atLeast(let id, let least): canReach(least, id) ? nil : condition.french
    case .every(let parts), .any(let parts): parts.lazy.compactMap(hollowPart).first
    case .not(let part): hollowPart(part)
    }
  }

  private func isPossible(_ value: String, _ id: FieldID) -> Bool {
    // An unknown field is told elsewhere.
    kind(of: id).map { $0.canBe(value) } ?? true
  }

  private func canReach(_ least: Int, _ id: FieldID) -> Bool {
    switch kind(of: id) {
    case .integer(let range): least <= range.upperBound
    case nil: true
    default: false
    }
  }

  private func kind(of id: FieldID) -> Field.Kind? { form.field(id)?.kind }

  private func dependsOnItself(_ id: FieldID, through sources: [FieldID: Set<FieldID>]) -> Bool {
    var pending = Array(sources[id] ?? [])
    var visited: Set<FieldID> = []
    while let next = pending.popLast() {
      if next == id { return true }
      if visited.insert(next).inserted { pending += sources[next] ?? [] }
    }
    return false
  }

  private func report(_ place: RecordReader, _ code: String, _ message: String) {
    place.findings.add(
      code, line: place.node.line, field: place.path, message,
      remedy: "Corrigez l’édition du formulaire avant d’ouvrir un appel.")
  }
}
