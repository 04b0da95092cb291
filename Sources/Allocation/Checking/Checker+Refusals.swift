import Vocabulary

extension Checker {
  private static let reasons = [
    "aucune_enveloppe", "plafonds_insuffisants", "credits_epuises", "regle", "valeur_moindre",
    "non_demontre",
  ]

  /// What is told of each refusal fits the instance; whether a change is enough is not judged here.
  mutating func checkRefusals() {
    let projects = Dictionary(
      instance.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for line in claim.projects {
      guard let project = projects[line.id], let refusal = line.refusal else { continue }
      let field = "projets.\(line.id).explication"
      if line.isRetained {
        report("retenu_mais_explique", field, "\(line.id) est retenu : il n’y a rien à expliquer.")
      }
      check(refusal, of: project, field)
    }
  }

  private mutating func check(
    _ refusal: RefusalLine, of project: Instance.Project, _ field: String
  ) {
    if !Self.reasons.contains(refusal.reason) {
      report("motif_inconnu", "\(field).motif", "« \(refusal.reason) » n’est pas un motif.")
    }
    if (refusal.reason == "aucune_enveloppe") && isPayable(project) {
      report("motif_faux", "\(field).motif", "Une enveloppe peut financer \(project.id).")
    }
    if Set(refusal.purses).count != refusal.purses.count
      || !refusal.purses.allSatisfy(isPurse)
    {
      report("enveloppe_inconnue", "\(field).enveloppes_saturees", "Une enveloppe est inconnue.")
    }
    let unit = instance.parameters.rounding
    if let missing = refusal.missing, missing >= project.floor + unit {
      report("manque_faux", "\(field).manque_centimes", "Il manque plus que le plancher.")
    }
    for (index, change) in refusal.changes.enumerated() where !isSensible(change, project) {
      report("changement_faux", "\(field).changements[\(index)]", "Ce changement n’a pas de sens.")
    }
    let purse = refusal.changes.first { $0.type == "enveloppe" }
    if let told = refusal.remedy, let purse, let amount = purse.amount, let id = purse.purse,
      told != "+\(amount.french) sur \(id)"
    {
      report("changement_faux", "\(field).pour_le_retenir", "Le changement détaillé est un autre.")
    }
  }

  /// Whether some purse may pay the project beyond doubt: no rule at all is in the way.
  private func isPayable(_ project: Instance.Project) -> Bool {
    guard instance.commitments.isEmpty, instance.constraints.isEmpty,
      instance.parameters.publicShare == nil
    else { return false }
    let unit = instance.parameters.rounding
    let banned = instance.pins.filter { $0.project == project.id }.map(\.purse)
    return project.need >= unit
      && instance.cells.contains { cell in
        cell.project == project.id && cell.minimum == .zero && cell.maximum >= unit
          && !banned.contains(cell.purse)
          && instance.purses.contains { $0.id == cell.purse && $0.amount >= unit }
      }
  }

  private func isPurse(_ id: String) -> Bool { instance.purses.contains { $0.id == id } }

  private func isSensible(
    _ change: RefusalLine.ChangeLine, _ project: Instance.Project
  ) -> Bool {
    switch change.type {
    case "enveloppe":
      return change.purse.map(isPurse) ?? false && change.amount ?? .zero > .zero
    case "plancher": return change.amount.map { $0 < project.floor } ?? false
    case "regle":
      if let place = change.constraint { return instance.constraints.indices.contains(Int(place)) }
      return [
        "bande", "groupes_incompatibles", "ordre_porteur", "seuil_score", "part_publique_max_bp",
        "engagements", "arrondi_centimes", "fixes",
      ].contains(change.rule ?? "")
    default: return false
    }
  }
}
