@testable import Solver

/// The best solution of a programme by trying them all; it knows nothing of prices.
struct Enumeration {
  let programme: BlockProgramme

  /// The greatest value; nil when there is no solution.
  func best() -> Double? { extend([], uses: programme.capacities.map { _ in 0 }, value: 0) }

  /// The amounts worth most whose slacks are no larger than these; nil when there are none.
  func amounts(lacking slacks: [Int64]) -> [Int64]? { richest([], slacks, [], 0)?.amounts }

  private func richest(
    _ taken: [Bool], _ slacks: [Int64], _ amounts: [Int64], _ value: Double
  ) -> (amounts: [Int64], value: Double)? {
    guard taken.count < programme.members.count else {
      return respects(amounts, taken, slacks) ? (amounts, value) : nil
    }
    let member = programme.members[taken.count]
    var best: (amounts: [Int64], value: Double)?
    for way in ways(of: member) {
      let here = way ?? member.cells.map { _ in 0 }
      let worth = value + member.valuePerUnit * Double(here.reduce(0, +))
      let found = richest(taken + [way != nil], slacks, amounts + here, worth)
      if let found, found.value > best?.value ?? -.infinity { best = found }
    }
    return best
  }

  private func respects(_ amounts: [Int64], _ taken: [Bool], _ slacks: [Int64]) -> Bool {
    var uses = programme.capacities.map { _ in Int64(0) }
    for (number, member) in programme.members.enumerated() where taken[number] {
      for entry in member.entries { uses[entry.row] += entry.coefficient }
      for cell in member.cells where amounts[cell] > 0 {
        for entry in programme.cells[cell].unitEntries {
          uses[entry.row] += entry.coefficient * amounts[cell]
        }
        for entry in programme.cells[cell].useEntries { uses[entry.row] += entry.coefficient }
      }
    }
    for (slack, amount) in zip(programme.slacks, slacks) {
      for entry in slack.entries { uses[entry.row] -= entry.coefficient * amount }
    }
    return zip(uses, programme.capacities).allSatisfy { $0 <= $1 }
  }

  /// The ways to treat one member: not taken, or taken with each allowed vector of amounts.
  private func ways(of member: BlockProgramme.Member) -> [[Int64]?] {
    var ways: [[Int64]?] = member.isForced ? [] : [nil]
    guard !member.isForbidden else { return member.isForced ? [] : [nil] }
    var vectors: [[Int64]] = [[]]
    for number in member.cells {
      let cell = programme.cells[number]
      let values = (0...cell.high).filter { $0 >= cell.low && ($0 == 0 || $0 >= cell.least) }
      vectors = vectors.flatMap { vector in values.map { vector + [$0] } }
    }
    ways += vectors.filter { isAllowed($0, member) }.map { $0 }
    return ways
  }

  private func isAllowed(_ vector: [Int64], _ member: BlockProgramme.Member) -> Bool {
    let total = vector.reduce(0, +)
    let start = member.cells.lowerBound
    return total >= member.floor && total <= member.ceiling
      && zip(member.cells, vector).allSatisfy {
        $1 * 10_000 <= programme.cells[$0].shareOfTotal * total
      }
      && member.commitments.allSatisfy { rule in
        let due = vector[rule.condition - start] >= rule.threshold ? rule.amount : 0
        return vector[rule.cell - start] == due
      }
  }

  private func extend(_ taken: [Bool], uses: [Int64], value: Double) -> Double? {
    guard taken.count < programme.members.count else { return finish(taken, uses, value) }
    let member = programme.members[taken.count]
    var best: Double?
    for way in ways(of: member) {
      var uses = uses
      var worth = value
      if let way {
        for entry in member.entries { uses[entry.row] += entry.coefficient }
        for (number, amount) in zip(member.cells, way) where amount > 0 {
          let cell = programme.cells[number]
          for entry in cell.unitEntries { uses[entry.row] += entry.coefficient * amount }
          for entry in cell.useEntries { uses[entry.row] += entry.coefficient }
        }
        worth += member.value + member.valuePerUnit * Double(way.reduce(0, +))
      }
      if let found = extend(taken + [way != nil], uses: uses, value: worth) {
        best = max(best ?? found, found)
      }
    }
    return best
  }

  private func finish(_ taken: [Bool], _ uses: [Int64], _ value: Double) -> Double? {
    for block in programme.blocks {
      var isOpen = true
      for level in block.levels {
        if !isOpen, level.contains(where: { taken[$0] }) { return nil }
        if !level.allSatisfy({ taken[$0] }) { isOpen = false }
      }
    }
    var uses = uses
    var value = value
    for slack in programme.slacks {
      let lacking = slack.entries.map { uses[$0.row] - programme.capacities[$0.row] }.max() ?? 0
      let amount = max(0, lacking)
      guard amount <= slack.upper else { return nil }
      for entry in slack.entries { uses[entry.row] -= entry.coefficient * amount }
      value -= slack.cost * Double(amount)
    }
    return zip(uses, programme.capacities).allSatisfy { $0 <= $1 } ? value : nil
  }
}
