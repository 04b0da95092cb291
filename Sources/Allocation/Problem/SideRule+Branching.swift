import Vocabulary

extension SideRule {
  /// What to try, in order, when the amounts break the rule; nil when they respect it.
  ///
  /// Every allowed distribution satisfies at least one of the restrictions; none allows the present one.
  func branching(in network: Network) -> [Restriction]? {
    switch self {
    case .minimum(let cell, let least): minimumBranching(cell, least, network)
    case .commitment(let rule): rule.branching(in: network)
    case .cofunding(let cell, _, let share): cofundingBranching(cell, share, network)
    case .share(let cells, let most): shareBranching(cells, most, network)
    case .count(let cells, let most): countBranching(cells, most, network)
    }
  }

  private func bound(
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
    _ cells: [Int], _ most: Int64, _ network: Network
  ) -> [Restriction]? {
    let sum = cells.reduce(Int64(0)) { $0 + network.amount[$1] }
    guard sum > most else { return nil }
    guard cells.reduce(Int64(0), { $0 + network.low[$1] }) <= most else { return [] }
    let spare = { (cell: Int) in network.amount[cell] - network.low[cell] }
    guard let cell = cells.max(by: { spare($0) < spare($1) }) else { return [] }
    let cut = max(network.low[cell], network.amount[cell] - (sum - most))
    return [bound(cell, to: cut, in: network), bound(cell, from: cut + 1, in: network)]
  }

  private func countBranching(
    _ cells: [Int], _ most: Int, _ network: Network
  ) -> [Restriction]? {
    guard cells.count(where: { network.amount[$0] > 0 }) > most else { return nil }
    guard cells.count(where: { network.low[$0] > 0 }) <= most,
      let cell = cells.last(where: { network.amount[$0] > 0 && network.low[$0] == 0 })
    else { return [] }
    return [bound(cell, to: 0, in: network), bound(cell, from: 1, in: network)]
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
