import Vocabulary

/// The strategy `rang`: the demanded projects, then the ranking from the top, then the amounts.
enum RankStrategy {
  static func solve(_ instance: Instance, isExplained: Bool = true) -> Outcome {
    let problem = Problem(instance)
    var walk = RankWalk(problem)
    guard walk.retainDemanded() == nil else {
      return .infeasible(instance, strategy: .rank, isExplained: isExplained)
    }
    let refusals = walk.goDown(isExplained: isExplained)
    walk.raiseTotals()
    walk.sparePurses()
    var explanations = [Outcome.Explanation?](repeating: nil, count: problem.projects.count)
    var advisor = Advisor(instance: instance, problem: problem, refusals: refusals)
    for (index, refusal) in refusals.enumerated() {
      explanations[refusal.project] =
        isExplained ? advisor.explanation(of: index) : Advisor.reason(of: refusal)
    }
    return Outcome(walk: walk, instance: instance, strategy: .rank, explanations: explanations)
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

  /// Goes down the ranking from the top, beside the demanded projects.
  ///
  /// - Parameter isExplained: whether what binds is looked for, and the walk kept at each refusal.
  /// - Returns: the refusals, in order.
  mutating func goDown(isExplained: Bool) -> [WalkRefusal] {
    let isKept = isExplained && problem.projects.count <= Advisor.replayedProjects
    var refusals: [WalkRefusal] = []
    // Nothing changes between two refusals in a row: they share one copy.
    var copy: RankWalk?
    for project in problem.projects.indices where !problem.isMandatory[project] {
      let admission = admit(project, explain: isExplained)
      if case .retained = admission {
        copy = nil
        continue
      }
      if copy == nil, isKept { copy = self }
      refusals.append(WalkRefusal(project: project, admission: admission, walk: copy))
    }
    return refusals
  }
}
