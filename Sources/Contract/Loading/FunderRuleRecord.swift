import Vocabulary

extension RecordReader {
  /// A special rule of a funder; `nil` when it does not say which projects it concerns.
  func funderRule() -> FunderRule? {
    guard let condition = record("quand") else { return nil }
    condition.allowOnly(["mots", "codes", "territoires", "porteurs"])
    let advice = record("conseil")
    advice?.allowOnly(["avantage", "montant_usuel", "actions_par_an"])
    let line = optionalInteger("source_line") ?? texts("source_refs").first.flatMap { Int($0) }
    let code = text("code")
    return FunderRule(
      code: code, summary: text("resume"),
      source: LegalSource("Règle \(code)" + (line.map { ", ligne \($0) du contrat" } ?? "")),
      condition: FunderRule.Condition(
        phrases: condition.texts("mots"), codes: condition.texts("codes"),
        territories: condition.texts("territoires").compactMap { condition.territory($0) },
        applicantKinds: condition.texts("porteurs")),
      isAdvantage: advice?.flag("avantage") ?? false,
      usualAmount: advice?.optionalAmount("montant_usuel"),
      yearlyProjects: advice?.optionalInteger("actions_par_an"))
  }
}
