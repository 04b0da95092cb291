extension Master {
  private static let priceRounds = 40

  /// Starts from a solution when one is known, otherwise from one made with rough prices.
  func start(from known: Selection?) {
    let selection = known ?? Filling(self, prices: roughPrices()).solution()
    guard let selection else { return lendAll() }
    take(selection)
  }

  /// Without a solution, nothing is taken and every slack lends all it has.
  private func lendAll() {
    for (number, slack) in programme.slacks.enumerated() where slack.upper > 0 {
      basis.key[programme.blocks.count + number] =
        add(pricer.column(ofSlack: number, slack.upper))
    }
    _ = refactor()
  }

  /// Makes the keys those of a solution; every row's room becomes the working column.
  private func take(_ selection: Selection) {
    for cell in programme.cells.indices { pricer.amounts[cell] = selection.amounts[cell] }
    for (number, block) in programme.blocks.enumerated() {
      let taken = block.levels.joined().filter { selection.isTaken[$0] }
      if !taken.isEmpty { basis.key[number] = add(pricer.column(of: number, taking: Array(taken))) }
    }
    for (number, amount) in selection.slacks.enumerated() where amount > 0 {
      basis.key[programme.blocks.count + number] = add(pricer.column(ofSlack: number, amount))
    }
    _ = refactor()
  }

  /// Prices at which the members' best choices use about what there is.
  private func roughPrices() -> [Double] {
    var worth: Double = 0
    for member in programme.members { worth += max(0, member.value) }
    let whole = capacity.reduce(0) { $0 + max(0, $1) }
    var prices = [Double](repeating: 0, count: rowCount)
    for row in 0..<rowCount where capacity[row] > 0 && whole > 0 { prices[row] = worth / whole / 2 }
    var best = (bound: Double.infinity, prices: prices)
    for round in 0..<Self.priceRounds {
      var use = [Double](repeating: 0, count: rowCount)
      var bound: Double = 0
      for row in 0..<rowCount { bound += prices[row] * capacity[row] }
      for block in programme.blocks.indices {
        guard let treatment = pricer.best(of: block, at: prices) else { return prices }
        bound += treatment.gain
        add(treatment.taken, to: &use)
      }
      if bound < best.bound { best = (bound, prices) }
      let power = 0.6 / (1 + 0.15 * Double(round))
      for row in 0..<rowCount where capacity[row] > 0 {
        let ratio = min(4, max(0.05, use[row] / capacity[row]))
        prices[row] *= 1 + power * (ratio - 1)
      }
    }
    return best.prices
  }

  private func add(_ taken: [Int], to use: inout [Double]) {
    for number in taken {
      let member = programme.members[number]
      for entry in member.entries {
        use[entry.row] += Double(entry.coefficient) * pricer.scale[entry.row]
      }
      for cell in member.cells where pricer.amounts[cell] > 0 {
        let amount = Double(pricer.amounts[cell])
        for entry in programme.cells[cell].unitEntries {
          use[entry.row] += Double(entry.coefficient) * amount * pricer.scale[entry.row]
        }
        for entry in programme.cells[cell].useEntries {
          use[entry.row] += Double(entry.coefficient) * pricer.scale[entry.row]
        }
      }
    }
  }
}
