/// Settles lists again on changed instances, within a stated number of trials.
struct ListTrials {
  /// Lists settled again for all the advice of one run.
  private static let trials = 24

  private let instance: Instance
  private let strategy: Strategy
  private var remaining: Int

  init(instance: Instance, strategy: Strategy) {
    self.instance = instance
    self.strategy = strategy
    remaining = instance.projects.count <= Advisor.replayedProjects ? Self.trials : 0
  }

  /// Whether the project is on the list of the changed instance; nil once the trials are spent.
  mutating func retains(_ id: String, after change: Outcome.Change) -> Bool? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let changed = change.applied(to: instance, for: id)
    guard changed.purses.allSatisfy(\.amount.isWithinLimit) else { return nil }
    return strategy.retains(id, in: changed)
  }
}

extension Strategy {
  /// Whether the project is on the list that the strategy settles.
  fileprivate func retains(_ id: String, in instance: Instance) -> Bool {
    switch self {
    case .rank, .proportional:
      guard let list = RankedList.settle(instance, strategy: self, isExplained: false),
        let place = list.walk.problem.projects.firstIndex(where: { $0.id == id })
      else { return false }
      return list.walk.isRetained[place]
    case .value: return ValueStrategy.retains(id, in: instance)
    }
  }
}
