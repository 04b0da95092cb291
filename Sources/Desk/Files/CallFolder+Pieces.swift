import Contract
import Forms
import Vocabulary

extension CallFolder {
  /// The papers that would never be asked: no edition of the applicants they concern has the field of
  /// their condition, or can answer it so.
  func hollowPieceConditions(of call: Call) -> [Finding] {
    let editions = self.editions
    return call.pieces.required.compactMap { rule in
      guard let condition = rule.condition else { return nil }
      let kinds = rule.applicantKinds ?? call.applicants.map(\.kind)
      let names = Set(call.applicants.filter { kinds.contains($0.kind) }.map(\.form))
      let asked = editions.filter { names.contains($0.edition) }
      // A missing edition is told elsewhere, and could have had the field.
      guard !asked.isEmpty, asked.count == names.count else { return nil }
      return fault(of: condition, in: asked).map { finding($0, about: rule) }
    }
  }

  /// What prevents the condition from ever holding; `nil` when it can in one edition at least.
  private func fault(
    of condition: RequiredPieceRule.Condition, in editions: [FormEdition]
  ) -> (code: String, key: String, message: String)? {
    let names = editions.map(\.edition).joined(separator: ", ")
    let fields = editions.compactMap { $0.field(condition.field) }
    guard !fields.isEmpty else {
      let known = Set(editions.flatMap { $0.fields.map(\.id) }).sorted()
      let hint = condition.field.nearest(among: known).map { " (proche : « \($0) »)" }
      return (
        "condition_inconnue", "champ",
        "porte sur « \(condition.field) », qu’aucune édition demandée n’a (\(names))\(hint ?? "")"
      )
    }
    guard !fields.contains(where: { $0.kind.canBe(condition.value) }) else { return nil }
    return (
      "condition_vaine", "egal",
      "ne peut jamais être vraie : « \(condition.field) » ne vaut « \(condition.value) » "
        + "dans aucune édition demandée (\(names))"
    )
  }

  private func finding(
    _ fault: (code: String, key: String, message: String), about rule: RequiredPieceRule
  ) -> Finding {
    let document = try? YAMLSource.read(files.call.bytes, limits: .reference)
    let entries = document?["pieces"]?["exigees"]?.elements
    let index = entries?.firstIndex { $0["type"]?.text == rule.kind.rawValue }
    let line = index.flatMap { entries?[$0]["si"]?[fault.key]?.line }
    let field = index.map { "pieces.exigees[\($0)].si.\(fault.key)" } ?? "pieces.exigees"
    return Finding(
      code: fault.code, family: .malformed,
      place: Finding.Place(file: files.call.name, line: line, field: field),
      message: "La condition de la pièce « \(rule.kind.rawValue) » \(fault.message).",
      remedy: "Corrigez « si », ou retirez cette pièce de l’appel.")
  }
}
