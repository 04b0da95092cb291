/// Builds whole solutions member by member, within what each row has left; rows that the relaxation
/// leaves aside count here.
struct Filling {
  let pricer: Pricer
  let prices: [Double]
  private let programme: BlockProgramme
  /// The rows that the prices know.
  private let rows: [Int]
  private(set) var isTaken: [Bool]
  private var amounts: [Int64]
  private var left: [Int64]

  init(_ master: Master, prices: [Double]) {
    pricer = master.pricer
    self.prices = prices
    programme = master.whole
    rows = master.rows
    isTaken = [Bool](repeating: false, count: programme.members.count)
    amounts = [Int64](repeating: 0, count: programme.cells.count)
    left = programme.capacities
    // Slacks are settled at the end: until then they lend all they have.
    for slack in programme.slacks { lend(slack, slack.upper) }
  }

  private mutating func lend(_ slack: BlockProgramme.Slack, _ amount: Int64) {
    for entry in slack.entries { left[entry.row] += entry.coefficient * amount }
  }

  /// Takes a member with given amounts, whatever is left.
  mutating func take(_ member: Int, _ given: [Int64]) {
    isTaken[member] = true
    for (cell, amount) in zip(programme.members[member].cells, given) {
      amounts[cell] = amount
      use(cell, amount)
    }
    for entry in programme.members[member].entries { left[entry.row] -= entry.coefficient }
  }

  private mutating func use(_ cell: Int, _ amount: Int64) {
    guard amount > 0 else { return }
    for entry in programme.cells[cell].unitEntries {
      left[entry.row] -= entry.coefficient * amount
    }
    for entry in programme.cells[cell].useEntries { left[entry.row] -= entry.coefficient }
  }

  /// Takes a member within what is left.
  ///
  /// - Returns: whether it could be.
  mutating func take(_ member: Int) -> Bool {
    pricer.residuals = rows.map { max(0, left[$0]) }
    defer { pricer.residuals = nil }
    guard pricer.gain(of: member, at: prices) != nil, pricer.isExact else { return false }
    let given = programme.members[member].cells.map { pricer.amounts[$0] }
    guard rows.count == left.count || fits(member, given) else { return false }
    take(member, given)
    return true
  }

  /// Whether no row would be exceeded.
  private func fits(_ member: Int, _ given: [Int64]) -> Bool {
    var after = self
    after.take(member, given)
    return zip(after.left, left).allSatisfy { $0 >= 0 || $0 >= $1 }
  }

  /// Adds every member that is worth it, the most worth at these prices first.
  mutating func fill() {
    var candidates: [(member: Int, gain: Double)] = []
    for (number, member) in programme.members.enumerated()
    where !isTaken[number] && pricer.decisions.member[number] != .no {
      guard let gain = pricer.gain(of: number, at: prices) else { continue }
      let worth = member.value + member.valuePerUnit * Double(member.ceiling)
      let isForced = pricer.decisions.member[number] == .yes
      guard worth > 0 || isForced else { continue }
      candidates.append((number, isForced ? .infinity : gain))
    }
    candidates.sort { $0.gain == $1.gain ? $0.member < $1.member : $0.gain > $1.gain }
    // Twice: a level may open once the one before is whole.
    for _ in 0..<2 {
      for candidate in candidates where !isTaken[candidate.member] && isOpen(candidate.member) {
        _ = take(candidate.member)
      }
    }
  }

  /// Whether all the members of the levels before are taken.
  func isOpen(_ member: Int) -> Bool {
    for level in programme.blocks[pricer.decisions.block(of: member)].levels {
      if level.contains(member) { return true }
      guard level.allSatisfy({ isTaken[$0] }) else { return false }
    }
    return true
  }

  /// The solution so far; nil when a row is exceeded or a decision is not obeyed.
  func selection() -> Selection? {
    for (member, decision) in pricer.decisions.member.enumerated() {
      if decision == .yes, !isTaken[member] { return nil }
      if decision == .no, isTaken[member] { return nil }
    }
    var copy = self
    guard let slacks = copy.settleSlacks(), copy.left.allSatisfy({ $0 >= 0 }) else { return nil }
    var selection = Selection(isTaken: isTaken, amounts: amounts, slacks: slacks, value: 0)
    selection.value = programme.value(of: selection)
    return selection
  }

  /// Gives back what the slacks lend for nothing.
  private mutating func settleSlacks() -> [Int64]? {
    var amounts: [Int64] = []
    for slack in programme.slacks {
      lend(slack, -slack.upper)
      // Entries with a negative coefficient are uses of a row that bounds slacks.
      var needed: Int64 = 0
      for entry in slack.entries where entry.coefficient > 0 && left[entry.row] < 0 {
        needed = max(needed, (-left[entry.row] + entry.coefficient - 1) / entry.coefficient)
      }
      guard needed <= slack.upper else { return nil }
      lend(slack, needed)
      amounts.append(needed)
    }
    return amounts
  }

  /// What filling from nothing gives.
  func solution() -> Selection? {
    var copy = self
    copy.fill()
    return copy.selection()
  }
}
