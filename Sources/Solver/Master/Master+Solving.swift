extension Master {
  /// What the relaxation says under the present decisions.
  struct Relaxation {
    /// No mix, hence no solution, is worth more; minus infinity when there is none.
    var bound: Double
    /// What the mix found is worth.
    var value: Double
    /// Whether the mix obeys the decisions.
    var isAllowed: Bool
  }

  private static let passes = 400
  private static let refactorings = 200

  /// Solves the relaxation; stops early once the bound falls to `enough` or below.
  ///
  /// - Parameters:
  ///   - enough: a bound that makes the node useless.
  ///   - precision: how close to the bound the mix must come, relative to it.
  /// - Returns: the bound, what the mix is worth, and whether it obeys the decisions.
  func solve(enough: Double = -.infinity, precision: Double = 1e-9) -> Relaxation {
    refresh()
    var bound = Double.infinity
    let top = basis
    var hasFailed = false
    for _ in 0..<Self.passes {
      if pivots > Self.refactorings { hasFailed = !refactor() }
      if hasFailed { break }
      enterRooms()
      let pass = price()
      bound = min(bound, pass.bound)
      let value = self.value
      if bound == -.infinity || bound <= enough { break }
      if bound - value <= precision * max(1, abs(bound)) { break }
      guard enterAll(pass.candidates) else { break }
    }
    if hasFailed {
      basis = top
      refresh()
    }
    return Relaxation(bound: bound, value: value, isAllowed: forbiddenWeight < 1e-7)
  }

  /// A row whose price is negative takes its spare room back.
  private func enterRooms() {
    for _ in 0..<2 * rowCount {
      var worst = -1e-9
      var entering: Int?
      for row in 0..<rowCount where prices[row] < worst {
        worst = prices[row]
        entering = row
      }
      guard let entering, enter(.room(entering)) else { return }
    }
  }

  /// A block's best column at the prices of a pass.
  private struct Candidate {
    let column: Column
    let worth: Double
  }

  /// Asks every active block for its best column.
  private func price() -> (bound: Double, candidates: [Column]) {
    for row in 0..<rowCount where prices[row] < 0 { prices[row] = 0 }
    var bound = frozenValue
    for row in 0..<rowCount { bound += prices[row] * (capacity[row] - frozenUse[row]) }
    var candidates: [Candidate] = []
    for block in active {
      guard let best = pricer.best(of: block, at: prices) else { return (-.infinity, []) }
      bound += best.gain
      guard best.isExact else { continue }
      let key = columns[Int(basis.key[block])]
      let worth = best.gain - (keyValue[block] - key.cost(at: prices))
      guard worth > 1e-9 * (1 + abs(best.gain)) else { continue }
      candidates.append(
        Candidate(column: pricer.column(of: block, taking: best.taken), worth: worth))
    }
    bound += priceSlacks(&candidates)
    candidates.sort {
      $0.worth == $1.worth ? $0.column.block < $1.column.block : $0.worth > $1.worth
    }
    return (bound, candidates.map(\.column))
  }

  private func priceSlacks(_ candidates: inout [Candidate]) -> Double {
    var bound: Double = 0
    for (number, slack) in programme.slacks.enumerated() {
      let block = programme.blocks.count + number
      let whole = pricer.column(ofSlack: number, slack.upper)
      let gain = whole.value - whole.cost(at: prices)
      bound += max(0, gain)
      let key = columns[Int(basis.key[block])]
      let present = keyValue[block] - key.cost(at: prices)
      let worth = max(0, gain) - present
      guard worth > 1e-9 * (1 + abs(gain)) else { continue }
      candidates.append(
        Candidate(column: gain > 0 ? whole : pricer.column(ofSlack: number, 0), worth: worth))
    }
    return bound
  }

  /// Lets the candidates in that are still worth it.
  ///
  /// - Returns: whether any was.
  private func enterAll(_ candidates: [Column]) -> Bool {
    var hasEntered = false
    for column in candidates {
      guard reducedValue(column) > 1e-9 * (1 + abs(column.value)) else { continue }
      let index = add(column)
      if enter(.column(index)) { hasEntered = true }
    }
    return hasEntered
  }
}
