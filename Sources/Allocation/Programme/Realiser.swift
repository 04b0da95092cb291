/// Finds whole amounts for a given list of retained projects, by flow and a little branching.
struct Realiser {
  /// Branches tried near the amounts that the relaxation suggests, then from anywhere.
  private static let branches = (near: 60, anywhere: 200)

  let problem: Problem

  /// Amounts by cell, in units, that respect every rule; nil when none were found.
  func amounts(_ isTaken: [Bool], near hint: [Int64]) -> [Int64]? {
    if !problem.sideRules.isEmpty,
      let found = search(isTaken, limit: Self.branches.near, bounds: { bounds(of: $0, hint[$0]) })
    {
      return found
    }
    return search(isTaken, limit: Self.branches.anywhere) { (problem.low[$0], problem.high[$0]) }
  }

  /// A cell that the relaxation uses stays used, one that it leaves stays left.
  private func bounds(of cell: Int, _ hint: Int64) -> (low: Int64, high: Int64) {
    let (low, high) = (problem.low[cell], problem.high[cell])
    let least = max(problem.minimum[cell], 1)
    guard low == 0, high > 0 else { return (low, high) }
    if hint * 2 >= least, least <= high { return (problem.minimum[cell] > 1 ? least : 0, high) }
    return (0, 0)
  }

  private func search(
    _ isTaken: [Bool], limit: Int, bounds: (Int) -> (low: Int64, high: Int64)
  ) -> [Int64]? {
    var network = problem.emptyNetwork()
    network.watches = Watches(problem.sideRules.groups, cellCount: problem.cellProject.count)
    for project in problem.projects.indices where isTaken[project] {
      network.trail.restart()
      network.setProject(
        project, lower: problem.floor[project], ceiling: problem.ceiling[project])
      for cell in network.cells(of: project) {
        let (low, high) = bounds(cell)
        network.setCell(cell, amount: 0, low: low, high: high)
        network.touch(cell)
      }
      guard network.settle(project) else { return nil }
    }
    network.commit()
    guard !problem.sideRules.isEmpty else { return network.amount }
    var branching = BranchSearch(rules: problem.sideRules, remaining: limit)
    return branching.complete(&network, limit: limit) == .possible ? network.amount : nil
  }
}
