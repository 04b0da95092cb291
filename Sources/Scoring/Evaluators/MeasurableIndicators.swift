import Dossiers
import Vocabulary

/// Indicators with a target in figures; the same indicator written twice counts once.
///
/// An indicator that the plan of action does not give for the objective counts for `hors_plan_bp`.
enum MeasurableIndicators: Evaluator {
  static let name = "evaluation"
  static let settings: [EvaluatorSetting] = [
    EvaluatorSetting("plein", 1...1000), .rate("hors_plan_bp", fallback: 10_000),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let indicators = facts.application.project.indicators
    guard !indicators.isEmpty else { return .nothing("Aucun indicateur n’est proposé.") }
    var seen: Set<String> = []
    let measurable = indicators.filter { indicator in
      let letters = indicator.label.lettersOnly
      let hasFigure = (indicator.target ?? "").utf8.contains { (0x30...0x39).contains($0) }
      return hasFigure && letters.utf8.count >= 3 && seen.insert(letters).inserted
    }
    let full = settings["plein", default: 1]
    let outside = Self.settings[1].value(in: settings)
    let expected = measurable.count { facts.expectations.name($0) }
    return Evaluation(
      ratio: Share.rising(
        expected * 10_000 + (measurable.count - expected) * outside, from: 0, to: full * 10_000),
      reason: "Indicateurs dont la valeur visée est chiffrée\u{00A0}: \(measurable.count), "
        + "pour \(full) attendus"
        + PlanShare.french(
          named: expected, of: measurable.count, rate: outside,
          what: "pris dans la liste de l’objectif") + ".",
      evidence: measurable.prefix(5).map { "\($0.label) (\($0.target ?? ""))" }
        .joined(separator: ", "))
  }
}

extension ScoringContext.Expectations {
  /// Whether an indicator is one of those of the objective: by its code, else by its label.
  fileprivate func name(_ indicator: Project.Indicator) -> Bool {
    indicator.code.map { indicatorCodes.contains($0) } ?? false
      || indicatorLabels.contains(indicator.label.lettersOnly)
  }
}

/// How the share of things that the plan of action names is told.
enum PlanShare {
  /// Empty when what the plan does not name counts as much.
  static func french(named: Int, of total: Int, rate: Int, what: String) -> String {
    guard rate < 10_000, total > 0 else { return "" }
    return ", dont \(what)\u{00A0}: \(named)\u{00A0}; les autres comptent pour "
      + BasisPoints(Int64(rate)).french
  }
}
