import TestKit

@testable import Solver

/// Programmes of a few members, cells, rows and units, with everything a programme may state.
enum TinyProgrammes {
  static func programme(seed: UInt64) -> BlockProgramme {
    var draw = SplitMix64(seed: seed)
    var programme = BlockProgramme()
    let rows = (0..<draw.number(1...3)).map { _ in
      programme.addRow(capacity: draw.cents(0...8))
    }
    let count = draw.number(1...4)
    for _ in 0..<count { addMember(to: &programme, rows, &draw) }
    addBlocks(to: &programme, count, &draw)
    if draw.chance(40) { addCounts(to: &programme, &draw) }
    if draw.chance(40) { addMinimum(to: &programme, &draw) }
    return programme
  }

  private static func addMember(
    to programme: inout BlockProgramme, _ rows: [Int], _ draw: inout SplitMix64
  ) {
    let cells = rows.filter { _ in draw.chance(75) }.map { row in
      let high = draw.cents(0...5)
      var cell = BlockProgramme.Cell(
        low: 0, high: high, least: draw.chance(40) ? draw.cents(0...Int(max(high, 1))) : 0)
      if cell.least > high { cell.least = high }
      cell.unitEntries = [.init(row: row, coefficient: 1)]
      if draw.chance(20) { cell.shareOfTotal = draw.cents(3...9) * 1_000 }
      return cell
    }
    let floor = draw.cents(0...5)
    var worth = BlockProgramme.Worth(taken: Int128(draw.cents(-2...9)))
    if draw.chance(40) {
      worth.served = Int128(draw.cents(0...6))
      worth.whole = 6
    }
    let member = programme.addMember(
      cells: cells, floor: floor, ceiling: floor + draw.cents(0...3), worth: worth)
    let range = programme.members[member].cells
    programme.withMember(member) { one in
      if draw.chance(10) { one.isForced = true } else if draw.chance(10) { one.isForbidden = true }
      guard range.count > 1, draw.chance(30) else { return }
      one.commitments = [
        BlockProgramme.Commitment(
          cell: range.lowerBound, condition: range.lowerBound + 1, amount: draw.cents(1...3),
          threshold: draw.cents(1...3))
      ]
    }
  }

  private static func addBlocks(
    to programme: inout BlockProgramme, _ count: Int, _ draw: inout SplitMix64
  ) {
    guard count > 2, draw.chance(50) else {
      for member in 0..<count { programme.addBlock(levels: [[member]]) }
      return
    }
    programme.addBlock(levels: count == 4 ? [[0], [1, 3]] : [[0], [1]])
    programme.addBlock(levels: [[2]])
  }

  private static func addCounts(to programme: inout BlockProgramme, _ draw: inout SplitMix64) {
    let row = programme.addRow(capacity: draw.cents(0...2))
    for cell in programme.cells.indices where draw.chance(50) {
      programme.withCell(cell) { $0.useEntries.append(.init(row: row, coefficient: 1)) }
    }
    let taken = programme.addRow(capacity: draw.cents(1...3))
    for member in programme.members.indices where draw.chance(70) {
      programme.withMember(member) { $0.entries.append(.init(row: taken, coefficient: 1)) }
    }
  }

  private static func addMinimum(to programme: inout BlockProgramme, _ draw: inout SplitMix64) {
    let target = draw.cents(1...5)
    let row = programme.addRow(capacity: -target)
    for cell in programme.cells.indices where draw.chance(60) {
      programme.withCell(cell) { $0.unitEntries.append(.init(row: row, coefficient: -1)) }
    }
    _ = programme.addSlack(
      BlockProgramme.Slack(
        entries: [.init(row: row, coefficient: 1)], upper: target, cost: draw.cents(0...4)))
  }
}
