public import Allocation
public import Vocabulary

extension Desk {
  /// What separates a result called optimal from the strategy it claims, computed again.
  ///
  /// The retained projects and their totals must be the same; the purses they draw on may differ.
  /// A result that only claims to be feasible has nothing to answer for here.
  ///
  /// - Parameters:
  ///   - claim: a result that breaks no rule.
  ///   - instance: what it is a result of.
  ///   - strategy: the strategy it claims to follow.
  /// - Returns: one finding a project treated otherwise; empty when ours is not proved optimal. A
  ///   result of another strategy is one finding.
  public static func departures(
    of claim: Claim, from instance: Instance, _ strategy: Strategy
  ) -> [Finding] {
    guard claim.strategy.rawValue == strategy.rawValue else {
      return [
        Finding(
          code: "strategie_differente", place: Finding.Place(field: "strategie"),
          message: "Le résultat suit « \(claim.strategy.rawValue) », pas « \(strategy.rawValue) ».",
          remedy: "Ajoutez --strategie \(claim.strategy.rawValue), ou recalculez le résultat.")
      ]
    }
    guard claim.status == .optimal else { return [] }
    let outcome = Allocator.solve(instance, strategy: strategy, isExplained: false)
    guard outcome.status == .optimal else { return [] }
    // Several lists may be worth the same: by value, only the value is answered for.
    if strategy == .value { return departures(of: claim, from: outcome) }
    let claimed = Dictionary(claim.projects.map { ($0.id, $0.total) }) { first, _ in first }
    let retained = Set(claim.projects.filter(\.isRetained).map(\.id))
    return outcome.projects.compactMap { project in
      let total = claimed[project.id] ?? .zero
      guard total != project.total || retained.contains(project.id) != project.isRetained else {
        return nil
      }
      return Finding(
        code: "strategie_non_suivie", place: Finding.Place(field: "projets.\(project.id)"),
        message: "La stratégie « \(strategy.rawValue) » donne \(project.total.french) à "
          + "« \(project.id) » ; le résultat lui donne \(total.french).",
        remedy: "Recalculez le résultat, ou annoncez-le comme seulement faisable.",
        source: LegalSource("docs/formats/simulation.md, stratégie « \(strategy.rawValue) »"))
    }
  }

  /// A list called the most valuable that is worth less than one at hand, beyond the tolerance.
  private static func departures(of claim: Claim, from outcome: Outcome) -> [Finding] {
    guard claim.objective < outcome.objective,
      !Strategy.isWithinTolerance(claim.objective, of: outcome.objective)
    else { return [] }
    return [
      Finding(
        code: "strategie_non_suivie", place: Finding.Place(field: "objectif"),
        message: "Une autre liste vaut \(outcome.objective), en dixièmes de point ; celle du "
          + "résultat vaut \(claim.objective).",
        remedy: "Recalculez le résultat, ou annoncez-le comme seulement faisable.",
        source: "docs/formats/simulation.md, stratégie « valeur »")
    ]
  }
}
