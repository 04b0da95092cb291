import Dossiers
import Vocabulary

/// Ordinary policies are drawn on before specific credits.
///
/// Source: loi n° 2014-173, art. 1er, I.
enum CommonLawShare: Evaluator {
  static let name = "droit_commun"
  static let settings = [EvaluatorSetting("plein_bp", 1...10_000)]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let plan = facts.application.plan
    let grants = plan.requestedTotal + plan.securedTotal
    guard let share = BasisPoints.ratio(of: min(facts.commonLaw, grants), in: grants) else {
      return .nothing("Le plan de financement ne compte aucune subvention.")
    }
    let full = settings["plein_bp", default: 10_000]
    return Evaluation(
      ratio: Share.rising(Int(share.count), from: 0, to: full),
      reason: "Le droit commun représente \(share.french) des subventions demandées ou acquises"
        + "\u{00A0}; tous les points sont donnés à \(BasisPoints(Int64(full)).french).",
      evidence: "droit commun\u{00A0}: \(facts.commonLaw.french) sur \(grants.french)")
  }
}
