/// The counts of used cells that bind purses.
struct CountLimits {
  let limits: [(group: Int, most: Int)]
  /// For each cell, the first limit it falls under; -1 when there is none.
  private let limitOfCell: [Int32]

  init(_ rules: SideRules, cellCount: Int) {
    limits = rules.counts
    var index = [Int32](repeating: -1, count: limits.isEmpty ? 0 : cellCount)
    for (number, limit) in limits.enumerated() {
      for cell in rules.groups[limit.group] where index[cell] < 0 { index[cell] = Int32(number) }
    }
    limitOfCell = index
  }

  func limit(of cell: Int) -> Int? { limitOfCell[cell] < 0 ? nil : Int(limitOfCell[cell]) }
}
