import Dossiers
import Vocabulary

/// The cost for each person expected, beside that of the actions alike in the same call.
///
/// Source: Préfecture de l’Hérault, appel à projets 2024 (« coût par bénéficiaire »); what is alike is
/// the objective, else its axis, else the call.
enum ComparableCost: Evaluator {
  static let name = "cout_comparable"
  static let settings = [
    EvaluatorSetting("bas_bp", 0...100_000),
    EvaluatorSetting("haut_bp", 0...1_000_000, above: "bas_bp"),
    EvaluatorSetting("comparables_min", 1...1000),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    evaluate(facts.costFacts, among: facts.comparables, settings: settings)
  }

  static func evaluate(
    _ facts: CostFacts, among comparables: ComparableCosts?, settings: [String: Int]
  ) -> Evaluation {
    guard let cents = facts.centsPerPerson else {
      return .nothing("Le coût ou le nombre de bénéficiaires n’est pas indiqué.")
    }
    let least = settings["comparables_min", default: 1]
    guard
      let (code, group) = comparables?.group(
        objective: facts.objective, axis: facts.axis, least: least)
    else {
      return .nothing(
        "Moins de \(least) actions de l’appel disent leur coût par bénéficiaire\u{00A0}: "
          + "rien à quoi comparer.")
    }
    let low = settings["bas_bp", default: 0]
    let high = settings["haut_bp", default: 1]
    let median = max(1, Int(clamping: group.median))
    let share = Int(clamping: cents).multipliedReportingOverflow(by: 10_000)
    let rate = share.overflow ? Int.max : share.partialValue / median
    let scope =
      code == ComparableCosts.everything
      ? "de l’appel"
      : code == facts.objective ? "de l’objectif \(code)" : "de l’axe \(code)"
    return Evaluation(
      ratio: Share.falling(rate, from: low, to: high),
      reason: "L’action coûte \(Cents(cents).french) par bénéficiaire, la médiane des "
        + "\(group.actions) actions \(scope) \(Cents(group.median).french)\u{00A0}; tous les points "
        + "jusqu’à \(BasisPoints(Int64(low)).french) de la médiane, aucun dès "
        + "\(BasisPoints(Int64(high)).french).",
      evidence: "\(facts.cost.french) pour \(FrenchNumber.text(facts.people ?? 0)) personnes")
  }
}
