import Dossiers
import Vocabulary

/// Partners act with the applicant: each counts once, the applicant not at all.
///
/// A partner that the plan of action does not name for the objective counts for `hors_plan_bp`.
enum Partnership: Evaluator {
  static let name = "partenariat"
  static let settings: [EvaluatorSetting] = [
    EvaluatorSetting("plein", 1...1000), .rate("hors_plan_bp", fallback: 10_000),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    var seen: Set<String> = [facts.application.applicant.name.lettersOnly]
    let names = facts.application.project.partners.map(\.name).filter { name in
      let letters = name.lettersOnly
      return letters.utf8.count >= 2 && seen.insert(letters).inserted
    }
    guard !names.isEmpty else { return .nothing("Aucun partenaire n’est cité.") }
    let full = settings["plein", default: 1]
    let outside = Self.settings[1].value(in: settings)
    let expected = names.count { facts.expectations.partners.contains($0.lettersOnly) }
    return Evaluation(
      ratio: Share.rising(
        expected * 10_000 + (names.count - expected) * outside, from: 0, to: full * 10_000),
      reason: "Partenaires différents cités\u{00A0}: \(names.count), pour \(full) attendus"
        + PlanShare.french(
          named: expected, of: names.count, rate: outside, what: "cités par le plan d’action")
        + ".",
      evidence: names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "…" : ""))
  }
}
