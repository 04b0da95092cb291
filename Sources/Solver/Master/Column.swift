/// One way to treat a block: which members are taken, and what their cells carry.
struct Column {
  /// Blocks first, then slacks.
  let block: Int32
  let value: Double
  let rows: [Int32]
  /// Scaled coefficients, beside `rows`.
  let coefficients: [Double]
  let uses: [Use]
  /// For a slack, how much of it.
  let slack: Int64

  /// What a taken member receives through its cells.
  struct Use {
    let member: Int32
    let amounts: [Int64]
  }

  func cost(at prices: [Double]) -> Double {
    var cost: Double = 0
    for index in rows.indices { cost += prices[Int(rows[index])] * coefficients[index] }
    return cost
  }

  func takes(_ member: Int) -> Bool { uses.contains { $0.member == member } }
}
