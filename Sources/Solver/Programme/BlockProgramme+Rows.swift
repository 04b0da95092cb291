extension BlockProgramme {
  /// The rows that are most in demand for what they have, in order; all when there are few enough.
  func tightestRows(_ most: Int) -> [Int] {
    guard capacities.count > most else { return Array(capacities.indices) }
    var demand = [Double](repeating: 0, count: capacities.count)
    for member in members {
      for entry in member.entries { demand[entry.row] += Double(entry.coefficient.magnitude) }
    }
    for cell in cells where cell.high > 0 {
      for entry in cell.unitEntries {
        demand[entry.row] += Double(entry.coefficient.magnitude) * Double(cell.high)
      }
      for entry in cell.useEntries { demand[entry.row] += Double(entry.coefficient.magnitude) }
    }
    let ratios = zip(demand, capacities).map { $0 / Double(max(1, $1.magnitude)) }
    let order = capacities.indices.sorted { left, right in
      ratios[left] == ratios[right] ? left < right : ratios[left] > ratios[right]
    }
    return order.prefix(most).sorted()
  }

  /// The same programme with these rows alone: whatever bounds it bounds the whole one.
  func keeping(_ rows: [Int]) -> BlockProgramme {
    guard rows.count < capacities.count else { return self }
    var place = [Int?](repeating: nil, count: capacities.count)
    for (new, old) in rows.enumerated() { place[old] = new }
    func kept(_ entries: [Entry]) -> [Entry] {
      entries.compactMap { entry in
        place[entry.row].map { Entry(row: $0, coefficient: entry.coefficient) }
      }
    }
    var lighter = self
    lighter.capacities = rows.map { capacities[$0] }
    for index in lighter.cells.indices {
      lighter.cells[index].unitEntries = kept(lighter.cells[index].unitEntries)
      lighter.cells[index].useEntries = kept(lighter.cells[index].useEntries)
    }
    for index in lighter.members.indices {
      lighter.members[index].entries = kept(lighter.members[index].entries)
    }
    for index in lighter.slacks.indices {
      lighter.slacks[index].entries = kept(lighter.slacks[index].entries)
    }
    return lighter
  }
}
