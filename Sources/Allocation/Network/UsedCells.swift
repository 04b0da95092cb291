/// The used cells of a group, kept true by every change and every undo, so that a rule over a whole
/// purse never has to look at the cells without money.
struct UsedCells {
  /// All the cells of the group.
  let members: [Int]
  /// Those that carry money, in no particular order.
  private(set) var cells: [Int32] = []
  /// How many cells must carry money.
  private(set) var bound = 0
  private(set) var sum: Int64 = 0
  private(set) var sumOfLows: Int64 = 0
  private(set) var sumOfHighs: Int64 = 0
  /// How many cells may carry money.
  private(set) var openCount = 0
  /// Whether the cells without money stay without, because as many as allowed are used.
  var isClosed = false
  private var place: [Int32: Int] = [:]

  init(members: [Int]) { self.members = members }

  mutating func change(
    _ cell: Int, amount: (old: Int64, new: Int64), low: (old: Int64, new: Int64),
    high: (old: Int64, new: Int64)
  ) {
    sum += amount.new - amount.old
    sumOfLows += low.new - low.old
    sumOfHighs += high.new - high.old
    openCount += (high.new > 0 ? 1 : 0) - (high.old > 0 ? 1 : 0)
    bound += (low.new > 0 ? 1 : 0) - (low.old > 0 ? 1 : 0)
    if amount.old == 0, amount.new > 0 {
      place[Int32(cell)] = cells.count
      cells.append(Int32(cell))
    } else if amount.old > 0, amount.new == 0, let hole = place.removeValue(forKey: Int32(cell)) {
      let last = cells.removeLast()
      guard hole < cells.count else { return }
      cells[hole] = last
      place[last] = hole
    }
  }
}

/// Groups of cells that rules watch, found by their cells.
struct Watches {
  var groups: [UsedCells]
  private(set) var groupsOfCell: [[Int32]]

  init(_ groups: [[Int]], cellCount: Int) {
    self.groups = groups.map(UsedCells.init)
    groupsOfCell = [[Int32]](repeating: [], count: groups.isEmpty ? 0 : cellCount)
    for (number, cells) in groups.enumerated() {
      for cell in cells { groupsOfCell[cell].append(Int32(number)) }
    }
  }

  func isClosed(_ cell: Int) -> Bool {
    !groups.isEmpty && groupsOfCell[cell].contains { groups[Int($0)].isClosed }
  }

  mutating func change(
    _ cell: Int, amount: (old: Int64, new: Int64), low: (old: Int64, new: Int64),
    high: (old: Int64, new: Int64)
  ) {
    guard !groups.isEmpty else { return }
    for index in groupsOfCell[cell].indices {
      groups[Int(groupsOfCell[cell][index])].change(cell, amount: amount, low: low, high: high)
    }
  }
}
