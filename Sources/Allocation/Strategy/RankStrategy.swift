import Vocabulary

/// The strategy `rang`: the demanded projects, then the ranking from the top, then the amounts.
enum RankStrategy {
  static func solve(_ instance: Instance) -> Outcome {
    solve(instance, strategy: .rank) { $0.raiseTotals() }
  }

  /// The list that ranking gives, and totals raised as the strategy wants them.
  static func solve(
    _ instance: Instance, strategy: Strategy, raising raise: (inout RankWalk) -> Void
  ) -> Outcome {
    let problem = Problem(instance)
    var walk = RankWalk(problem)
    var refusals = [Int: RankWalk.Admission]()
    if let failed = walk.retainDemanded() {
      let conflict = Conflict.minimal(in: instance, of: problem, failedAt: failed)
      return .infeasible(conflict: conflict, strategy: strategy)
    }
    for project in ServiceOrder(instance, problem).projects {
      let admission = walk.admit(project, explain: true)
      if case .retained = admission { continue }
      refusals[project] = admission
    }
    raise(&walk)
    walk.sparePurses()
    walk.spreadDraw()
    var advisor = Advisor(instance: instance, problem: problem, isStrict: walk.strict != nil)
    let explanations = problem.projects.indices.map { project in
      refusals[project].map { advisor.explanation(of: project, $0) }
    }
    return Outcome(walk: walk, instance: instance, strategy: strategy, explanations: explanations)
  }
}

extension RankWalk {
  /// Retains the projects that are demanded.
  ///
  /// - Returns: the first one that cannot join those before it; nil when all are retained.
  mutating func retainDemanded() -> Int? {
    for project in problem.projects.indices where problem.isMandatory[project] {
      guard case .retained = admit(project, explain: false) else { return project }
    }
    return nil
  }
}
