import Vocabulary

extension Outcome {
  /// Reads what a finished walk gives.
  init(
    walk: RankWalk, instance: Instance, strategy: Strategy, explanations: [Explanation?]
  ) {
    let problem = walk.problem
    let network = walk.strict ?? walk.relaxed
    let projects = problem.projects.indices.map { index in
      ProjectShare(
        index, in: network, of: problem, isRetained: walk.isRetained[index],
        explanation: explanations[index])
    }
    let purses = problem.purses.indices.map { index in
      let consumed = Cents(network.used[index] * problem.unit)
      return PurseUse(
        id: problem.purses[index].id, consumed: consumed,
        left: problem.purses[index].amount - consumed, isSaturated: network.room(index) == 0)
    }
    let retained = Int64(walk.isRetained.count { $0 })
    let unproven = explanations.count { $0?.reason == .unproven }
    self.init(
      status: walk.unprovenCount == 0 ? .optimal : .feasible, strategy: strategy,
      projects: projects,
      purses: purses, cycles: CommitmentCycle.all(of: problem, walk: walk),
      minima: Instance.Minimum.all(of: instance, projects), objective: retained,
      bound: retained + Int64(unproven))
  }
}

extension Outcome.ProjectShare {
  fileprivate init(
    _ project: Int, in network: Network, of problem: Problem, isRetained: Bool,
    explanation: Outcome.Explanation?
  ) {
    let parts = network.cells(of: project).compactMap { cell in
      network.amount[cell] == 0
        ? nil
        : Outcome.Part(
          purse: problem.purses[problem.cellPurse[cell]].id,
          amount: Cents(network.amount[cell] * problem.unit))
    }
    self.init(
      id: problem.projects[project].id, isRetained: isRetained,
      total: Cents(network.total[project] * problem.unit), parts: parts, explanation: explanation)
  }
}

extension Outcome.CommitmentCycle {
  /// The circles among the commitments of the retained projects, each named once.
  fileprivate static func all(of problem: Problem, walk: RankWalk) -> [Self] {
    var cycles: [Self] = []
    for index in problem.projects.indices where walk.isRetained[index] {
      cycles += problem.commitmentCycles[index] ?? []
    }
    return cycles
  }

  /// The circles of each project: a purse waits for one purse at most.
  static func byProject(
    _ commitments: [Instance.Commitment], index: [String: Int]
  ) -> [Int: [Self]] {
    var result: [Int: [Self]] = [:]
    for (id, rows) in Dictionary(grouping: commitments, by: \.project) {
      guard let project = index[id] else { continue }
      let next = Dictionary(
        rows.map { ($0.purse, $0.condition) }, uniquingKeysWith: { first, _ in first })
      for start in next.keys.sorted(by: { $0.precedesInBytes($1) }) {
        guard let circle = circle(from: start, next) else { continue }
        result[project, default: []].append(Self(project: id, purses: circle))
      }
    }
    return result
  }

  /// The circle through `start` when `start` is its smallest purse.
  private static func circle(from start: String, _ next: [String: String]) -> [String]? {
    var circle = [start]
    while let following = next[circle[circle.count - 1]] {
      if following == start { return circle }
      guard start.precedesInBytes(following), !circle.contains(following) else { return nil }
      circle.append(following)
    }
    return nil
  }
}
