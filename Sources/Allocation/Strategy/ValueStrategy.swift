import Solver
import Vocabulary

/// The strategy `valeur`: the retained list with the greatest sum of values, then the amounts.
enum ValueStrategy {
  /// Nodes spent looking for the very best, when there are few projects, then for a proof within
  /// the tolerance.
  private static let limits = (fewProjects: 400, exact: 2_000, all: 12_000)
  /// A bound that exceeds the value by so many millionths of it counts as a proof.
  static let tolerance: Int64 = 100

  static func solve(_ instance: Instance, isExplained: Bool = true) -> Outcome {
    let problem = Problem(instance)
    let value = ProjectValue(instance.parameters)
    guard let result = select(problem, instance, value), let best = result.best else {
      return .infeasible(instance, strategy: .value, isExplained: isExplained)
    }
    var refusals: [Int: RankWalk.Admission] = [:]
    for project in problem.projects.indices { refusals[project] = .outvalued }
    var list = RankedList.list(
      of: best, instance, strategy: .value, refusals: refusals, isExplained: isExplained)
    list.walk.raiseTotals(in: value.order(of: problem.projects))
    list.walk.sparePurses()
    list.walk.spreadDraw()
    let explanations = list.explanations(of: instance, isExplained: isExplained)
    var outcome = Outcome(
      walk: list.walk, instance: instance, strategy: .value, explanations: explanations)
    outcome.objective = Yardstick.value(of: outcome.projects, in: instance) ?? 0
    outcome.bound = max(
      outcome.objective, result.bound(inUnitsOf: ProjectValue.precision) ?? outcome.objective)
    let isClose = Strategy.isWithinTolerance(outcome.objective, of: outcome.bound)
    outcome.status = isClose ? .optimal : .feasible
    outcome.areTotalsProven = list.walk.unprovenCount == 0
    if isExplained { tellLosses(in: &outcome, problem, instance) }
    return outcome
  }

  /// Refusals whose cost is computed in one run.
  private static let losses = 60

  /// What taking each refused project in would cost the list, at least.
  private static func tellLosses(
    in outcome: inout Outcome, _ problem: Problem, _ instance: Instance
  ) {
    let hasMinima = instance.constraints.contains(where: \.isSoft)
    guard problem.projects.count <= limits.fewProjects, !hasMinima else { return }
    let refused = outcome.projects.indices.filter { place in
      !outcome.projects[place].isRetained && problem.blocked[place] == nil
    }
    for place in refused.prefix(losses) {
      guard let with = bound(problem, instance, with: (place, true)), with < outcome.objective
      else { continue }
      outcome.projects[place].explanation?.loss = outcome.objective - with
    }
  }

  /// What no list with this project, or without it, is worth more than, in the unit of scores,
  /// rounded down; nil when there is no such list.
  static func bound(
    _ problem: Problem, _ instance: Instance, with project: (place: Int, isTaken: Bool)
  ) -> Int64? {
    select(
      problem, instance, ProjectValue(instance.parameters),
      limits: SearchLimits(exactNodes: 0, nodes: 1, millionths: tolerance), settling: project
    )?.bound(inUnitsOf: ProjectValue.precision)
  }

  /// The best list, with amounts that prove it possible; nil when soft minima leave no solution.
  private static func select(
    _ problem: Problem, _ instance: Instance, _ value: ProjectValue,
    limits given: SearchLimits? = nil, settling settled: (place: Int, isTaken: Bool)? = nil
  ) -> SearchResult? {
    guard problem.isDemandAllowed else { return nil }
    let choice = ProgrammeBuilder.Choice(
      worth: { value.worth(of: $0, in: problem) },
      isForced: { problem.isMandatory[$0] || ($0 == settled?.place && settled?.isTaken == true) },
      isForbidden: { $0 == settled?.place && settled?.isTaken == false })
    var builder = ProgrammeBuilder(problem, instance: instance, choice: choice)
    var start: Selection?
    if instance.constraints.contains(where: \.isSoft) {
      guard let goal = MinimaGoal(problem, instance: instance) else { return nil }
      goal.impose(on: &builder)
      start = goal.solution
    }
    let isSmall = problem.projects.count <= limits.fewProjects
    return Search(
      builder.programme,
      limits: given
        ?? SearchLimits(
          exactNodes: isSmall ? limits.exact : 0, nodes: limits.all, millionths: tolerance),
      start: start,
      realise: Realiser(
        problem: problem, instance: instance, order: value.order(of: problem.projects)
      ).amounts
    ).run()
  }
}

extension Strategy {
  /// Whether a value is so near a bound that it counts as the best (one ten-thousandth of it).
  ///
  /// - Parameters:
  ///   - value: what a list is worth.
  ///   - bound: what no list is worth more than.
  /// - Returns: whether their difference is within the tolerance.
  public static func isWithinTolerance(_ value: Int64, of bound: Int64) -> Bool {
    (Int128(bound) - Int128(value)) * 1_000_000
      <= Int128(value.magnitude) * Int128(ValueStrategy.tolerance)
  }
}
