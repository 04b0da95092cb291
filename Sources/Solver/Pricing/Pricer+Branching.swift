extension Pricer {
  /// Nodes visited for one member before its relaxation is taken as it is.
  private static let nodesPerMember = 400

  /// The cheapest amounts when cells have minima, costs of use, shares of the total or commitments.
  ///
  /// Depth first on what the relaxation breaks. When the nodes run out the relaxed cost is
  /// returned: still a bound, whose amounts may not be allowed.
  func branchedCost(_ member: BlockProgramme.Member) -> Double? {
    var search = MemberSearch(member: member, nodes: Self.nodesPerMember)
    let kept = member.cells.map { (low[$0], high[$0]) }
    descend(&search, isUsed: member.cells.map { low[$0] > 0 })
    for (cell, bounds) in zip(member.cells, kept) { (low[cell], high[cell]) = bounds }
    guard search.cost < .infinity else { return nil }
    for (cell, amount) in zip(member.cells, search.amounts) { amounts[cell] = amount }
    isExact = search.isExact
    return search.isExact ? search.cost : min(search.cost, search.relaxedCost)
  }

  private func descend(_ search: inout MemberSearch, isUsed: [Bool]) {
    let member = search.member
    search.nodes -= 1
    guard let cost = relaxedCost(member, isUsed: isUsed) else { return }
    if search.relaxedCost == .infinity { search.relaxedCost = cost }
    guard cost < search.cost - 1e-12 * abs(search.cost) || search.cost == .infinity else { return }
    guard search.nodes > 0 else {
      search.isExact = false
      return
    }
    guard let broken = brokenRule(member, isUsed) else {
      search.cost = cost
      search.amounts = member.cells.map { amounts[$0] }
      return
    }
    switch broken {
    case .use(let cell): branch(&search, isUsed, on: cell)
    case .commitment(let rule): branch(&search, isUsed, on: rule)
    }
  }

  private func branch(_ search: inout MemberSearch, _ isUsed: [Bool], on cell: Int) {
    let kept = (low[cell], high[cell])
    let least = max(programme.cells[cell].least, 1)
    let goesUp = amounts[cell] * 2 >= least
    for turn in 0..<2 {
      if (turn == 0) == goesUp {
        if least <= kept.1 {
          low[cell] = max(kept.0, least)
          var used = isUsed
          used[cell - search.member.cells.lowerBound] = true
          descend(&search, isUsed: used)
        }
      } else if kept.0 == 0 {
        high[cell] = 0
        descend(&search, isUsed: isUsed)
      }
      (low[cell], high[cell]) = kept
    }
  }

  private func branch(
    _ search: inout MemberSearch, _ isUsed: [Bool], on rule: BlockProgramme.Commitment
  ) {
    let cells = [rule.cell, rule.condition]
    let kept = cells.map { (low[$0], high[$0]) }
    let start = search.member.cells.lowerBound
    // On: exactly the amount, the condition met.
    let isPayable = rule.amount == 0 || rule.amount >= programme.cells[rule.cell].least
    if isPayable, low[rule.cell] <= rule.amount, rule.amount <= high[rule.cell],
      rule.threshold <= high[rule.condition]
    {
      (low[rule.cell], high[rule.cell]) = (rule.amount, rule.amount)
      let least = programme.cells[rule.condition].least
      low[rule.condition] = max(low[rule.condition], rule.threshold, least)
      if low[rule.condition] <= high[rule.condition] {
        var used = isUsed
        used[rule.condition - start] = true
        if rule.amount > 0 { used[rule.cell - start] = true }
        descend(&search, isUsed: used)
      }
      for (cell, bounds) in zip(cells, kept) { (low[cell], high[cell]) = bounds }
    }
    // Off: nothing, the condition missed.
    if low[rule.cell] == 0, low[rule.condition] < rule.threshold {
      high[rule.cell] = 0
      high[rule.condition] = min(high[rule.condition], rule.threshold - 1)
      if low[rule.condition] <= high[rule.condition] { descend(&search, isUsed: isUsed) }
      for (cell, bounds) in zip(cells, kept) { (low[cell], high[cell]) = bounds }
    }
  }

  private enum Broken {
    case use(Int)
    case commitment(BlockProgramme.Commitment)
  }

  private func brokenRule(_ member: BlockProgramme.Member, _ isUsed: [Bool]) -> Broken? {
    for (place, cell) in member.cells.enumerated() where amounts[cell] > 0 && !isUsed[place] {
      if amounts[cell] < programme.cells[cell].least { return .use(cell) }
      if usePrice[cell] > 0, amounts[cell] < high[cell] { return .use(cell) }
    }
    for rule in member.commitments {
      let due = amounts[rule.condition] >= rule.threshold ? rule.amount : 0
      if amounts[rule.cell] != due { return .commitment(rule) }
    }
    // A reward for use is only counted once it is decided.
    for (place, cell) in member.cells.enumerated()
    where usePrice[cell] < 0 && !isUsed[place] && high[cell] > 0 {
      if amounts[cell] < max(programme.cells[cell].least, 1) { return .use(cell) }
    }
    return nil
  }
}

/// The search for the best amounts of one member.
struct MemberSearch {
  let member: BlockProgramme.Member
  var nodes: Int
  var cost = Double.infinity
  var relaxedCost = Double.infinity
  var amounts: [Int64] = []
  var isExact = true
}
