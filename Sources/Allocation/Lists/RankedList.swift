import Solver

/// The list of `rang`: whoever can be retained beside those retained before.
enum RankedList {
  /// Nodes of the search that one question about soft minima may cost.
  private static let nodesPerQuestion = 200

  /// The list; nil when what is demanded cannot be met.
  static func settle(
    _ instance: Instance, strategy: Strategy, isExplained: Bool
  ) -> SettledList? {
    let problem = Problem(instance)
    if instance.constraints.contains(where: \.isSoft) {
      return settle(problem, towards: instance, strategy, isExplained: isExplained)
    }
    var walk = RankWalk(problem)
    walk.questions = ListQuestions(problem: problem, instance: instance)
    guard walk.retainDemanded() == nil else { return nil }
    let order = ServiceOrder(instance, problem)
    let refusals = walk.goDown(order, isExplained: isExplained)
    return SettledList(
      walk: walk, refusals: refusals, isReplayable: order.isByRank, strategy: strategy)
  }

  /// With soft minima: whoever can be retained in some solution that lacks no more than it must.
  ///
  /// Such a solution is always at hand; it is looked for again when it leaves the next project out.
  private static func settle(
    _ problem: Problem, towards instance: Instance, _ strategy: Strategy, isExplained: Bool
  ) -> SettledList? {
    guard let goal = MinimaGoal(problem, instance: instance), var known = goal.solution else {
      return nil
    }
    let search = questions(problem, instance, goal)
    var refusals: [Int: RankWalk.Admission] = [:]
    var unproven = goal.isProven ? 0 : 1
    for project in ServiceOrder(instance, problem).projects {
      if let refusal = problem.blocked[project] {
        refusals[project] = .refused(refusal)
      } else if known.isTaken[project] {
        search.settle(project, isTaken: true)
      } else {
        switch search.ask(for: project, nodes: nodesPerQuestion) {
        case .possible(let selection): known = selection
        case .impossible:
          search.settle(project, isTaken: false)
          refusals[project] = .refused(.softMinimum)
        case .unknown:
          search.settle(project, isTaken: false)
          refusals[project] = .unproven
          unproven += 1
        }
      }
    }
    var settled = list(
      of: known, instance, strategy: strategy, refusals: refusals, isExplained: isExplained)
    settled.walk.unprovenCount += unproven
    return settled
  }

  private static func questions(
    _ problem: Problem, _ instance: Instance, _ goal: MinimaGoal
  ) -> Search {
    let choice = ProgrammeBuilder.Choice(
      worth: { _ in .init(taken: 0) }, isForced: { problem.isMandatory[$0] },
      isForbidden: { _ in false })
    var builder = ProgrammeBuilder(problem, instance: instance, choice: choice)
    goal.impose(on: &builder)
    return Search(
      builder.programme,
      limits: SearchLimits(exactNodes: .max, nodes: .max, millionths: 0), start: goal.solution,
      realise: Realiser(problem: problem, instance: instance).amounts)
  }

  /// Takes a solution over as a settled list, its soft minima kept from now on.
  static func list(
    of selection: Selection, _ instance: Instance, strategy: Strategy,
    refusals: [Int: RankWalk.Admission], isExplained: Bool
  ) -> SettledList {
    let plain = Problem(instance)
    let reached = MinimaGoal.reached(by: selection, plain, instance)
    let problem = reached.isEmpty ? plain : Problem(instance, keeping: reached)
    var walk = RankWalk(problem)
    let retained = problem.projects.indices.filter { selection.isTaken[$0] }
    if !walk.adopt(retained, witness: selection.amounts) {
      // The list is what matters; its amounts are looked for again, rule by rule.
      for project in retained { _ = walk.admit(project, explain: false) }
    }
    let refused = problem.projects.indices.filter { !walk.isRetained[$0] }.map { project in
      let known = refusals[project] ?? .unproven
      let admission = walk.reason(for: project, known, isExplained: isExplained)
      return WalkRefusal(project: project, admission: admission, walk: nil)
    }
    return SettledList(walk: walk, refusals: refused, isReplayable: false, strategy: strategy)
  }
}

extension RankWalk {
  /// Why the project cannot simply be added to the list: a rule, the money, or else what is known.
  fileprivate mutating func reason(
    for project: Int, _ known: Admission, isExplained: Bool
  ) -> Admission {
    if case .unproven = known { return known }
    if let refusal = problem.blocked[project]
      ?? retention.refusal(
        of: project, beside: isRetained, isDemanded: false, projects: problem.projects)
    {
      return .refused(refusal)
    }
    let start = relaxed.mark
    defer { relaxed.rollback(to: start) }
    guard !relaxed.open(project, of: problem) else { return known }
    return .outOfMoney(
      Shortage(of: project, in: &relaxed, problem: problem, explain: isExplained))
  }

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
  /// - Parameters:
  ///   - order: in which order the others are considered.
  ///   - isExplained: whether what binds is looked for, and the walk kept at each refusal.
  /// - Returns: the refusals, in order.
  mutating func goDown(_ order: ServiceOrder, isExplained: Bool) -> [WalkRefusal] {
    let isKept = isExplained && problem.projects.count <= Advisor.replayedProjects
    var refusals: [WalkRefusal] = []
    // Nothing changes between two refusals in a row: they share one copy.
    var copy: RankWalk?
    for project in order.projects {
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
