import Dossiers
import Vocabulary

/// The share of the cost already sure: own resources and secured grants.
///
/// What keeps the budget from balancing is taken off this share.
enum BudgetSoundness: Evaluator {
  static let name = "solidite_budget"
  static let settings = [EvaluatorSetting("plein_bp", 1...10_000)]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let application = facts.application
    let cost = application.budget.cost
    guard cost > .zero else { return .nothing("Le budget ne compte aucune charge.") }
    let sure = application.budget.ownResources + application.plan.securedTotal
    let gap = sure + application.plan.requestedTotal - cost
    let distance = gap < .zero ? -gap : gap
    let solid = max(.zero, min(sure, cost) - distance)
    let share = BasisPoints.ratio(of: solid, in: cost) ?? BasisPoints(0)
    let full = settings["plein_bp", default: 10_000]
    let imbalance =
      gap == .zero ? "" : ", une fois retiré l’écart de \(distance.french) du budget"
    return Evaluation(
      ratio: Share.rising(Int(share.count), from: 0, to: full),
      reason: "La part propre et acquise est de \(share.french) du coût\(imbalance)\u{00A0}; "
        + "tous les points sont donnés à \(BasisPoints(Int64(full)).french).",
      evidence: "part propre et acquise\u{00A0}: \(sure.french) sur \(cost.french)")
  }
}
