import Dossiers
import Vocabulary

/// The applicant is able to carry the action: how long it has existed, and what it asks beside its
/// yearly budget.
///
/// Source: Cap Excellence, appel à projets 2023 (« profil et capacité de l’opérateur »). A body that is
/// not an association has its years by nature. What the dossier does not say gives nothing.
enum ApplicantCapacity: Evaluator {
  static let name = "capacite_porteur"
  static let settings: [EvaluatorSetting] = [
    EvaluatorSetting("annees_plein", 1...50),
    EvaluatorSetting("part_budget_bas_bp", 0...10_000),
    EvaluatorSetting("part_budget_haut_bp", 0...100_000, above: "part_budget_bas_bp"),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let years = seniority(facts, full: settings["annees_plein", default: 1])
    let share = budgetShare(facts, settings)
    return Evaluation(
      ratio: (years.ratio + share.ratio) / 2,
      reason: "\(years.reason)\u{00A0}; \(share.reason). Chacun donne la moitié des points.",
      evidence: [years.evidence, share.evidence].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func seniority(_ facts: ScoringFacts, full: Int) -> Evaluation {
    let applicant = facts.application.applicant
    guard applicant.kind == Applicant.association else {
      return Evaluation(
        ratio: Evaluation.whole, reason: "Ancienneté acquise à un porteur de cette nature",
        evidence: "")
    }
    guard let declared = applicant.declaredOn, let closing = facts.closingDay else {
      return .nothing("La date de déclaration de l’association n’est pas indiquée")
    }
    var years = closing.year - declared.year
    if (closing.month, closing.day) < (declared.month, declared.day) { years -= 1 }
    return Evaluation(
      ratio: Share.rising(years, from: 0, to: full),
      reason:
        "Années révolues depuis la déclaration\u{00A0}: \(max(0, years)), pour \(full) attendues",
      evidence: "déclarée le \(declared.french)")
  }

  private static func budgetShare(_ facts: ScoringFacts, _ settings: [String: Int]) -> Evaluation {
    guard let budget = facts.application.applicant.yearlyBudget, budget > .zero,
      let share = BasisPoints.ratio(of: facts.application.need, in: budget)
    else { return .nothing("le budget annuel du porteur n’est pas indiqué") }
    let low = settings["part_budget_bas_bp", default: 0]
    let high = settings["part_budget_haut_bp", default: 1]
    return Evaluation(
      ratio: Share.falling(Int(clamping: share.count), from: low, to: high),
      reason: "la demande représente \(share.french) de son budget annuel (tous les points jusqu’à "
        + "\(BasisPoints(Int64(low)).french), aucun dès \(BasisPoints(Int64(high)).french))",
      evidence: "budget annuel\u{00A0}: \(budget.french)")
  }
}
