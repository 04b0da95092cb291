import Solver
import Vocabulary

/// Proves that a change would put a project on a list that does not come from the ranking alone.
///
/// Under `valeur`, the list with the project added is worth more than any list without it can be, so
/// that every best list holds it. Elsewhere the list is settled again. Both within a stated number
/// of trials.
struct ListTrials {
  private let instance: Instance
  private let list: SettledList
  private var remaining: Int

  init(instance: Instance, list: SettledList) {
    self.instance = instance
    self.list = list
    let isSmall = instance.projects.count <= Advisor.replayedProjects
    remaining = isSmall ? (list.strategy == .value ? 40 : 8) : 0
  }

  /// Whether the project is on the list of the changed instance; nil when that is not proven.
  mutating func retains(_ project: Int, after change: Outcome.Change) -> Bool? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let id = list.walk.problem.projects[project].id
    let changed = change.applied(to: instance, for: id)
    guard changed.purses.allSatisfy(\.amount.isWithinLimit) else { return nil }
    guard list.strategy == .value else { return isSettled(id, in: changed) }
    let value = ProjectValue(instance.parameters)
    // Adding a project may take a list away from its soft minima: nothing is told then.
    guard value.isWhole, !instance.constraints.contains(where: \.isSoft) else { return nil }
    let problem = Problem(changed)
    var isTaken = list.walk.isRetained
    isTaken[project] = true
    guard Realiser(problem: problem, instance: changed).amounts(isTaken) != nil else { return nil }
    let sum = isTaken.indices.reduce(Int128(0)) { sum, place in
      isTaken[place] ? sum + Int128(problem.projects[place].score ?? 0) : sum
    }
    let without = ValueStrategy.bound(problem, changed, with: (project, false))
    return without.map { sum > Int128($0) } ?? true
  }

  private func isSettled(_ id: String, in changed: Instance) -> Bool {
    let settled = RankedList.settle(changed, strategy: list.strategy, isExplained: false)
    guard let settled, settled.walk.unprovenCount == 0,
      let place = settled.walk.problem.projects.firstIndex(where: { $0.id == id })
    else { return false }
    return settled.walk.isRetained[place]
  }
}
