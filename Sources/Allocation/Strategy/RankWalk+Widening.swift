extension RankWalk {
  /// Spreads the draw with as many cells in use as minima let, before any question is asked.
  ///
  /// Money moves freely between used cells only: the more there are, the nearer the draw comes to
  /// what a flow without minima would reach.
  mutating func spreadWidely(_ draw: Draw) {
    guard proofs.choosesUses, var network = strict.take() else { return }
    defer { strict = network }
    let known = Array(network.used.prefix(draw.available.count))
    let own = holdPattern(of: &network)
    var isWithin = true
    for project in isRetained.indices where isRetained[project] && isWithin {
      isWithin = widen(project, in: &network)
    }
    network.spread(draw)
    let found = Array(network.used.prefix(draw.available.count))
    if isWithin, draw.isBetter(found, than: known),
      search.complete(&network, limit: Self.branchesInPlace) == .possible
    {
      network.restore(own)
      keep(&network, isReleased: false)
    } else {
      network.rollback(to: 0)
      network.forgetTouched()
    }
  }

  /// Has the project use more cells of the natures that it uses, as its amounts allow.
  private func widen(_ project: Int, in network: inout Network) -> Bool {
    var spare: [Int: Int64] = [:]
    for cell in network.cells(of: project) {
      spare[root(of: cell), default: 0] += network.amount[cell] - network.low[cell]
    }
    for cell in network.cells(of: project)
    where network.high[cell] == 0 && problem.high[cell] >= problem.minimum[cell] {
      let least = problem.minimum[cell]
      guard least > 1, spare[root(of: cell), default: 0] >= least else { continue }
      let mark = network.mark
      network.setCell(cell, amount: 0, low: least, high: problem.high[cell])
      if network.settle(project) {
        spare[root(of: cell), default: 0] -= least
      } else {
        network.rollback(to: mark)
      }
    }
    return network.total[project] >= network.lower[project]
  }

  /// The bin around the purse of a cell; -1 for ordinary purses.
  private func root(of cell: Int) -> Int { problem.bins.parent[problem.cellPurse[cell]] }
}
