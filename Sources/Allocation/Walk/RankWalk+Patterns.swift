extension RankWalk {
  private static let patterns = 6

  /// Raises the total as far as the cells now used let it, without using others.
  ///
  /// What stops it is kept as a proof when it is one, minima included.
  mutating func raiseInPattern(_ project: Int, to target: Int64) -> Int64 {
    guard var network = strict.take() else { return 0 }
    defer { strict = network }
    let known = network.total[project]
    guard known < target else { return known }
    let lower = network.lower[project]
    let own = holdPattern(of: &network)
    network.setProject(project, lower: target)
    if !network.raise(project, to: target) {
      learn(
        from: network,
        Question(project: project, lower: network.total[project] + 1, former: baseLower[project]))
    }
    let reached = network.total[project]
    network.setProject(project, lower: max(lower, reached))
    if reached > known, search.complete(&network, limit: Self.branchesInPlace) == .possible {
      network.setProject(project, lower: lower)
      network.restore(own)
      keep(&network, isReleased: false)
    } else {
      network.rollback(to: 0)
      network.forgetTouched()
    }
    return network.total[project]
  }

  /// Gives the cells of a project their own bounds back, amounts staying.
  func open(_ project: Int, in network: inout Network) {
    for cell in network.cells(of: project) where problem.minimum[cell] > 1 {
      network.setCell(
        cell, amount: network.amount[cell], low: problem.low[cell], high: problem.high[cell])
    }
  }

  /// Has the used cells keep their minimum and closes the others.
  ///
  /// - Returns: the bounds that this has changed.
  func holdPattern(of network: inout Network) -> [(cell: Int, low: Int64, high: Int64)] {
    var own: [(cell: Int, low: Int64, high: Int64)] = []
    for cell in problem.cellProject.indices
    where problem.minimum[cell] > 1 && network.high[cell] > 0 {
      own.append((cell, network.low[cell], network.high[cell]))
      let isUsed = network.amount[cell] > 0
      network.setCell(
        cell, amount: network.amount[cell],
        low: isUsed ? max(network.low[cell], problem.minimum[cell]) : network.low[cell],
        high: isUsed ? network.high[cell] : 0)
    }
    return own
  }

  /// Keeps the cut of the last failed search when it answers the question.
  private mutating func learn(from network: Network, _ question: Question) {
    let cut = proofs.needCut(around: network, lowers: lowers(asking: question))
    if cut.excess > 0 { remember(cut, question) }
  }

  /// What everyone must receive, by project; nil for those that are not retained.
  func lowers(asking question: Question?) -> [Int64?] {
    var lowers: [Int64?] = zip(isRetained, baseLower).map { $0 ? $1 : nil }
    if let question { lowers[question.project] = question.lower }
    return lowers
  }

  mutating func remember(_ cut: NeedCut, _ question: Question) {
    var cut = cut
    cut.remove(question.project, lower: question.lower)
    if let former = question.former { cut.add(question.project, lower: former) }
    proofs.keep(cut)
  }

  /// Tries the used cells that draw the least inside the cut of the last failure, then inside the
  /// next one, until a distribution or a proof is found; at last betters the best cut.
  mutating func chooseUses(
    _ network: inout Network, lowers: [Int64?], after change: (inout Network) -> Bool
  ) -> Finding {
    var last: [Bool] = []
    var best: NeedCut?
    for _ in 0..<Self.patterns {
      let cut = proofs.needCut(around: network, lowers: lowers)
      if cut.excess > 0 { return (.impossible, cut) }
      if cut.excess > best?.excess ?? -.max { best = cut }
      guard cut.isInside != last else { break }
      last = cut.isInside
      reopen(&network)
      guard use(cut, lowers, in: &network), change(&network) else { continue }
      if search.complete(&network, limit: Self.branchesPerChoice) == .possible {
        return (.possible, nil)
      }
      break
    }
    guard var cut = best, cut.climb(lowers, steps: &remainingSteps) else { return (.unknown, nil) }
    return (.impossible, cut)
  }

  /// - Returns: whether everyone still receives what they must with the cells chosen.
  private func use(_ cut: NeedCut, _ lowers: [Int64?], in network: inout Network) -> Bool {
    var disturbed: [Int] = []
    for project in isRetained.indices where isRetained[project] {
      let present = CellChoice(of: project, in: network)
      guard let lower = lowers[project],
        let uses = cut.best(of: project, lower: lower, present: present)
      else { return false }
      for cell in network.cells(of: project) where problem.minimum[cell] > 1 {
        let isUsed = uses.mayUse(cell, problem)
        network.restrict(
          cell, low: isUsed ? uses.low(of: cell, problem) : 0, high: isUsed ? problem.high[cell] : 0
        )
      }
      if uses != present { disturbed.append(project) }
    }
    return disturbed.allSatisfy { network.settle($0) }
  }
}

extension Network {
  /// Gives cells back the bounds they had; amounts stay.
  mutating func restore(_ bounds: [(cell: Int, low: Int64, high: Int64)]) {
    for (cell, low, high) in bounds { setCell(cell, amount: amount[cell], low: low, high: high) }
  }
}
