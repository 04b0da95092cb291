/// The linear relaxation over all mixes of columns, solved by a primal simplex with one key column
/// a block; columns are made when prices ask for them.
///
/// Columns that the decisions forbid stay where they are at a heavy cost, so that a node starts
/// from the basis of its parent.
final class Master {
  /// What is solved: the whole programme, or its tightest rows when there are too many.
  let programme: BlockProgramme
  let whole: BlockProgramme
  /// The rows of the whole programme that are kept, in order.
  let rows: [Int]
  let pricer: Pricer
  let rowCount: Int
  /// Scaled.
  let capacity: [Double]
  private(set) var columns: [Column] = []
  var basis: Basis
  /// What a forbidden column costs.
  var penalty: Double
  /// The value of each key, penalties included.
  var keyValue: [Double]
  /// The value of each working column, penalties included; zero for spare room.
  var workValue: [Double]
  var prices: [Double]
  /// Blocks that may change; the others keep their key.
  private(set) var active: [Int]
  /// What the frozen blocks are worth together, and what they use of each row.
  private(set) var frozenValue: Double = 0
  private(set) var frozenUse: [Double]
  var pivots = 0

  init(_ whole: BlockProgramme, rows most: Int) {
    self.whole = whole
    rows = whole.tightestRows(most)
    programme = whole.keeping(rows)
    pricer = Pricer(programme)
    rowCount = programme.capacities.count
    capacity = zip(programme.capacities, pricer.scale).map { Double($0) * $1 }
    let blocks = programme.blocks.count + programme.slacks.count
    basis = Basis(blocks: blocks, rows: rowCount)
    keyValue = [Double](repeating: 0, count: blocks)
    workValue = [Double](repeating: 0, count: rowCount)
    prices = [Double](repeating: 0, count: rowCount)
    active = Array(programme.blocks.indices)
    frozenUse = prices
    var most: Double = 1
    for member in programme.members {
      most = max(most, abs(member.value) + abs(member.valuePerUnit) * Double(member.ceiling))
    }
    for slack in programme.slacks { most += slack.cost * Double(slack.upper) }
    penalty = most * 50
    columns = (0..<blocks).map { block in
      Column(block: Int32(block), value: 0, rows: [], coefficients: [], uses: [], slack: 0)
    }
  }

  func add(_ column: Column) -> Int32 {
    columns.append(column)
    return Int32(columns.count - 1)
  }

  /// The value of a column under the decisions.
  private func effectiveValue(_ index: Int32) -> Double {
    let column = columns[Int(index)]
    return column.value - (pricer.allows(column) ? 0 : penalty)
  }

  /// Lets only these blocks change; the others keep their key, which must be all they mix.
  func narrow(to blocks: [Int]) {
    refresh()
    active = blocks
    frozenValue = 0
    for row in 0..<rowCount { frozenUse[row] = 0 }
    var isActive = [Bool](repeating: false, count: keyValue.count)
    for block in blocks { isActive[block] = true }
    for block in programme.blocks.indices where !isActive[block] {
      frozenValue += keyValue[block]
      let key = columns[Int(basis.key[block])]
      for (row, coefficient) in zip(key.rows, key.coefficients) {
        frozenUse[Int(row)] += coefficient
      }
    }
  }

  private var slackBlocks: Range<Int> { programme.blocks.count..<keyValue.count }

  /// Reads the values again after the decisions or the basis have changed.
  func refresh() {
    for block in active { keyValue[block] = effectiveValue(basis.key[block]) }
    for block in slackBlocks { keyValue[block] = effectiveValue(basis.key[block]) }
    for place in 0..<rowCount {
      let index = basis.work[place]
      workValue[place] = index < 0 ? 0 : effectiveValue(index)
    }
    setPrices()
  }

  /// The block of a working column; -1 for spare room.
  func block(ofWork place: Int) -> Int {
    let index = basis.work[place]
    return index < 0 ? -1 : Int(columns[Int(index)].block)
  }

  /// Prices that make every working column worth exactly its key.
  func setPrices() {
    for row in 0..<rowCount { prices[row] = 0 }
    for place in 0..<rowCount {
      let block = block(ofWork: place)
      guard block >= 0 else { continue }
      let worth = workValue[place] - keyValue[block]
      guard worth != 0 else { continue }
      let start = place * rowCount
      for row in 0..<rowCount { prices[row] += worth * basis.inverse[start + row] }
    }
  }

  /// What the present mix is worth.
  var value: Double {
    var value = frozenValue
    for block in active { value += keyValue[block] }
    for block in slackBlocks { value += keyValue[block] }
    for place in 0..<rowCount {
      let block = block(ofWork: place)
      if block >= 0 { value += (workValue[place] - keyValue[block]) * basis.weight[place] }
    }
    return value
  }

  /// What a column adds when it replaces its block's key, at the present prices.
  func reducedValue(_ column: Column) -> Double {
    let block = Int(column.block)
    let key = columns[Int(basis.key[block])]
    return column.value - column.cost(at: prices) - (keyValue[block] - key.cost(at: prices))
  }

  /// How much of the present mix is forbidden.
  var forbiddenWeight: Double {
    var sum: Double = 0
    var rest: [Int: Double] = [:]
    for place in 0..<rowCount {
      let block = block(ofWork: place)
      guard block >= 0 else { continue }
      rest[block, default: 0] += basis.weight[place]
      if workValue[place] < -penalty / 2 { sum += max(0, basis.weight[place]) }
    }
    for block in active where keyValue[block] < -penalty / 2 {
      sum += max(0, 1 - (rest[block] ?? 0))
    }
    return sum
  }
}
