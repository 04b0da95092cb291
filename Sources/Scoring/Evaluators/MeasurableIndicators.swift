import Dossiers

/// Indicators with a target in figures; the same indicator written twice counts once.
enum MeasurableIndicators: Evaluator {
  static let name = "evaluation"
  static let settings = [EvaluatorSetting("plein", 1...1000)]

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
    return Evaluation(
      ratio: Share.rising(measurable.count, from: 0, to: full),
      reason: "Indicateurs dont la valeur visée est chiffrée\u{00A0}: \(measurable.count), "
        + "pour \(full) attendus.",
      evidence: measurable.prefix(5).map { "\($0.label) (\($0.target ?? ""))" }
        .joined(separator: ", "))
  }
}
