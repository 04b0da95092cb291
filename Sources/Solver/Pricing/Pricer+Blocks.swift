extension Pricer {
  /// The best way to treat a block at these prices.
  struct Treatment {
    /// What it is worth, its uses of rows paid.
    var gain: Double
    /// The members taken.
    var taken: [Int]
    /// Whether the amounts are allowed, and not only a bound.
    var isExact = true
  }

  /// The best treatment of a block under the decisions; nil when they allow none.
  ///
  /// The amounts of the members taken are left in ``amounts``.
  func best(of block: Int, at prices: [Double]) -> Treatment? {
    let levels = programme.blocks[block].levels
    if levels.count == 1, levels[0].count == 1 { return best(single: levels[0][0], at: prices) }
    return best(levels, at: prices)
  }

  private func best(single member: Int, at prices: [Double]) -> Treatment? {
    switch decisions.member[member] {
    case .no: return Treatment(gain: 0, taken: [])
    case .yes:
      return gain(of: member, at: prices).map {
        Treatment(gain: $0, taken: [member], isExact: isExact)
      }
    case .free:
      guard let gain = gain(of: member, at: prices), gain > 0 else {
        return Treatment(gain: 0, taken: [])
      }
      return Treatment(gain: gain, taken: [member], isExact: isExact)
    }
  }

  /// Whole levels from the first, then the best of the next one.
  private func best(_ levels: [[Int]], at prices: [Double]) -> Treatment? {
    let lastForced = levels.lastIndex { $0.contains { decisions.member[$0] == .yes } } ?? 0
    var best: Treatment?
    var whole = Treatment(gain: 0, taken: [])
    for (place, level) in levels.enumerated() {
      let gains = level.map { member -> (gain: Double, isExact: Bool)? in
        guard decisions.member[member] != .no, let gain = gain(of: member, at: prices) else {
          return nil
        }
        return (gain, isExact)
      }
      if place >= lastForced, let here = extended(whole, level, gains, isWhole: false) {
        if best == nil || here.gain > best?.gain ?? 0 { best = here }
      }
      guard let next = extended(whole, level, gains, isWhole: true) else { break }
      whole = next
    }
    return best
  }

  private func extended(
    _ treatment: Treatment, _ level: [Int], _ gains: [(gain: Double, isExact: Bool)?], isWhole: Bool
  ) -> Treatment? {
    var result = treatment
    for (member, one) in zip(level, gains) {
      let isForced = decisions.member[member] == .yes
      guard let one else {
        if isForced || isWhole { return nil }
        continue
      }
      guard isWhole || isForced || one.gain > 0 else { continue }
      result.gain += one.gain
      result.taken.append(member)
      result.isExact = result.isExact && one.isExact
    }
    return result
  }

  /// The column of a treatment whose amounts are in ``amounts``.
  func column(of block: Int, taking taken: [Int]) -> Column {
    var sums: [(row: Int, sum: Double)] = []
    func add(_ entries: [BlockProgramme.Entry], _ amount: Double) {
      for entry in entries {
        let part = Double(entry.coefficient) * amount * scale[entry.row]
        if let place = sums.firstIndex(where: { $0.row == entry.row }) {
          sums[place].sum += part
        } else {
          sums.append((entry.row, part))
        }
      }
    }
    var value: Double = 0
    let uses = taken.map { number -> Column.Use in
      let member = programme.members[number]
      value += member.value
      add(member.entries, 1)
      for cell in member.cells where amounts[cell] > 0 {
        value += member.valuePerUnit * Double(amounts[cell])
        add(programme.cells[cell].unitEntries, Double(amounts[cell]))
        add(programme.cells[cell].useEntries, 1)
      }
      return Column.Use(member: Int32(number), amounts: member.cells.map { amounts[$0] })
    }
    return Column(
      block: Int32(block), value: value, rows: sums.map { Int32($0.row) },
      coefficients: sums.map(\.sum), uses: uses, slack: 0)
  }

  /// The column of a slack.
  func column(ofSlack number: Int, _ amount: Int64) -> Column {
    let slack = programme.slacks[number]
    return Column(
      block: Int32(programme.blocks.count + number), value: -slack.cost * Double(amount),
      rows: slack.entries.map { Int32($0.row) },
      coefficients: slack.entries.map {
        -Double($0.coefficient) * Double(amount) * scale[$0.row]
      }, uses: [], slack: amount)
  }

  /// Whether a column obeys the decisions.
  func allows(_ column: Column) -> Bool {
    let block = Int(column.block)
    guard block < programme.blocks.count, decisions.count[block] > 0 else { return true }
    for level in programme.blocks[block].levels {
      for member in level {
        switch decisions.member[member] {
        case .free: break
        case .yes: if !column.takes(member) { return false }
        case .no: if column.takes(member) { return false }
        }
      }
    }
    for use in column.uses {
      for (cell, amount) in zip(programme.members[Int(use.member)].cells, use.amounts) {
        switch decisions.cell[cell] {
        case .free: break
        case .yes: if amount == 0 { return false }
        case .no: if amount > 0 { return false }
        }
      }
    }
    return true
  }
}
