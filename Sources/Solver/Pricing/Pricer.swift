/// Finds the best way to treat each block when every row has a price.
///
/// What comes out is exact up to floating point, so that prices give a true bound: no solution is
/// worth more than the rows at their prices plus the best of each block.
final class Pricer {
  let programme: BlockProgramme
  /// Multiplies the coefficients of each row, so that entries are around one.
  let scale: [Double]
  var decisions: Restrictions
  /// Limits what the cells of a row may still use; nil when rows only have prices.
  var residuals: [Int64]?

  /// By cell: the last best amounts of each member.
  var amounts: [Int64]
  var unitPrice: [Double]
  var usePrice: [Double]
  var low: [Int64]
  var high: [Int64]
  /// By member: whether nothing but bounds and prices is at stake.
  let isPlain: [Bool]
  var scratch = Scratch()
  /// Whether the amounts of the last member are allowed, and not only a bound.
  var isExact = true

  init(_ programme: BlockProgramme) {
    self.programme = programme
    scale = Self.scale(programme)
    decisions = Restrictions(programme)
    amounts = [Int64](repeating: 0, count: programme.cells.count)
    unitPrice = [Double](repeating: 0, count: programme.cells.count)
    usePrice = unitPrice
    low = amounts
    high = amounts
    isPlain = programme.members.map { member in
      member.commitments.isEmpty
        && member.cells.allSatisfy { number in
          let cell = programme.cells[number]
          return cell.least <= max(1, cell.low) && cell.useEntries.isEmpty
            && cell.shareOfTotal >= 10_000
        }
    }
  }

  private static func scale(_ programme: BlockProgramme) -> [Double] {
    var sum = [Double](repeating: 0, count: programme.capacities.count)
    var count = [Double](repeating: 0, count: programme.capacities.count)
    func add(_ entries: [BlockProgramme.Entry], times amount: Int64) {
      for entry in entries where amount > 0 {
        sum[entry.row] += Double(entry.coefficient.magnitude) * Double(amount)
        count[entry.row] += 1
      }
    }
    for cell in programme.cells {
      add(cell.unitEntries, times: cell.high)
      add(cell.useEntries, times: 1)
    }
    for member in programme.members { add(member.entries, times: 1) }
    for slack in programme.slacks { add(slack.entries, times: min(slack.upper, 1)) }
    return zip(sum, count).map { $0 > 0 ? $1 / $0 : 1 }
  }

  /// Sets the bounds of a member's cells from its own and from the decisions.
  ///
  /// - Returns: whether they leave anything.
  private func bound(_ member: Int) -> Bool {
    for number in programme.members[member].cells {
      let cell = programme.cells[number]
      var (least, most) = (cell.low, cell.high)
      if let residuals { most = min(most, room(for: cell, residuals)) }
      switch decisions.cell[number] {
      case .free: break
      case .yes: least = max(least, cell.least, 1)
      case .no: most = 0
      }
      if least > 0 { least = max(least, cell.least) }
      guard least <= most else { return false }
      low[number] = least
      high[number] = most
    }
    return true
  }

  private func room(for cell: BlockProgramme.Cell, _ residuals: [Int64]) -> Int64 {
    var room = cell.high
    for entry in cell.unitEntries where entry.coefficient > 0 {
      room = min(room, residuals[entry.row] / entry.coefficient)
    }
    for entry in cell.useEntries where entry.coefficient > residuals[entry.row] { room = 0 }
    return max(0, room)
  }

  private func price(_ entries: [BlockProgramme.Entry], at prices: [Double]) -> Double {
    var price: Double = 0
    for entry in entries {
      price += prices[entry.row] * Double(entry.coefficient) * scale[entry.row]
    }
    return price
  }

  /// What taking the member is worth at best, its uses of rows paid; nil when it cannot be taken.
  ///
  /// Its amounts are left in ``amounts``.
  func gain(of member: Int, at prices: [Double]) -> Double? {
    guard bound(member) else { return nil }
    let one = programme.members[member]
    if let residuals {
      for entry in one.entries where entry.coefficient > residuals[entry.row] { return nil }
    }
    for number in one.cells {
      let cell = programme.cells[number]
      unitPrice[number] = price(cell.unitEntries, at: prices) - one.valuePerUnit
      usePrice[number] = cell.useEntries.isEmpty ? 0 : price(cell.useEntries, at: prices)
    }
    isExact = true
    guard let cost = isPlain[member] ? plainCost(one) : branchedCost(one) else { return nil }
    return one.value - price(one.entries, at: prices) - cost
  }

  /// The cheapest amounts within bounds, when nothing else is at stake.
  private func plainCost(_ member: BlockProgramme.Member) -> Double? {
    scratch.order(member.cells, by: unitPrice)
    var total: Int64 = 0
    var cost: Double = 0
    for cell in member.cells {
      amounts[cell] = low[cell]
      total += low[cell]
      cost += Double(low[cell]) * unitPrice[cell]
    }
    for cell in scratch.ordered {
      let wanted = (unitPrice[cell] < 0 ? member.ceiling : member.floor) - total
      guard wanted > 0 else { break }
      let taken = min(wanted, high[cell] - low[cell])
      amounts[cell] += taken
      total += taken
      cost += Double(taken) * unitPrice[cell]
    }
    guard total >= member.floor, total <= member.ceiling else { return nil }
    return cost
  }
}

extension Pricer {
  /// Room for small orders, kept from one member to the next.
  struct Scratch {
    var ordered: [Int] = []

    /// Puts the cells in increasing order of price, ties by number.
    mutating func order(_ cells: Range<Int>, by price: [Double]) {
      ordered.removeAll(keepingCapacity: true)
      for cell in cells {
        var place = ordered.count
        while place > 0, price[ordered[place - 1]] > price[cell] { place -= 1 }
        ordered.insert(cell, at: place)
      }
    }
  }
}
