import Solver
import Vocabulary

/// The strategy `valeur`: the retained list with the greatest sum of values, then the amounts.
enum ValueStrategy {
  /// Nodes spent looking for the very best, when there are few projects, then for a proof within
  /// the tolerance.
  private static let limits = (fewProjects: 400, exact: 2_000, all: 12_000)

  static func solve(_ instance: Instance) -> Outcome {
    let problem = Problem(instance)
    let value = ProjectValue(instance.parameters)
    let result = select(problem, instance, value)
    guard let best = result.best else { return .infeasible(conflict: [], strategy: .value) }
    var walk = RankWalk(problem)
    let retained = problem.projects.indices.filter { best.isTaken[$0] }
    guard walk.adopt(retained, witness: best.amounts) else { preconditionFailure("witness") }
    walk.raiseTotals()
    walk.sparePurses()
    walk.spreadDraw()
    let explanations = problem.projects.indices.map { project in
      walk.isRetained[project] ? nil : Outcome.Explanation(reason: .unproven)
    }
    var outcome = Outcome(
      walk: walk, instance: instance, strategy: .value, explanations: explanations)
    let totals = outcome.projects.filter(\.isRetained)
    let byID = Dictionary(
      instance.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    outcome.objective = value.sum(
      totals.compactMap { share in byID[share.id].map { (project: $0, total: share.total) } })
    outcome.bound = max(
      outcome.objective, result.bound(inUnitsOf: ProjectValue.precision) ?? outcome.objective)
    let isProven = outcome.bound - outcome.objective <= outcome.objective.magnitude / 10_000
    outcome.status = isProven ? .optimal : .feasible
    return outcome
  }

  /// The best retained list, with amounts that prove it possible.
  static func select(
    _ problem: Problem, _ instance: Instance, _ value: ProjectValue
  ) -> SearchResult {
    let count = Int64(problem.projects.count)
    let choice = ProgrammeBuilder.Choice(
      worth: { project in
        worth(of: problem, project, value, bonus: (count - Int64(project), count * (count + 1)))
      },
      isForced: { problem.isMandatory[$0] }, isForbidden: { _ in false })
    let builder = ProgrammeBuilder(problem, instance: instance, choice: choice)
    let search = Search(
      builder.programme,
      limits: SearchLimits(
        exactNodes: count <= limits.fewProjects ? limits.exact : 0, nodes: limits.all, millionths: 100),
      realise: Realiser(problem: problem).amounts)
    return search.run()
  }

  private static func worth(
    of problem: Problem, _ project: Int, _ value: ProjectValue, bonus: (Int64, Int64)
  ) -> BlockProgramme.Worth {
    let score = problem.projects[project].score ?? 0
    let need = problem.projects[project].need.rawValue
    var worth = BlockProgramme.Worth(
      taken: score * (need > 0 ? value.weight : ProjectValue.precision))
    if need > 0 {
      worth.served = score * (ProjectValue.precision - value.weight) * problem.unit
      worth.whole = need
    }
    // Ties go to the better ranked: all bonuses together stay below one ten-thousandth.
    worth.bonus = bonus.0
    worth.bonusWhole = bonus.1
    return worth
  }
}
