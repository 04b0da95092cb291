extension SideRule {
  func leastShareBranching(
    _ group: UsedCells, _ least: Int64, _ network: Network
  ) -> [Restriction]? {
    let missing = least - group.sum
    guard missing > 0 else { return nil }
    guard group.sumOfHighs >= least, let cell = Self.widest(group.members, in: network) else {
      return []
    }
    let step = min(missing, max(1, network.reach(of: cell)))
    let goal = network.amount[cell] + step
    return [bound(cell, from: goal, in: network), bound(cell, to: goal - 1, in: network)]
  }

  func leastCountBranching(
    _ group: UsedCells, _ least: Int, _ network: Network
  ) -> [Restriction]? {
    guard group.cells.count < least else { return nil }
    let unused = group.members.filter { network.amount[$0] == 0 }
    guard group.openCount >= least, let cell = Self.widest(unused, in: network) else { return [] }
    return [bound(cell, from: 1, in: network), bound(cell, to: 0, in: network)]
  }

  /// The cell with room that its own project can fill the most, the first among equals.
  private static func widest(_ cells: [Int], in network: Network) -> Int? {
    var best: (cell: Int, reach: Int64)?
    for cell in cells where network.canTake(cell) {
      let reach = network.reach(of: cell)
      if reach > best?.reach ?? -1 { best = (cell, reach) }
    }
    return best?.cell
  }
}

extension Network {
  /// What the cell can receive from the other cells of its project and from below its ceiling.
  fileprivate func reach(of cell: Int) -> Int64 {
    let project = cellProject[cell]
    var available = ceiling[project] - total[project]
    for other in cells(of: project) where other != cell { available += amount[other] - low[other] }
    return min(high[cell] - amount[cell], available)
  }
}
