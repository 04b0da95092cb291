import Vocabulary

extension SideRule {
  /// What to try, in order, when the amounts break the rule; nil when they respect it.
  ///
  /// Every allowed distribution satisfies at least one of the restrictions, and each of them is
  /// tighter than the present bounds.
  func branching(in network: Network) -> [Restriction]? {
    switch self {
    case .minimum(let cell, let least): minimumBranching(cell, least, network)
    case .commitment(let rule): rule.branching(in: network)
    case .cofunding(let cell, _, let share): cofundingBranching(cell, share, network)
    case .share(let group, let most): shareBranching(network.watches.groups[group], most, network)
    case .count(let group, let most): countBranching(network.watches.groups[group], most, network)
    case .leastShare(let group, let least):
      leastShareBranching(network.watches.groups[group], least, network)
    case .leastCount(let group, let least):
      leastCountBranching(network.watches.groups[group], least, network)
    }
  }

  func bound(
    _ cell: Int, from low: Int64 = 0, to high: Int64 = .max, lower: Int64 = 0, in network: Network
  ) -> Restriction {
    let bounds = (cell, max(low, network.low[cell]), min(high, network.high[cell]))
    return Restriction(project: network.cellProject[cell], bounds: [bounds], lower: lower)
  }

  private func minimumBranching(
    _ cell: Int, _ least: Int64, _ network: Network
  ) -> [Restriction]? {
    let amount = network.amount[cell]
    guard amount > 0, amount < least else { return nil }
    let on = bound(cell, from: least, in: network)
    let off = bound(cell, to: 0, in: network)
    return amount >= least / 2 ? [on, off] : [off, on]
  }

  private func cofundingBranching(
    _ cell: Int, _ share: BasisPoints, _ network: Network
  ) -> [Restriction]? {
    let most = Self.mostPaid(within: network.total[network.cellProject[cell]], share: share)
    guard network.amount[cell] > most else { return nil }
    let least = Self.leastTotal(paying: most + 1, share: share)
    return [
      bound(cell, to: most, in: network),
      bound(cell, from: most + 1, lower: least, in: network),
    ]
  }

  private func shareBranching(
    _ group: UsedCells, _ most: Int64, _ network: Network
  ) -> [Restriction]? {
    guard group.sum > most else { return nil }
    guard group.sumOfLows <= most else { return [] }
    let spare = { (cell: Int32) in (network.amount[Int(cell)] - network.low[Int(cell)], -cell) }
    guard let largest = group.cells.max(by: { spare($0) < spare($1) }) else { return [] }
    let cell = Int(largest)
    let cut = max(network.low[cell], network.amount[cell] - (group.sum - most))
    return [bound(cell, to: cut, in: network), bound(cell, from: cut + 1, in: network)]
  }

  private func countBranching(
    _ group: UsedCells, _ most: Int, _ network: Network
  ) -> [Restriction]? {
    guard group.cells.count > most else { return nil }
    guard group.bound <= most,
      let last = group.cells.max(by: { left, right in
        (network.low[Int(left)] == 0 ? left : -1) < (network.low[Int(right)] == 0 ? right : -1)
      })
    else { return [] }
    return [bound(Int(last), to: 0, in: network), bound(Int(last), from: 1, in: network)]
  }
}

extension SideRule.Commitment {
  fileprivate func branching(in network: Network) -> [Restriction]? {
    guard let cell, let condition else { return nil }
    let due = network.amount[condition] >= threshold ? amount : 0
    guard network.amount[cell] != due else { return nil }
    let project = network.cellProject[cell]
    let on: [(cell: Int, low: Int64, high: Int64)] = [
      (cell, amount, amount), (condition, threshold, .max),
    ]
    let off: [(cell: Int, low: Int64, high: Int64)] = [(cell, 0, 0), (condition, 0, threshold - 1)]
    return [on, off].map { bounds in
      Restriction(project: project, bounds: bounds)
    }
  }
}
