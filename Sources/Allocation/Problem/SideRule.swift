import Vocabulary

/// A rule that a flow cannot carry: it is checked, and branched upon when it is broken.
enum SideRule {
  /// A used cell carries at least that.
  case minimum(cell: Int, least: Int64)
  case commitment(Commitment)
  /// The cell is bounded by a share of what all the project's cells carry.
  case cofunding(cell: Int, beside: Range<Int>, share: BasisPoints)
  /// The sum of a watched group is bounded; only for limits that cross others.
  case share(group: Int, most: Int64)
  /// At most that many cells of a watched group are used.
  case count(group: Int, most: Int)
  /// The sum of a watched group reaches that.
  case leastShare(group: Int, least: Int64)
  /// At least that many cells of a watched group are used.
  case leastCount(group: Int, least: Int)

  /// `cell` is `amount` when `condition` reaches `threshold`, otherwise zero.
  struct Commitment {
    let cell: Int?
    let condition: Int?
    let amount: Int64
    let threshold: Int64
  }

  /// The cells the rule looks at.
  func cells(among groups: [[Int]]) -> [Int] {
    switch self {
    case .minimum(let cell, _): [cell]
    case .cofunding(_, let beside, _): Array(beside)
    case .commitment(let rule): [rule.cell, rule.condition].compactMap { $0 }
    case .share(let group, _), .count(let group, _), .leastShare(let group, _),
      .leastCount(let group, _):
      groups[group]
    }
  }

  /// The most a purse may pay when others bring at least `share` of `total`.
  static func mostPaid(within total: Int64, share: BasisPoints) -> Int64 {
    Int64(Int128(total) * Int128(10_000 - share.count) / 10_000)
  }

  /// The least total for which the purse may pay `amount`; `share` is below 100 %.
  static func leastTotal(paying amount: Int64, share: BasisPoints) -> Int64 {
    let others = Int128(10_000 - share.count)
    return Int64((Int128(amount) * 10_000 + others - 1) / others)
  }
}

/// Side rules, found by the cells they look at.
struct SideRules {
  let rules: [SideRule]
  /// The groups that shares and counts watch.
  let groups: [[Int]]
  let rulesOfCell: [[Int32]]

  init(_ rules: [SideRule], groups: [[Int]], cellCount: Int) {
    self.rules = rules
    self.groups = groups
    var index = [[Int32]](repeating: [], count: rules.isEmpty ? 0 : cellCount)
    for (number, rule) in rules.enumerated() {
      for cell in Set(rule.cells(among: groups)) { index[cell].append(Int32(number)) }
    }
    rulesOfCell = index
  }

  var isEmpty: Bool { rules.isEmpty }

  /// The groups of which only so many cells may be used.
  var counts: [(group: Int, most: Int)] {
    rules.compactMap { rule in
      guard case .count(let group, let most) = rule else { return nil }
      return (group, most)
    }
  }
}

/// Tighter bounds that cut the present amounts off.
struct Restriction {
  let project: Int
  var bounds: [(cell: Int, low: Int64, high: Int64)]
  /// A new lower bound of the project's total.
  var lower: Int64 = 0
}
