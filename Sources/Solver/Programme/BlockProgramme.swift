/// An integer programme made of many small blocks under few common rows.
///
/// A *member* is taken or left. Taken, it receives whole amounts through its *cells*, between a
/// floor and a ceiling in all. A *row* bounds what the members together use of something common.
/// Members that depend on each other's being taken share a *block*. The sum of the values is to be
/// as large as possible. Amounts are whole units; only values and prices are floating point.
public struct BlockProgramme: Sendable {
  /// What all cells together may use of each row.
  public internal(set) var capacities: [Int64] = []
  public internal(set) var members: [Member] = []
  public internal(set) var cells: [Cell] = []
  public internal(set) var blocks: [Block] = []
  /// Amounts that relax a row at a cost.
  public internal(set) var slacks: [Slack] = []

  /// Starts without members or rows.
  public init() {}

  /// A coefficient in a row.
  public struct Entry: Sendable {
    public var row: Int
    public var coefficient: Int64

    /// Names a coefficient.
    public init(row: Int, coefficient: Int64) {
      self.row = row
      self.coefficient = coefficient
    }
  }

  /// What a member may receive from one place.
  public struct Cell: Sendable {
    public var low: Int64
    public var high: Int64
    /// The least amount once the cell is used; 0 or 1 when it forbids nothing.
    public var least: Int64
    /// What each unit uses.
    public var unitEntries: [Entry] = []
    /// What being used at all uses.
    public var useEntries: [Entry] = []
    /// Of ten thousand parts of the member's total, how many it may bring at most.
    public var shareOfTotal: Int64 = 10_000

    /// Describes a cell without row.
    public init(low: Int64, high: Int64, least: Int64) {
      self.low = low
      self.high = high
      self.least = least
    }
  }

  /// The cell is `amount` when `condition` reaches `threshold`, otherwise zero.
  public struct Commitment: Sendable {
    public var cell: Int
    public var condition: Int
    public var amount: Int64
    public var threshold: Int64

    /// States a commitment between two cells, counted from the first cell of the programme.
    public init(cell: Int, condition: Int, amount: Int64, threshold: Int64) {
      self.cell = cell
      self.condition = condition
      self.amount = amount
      self.threshold = threshold
    }
  }

  /// What may be taken or left.
  public struct Member: Sendable {
    public var cells: Range<Int>
    public var floor: Int64
    public var ceiling: Int64
    /// What it is worth once taken.
    var value: Double
    /// What each unit it receives is worth besides.
    var valuePerUnit: Double
    /// What being taken uses.
    public var entries: [Entry] = []
    public var commitments: [Commitment] = []
    public var isForced = false
    public var isForbidden = false

    /// Describes a member.
    init(cells: Range<Int>, floor: Int64, ceiling: Int64, worth: Worth) {
      self.cells = cells
      self.floor = floor
      self.ceiling = ceiling
      value = Double(worth.taken)
      if worth.bonusWhole > 0 { value += Double(worth.bonus) / Double(worth.bonusWhole) }
      valuePerUnit = worth.whole > 0 ? Double(worth.served) / Double(worth.whole) : 0
    }
  }

  /// What a member is worth: something once taken, something in proportion to what it receives.
  public struct Worth: Sendable {
    public var taken: Int128
    /// What receiving `whole` units is worth.
    public var served: Int128 = 0
    public var whole: Int128 = 0
    /// So many parts of a unit of value, `bonusWhole` making one, to settle ties.
    public var bonus: Int64 = 0
    public var bonusWhole: Int64 = 0

    /// States what being taken is worth.
    public init(taken: Int128) { self.taken = taken }
  }

  /// Members by level: one is taken only if all those of the levels before it are.
  public struct Block: Sendable {
    public var levels: [[Int]]

    /// Orders members.
    public init(levels: [[Int]]) { self.levels = levels }
  }

  /// So much less used of a row, up to `upper`, at a cost each.
  public struct Slack: Sendable {
    public var entries: [Entry]
    public var upper: Int64
    var cost: Double

    /// Describes a slack; each unit costs `cost` units of value.
    public init(entries: [Entry], upper: Int64, cost: Int64) {
      self.entries = entries
      self.upper = upper
      self.cost = Double(cost)
    }
  }
}

extension BlockProgramme {
  /// Adds a row that may be used up to `capacity`.
  ///
  /// - Returns: its number.
  public mutating func addRow(capacity: Int64) -> Int {
    capacities.append(capacity)
    return capacities.count - 1
  }

  /// Adds a member and its cells; entries may be added to them afterwards.
  ///
  /// - Returns: its number.
  public mutating func addMember(
    cells new: [Cell], floor: Int64, ceiling: Int64, worth: Worth
  ) -> Int {
    let range = cells.count..<cells.count + new.count
    cells += new
    members.append(Member(cells: range, floor: floor, ceiling: ceiling, worth: worth))
    return members.count - 1
  }

  /// Puts members in a block; each member belongs to exactly one.
  public mutating func addBlock(levels: [[Int]]) { blocks.append(Block(levels: levels)) }

  /// Adds a slack.
  ///
  /// - Returns: its number.
  public mutating func addSlack(_ slack: Slack) -> Int {
    slacks.append(slack)
    return slacks.count - 1
  }

  /// Changes a member.
  public mutating func withMember(_ member: Int, _ change: (inout Member) -> Void) {
    change(&members[member])
  }

  /// Changes a cell.
  public mutating func withCell(_ cell: Int, _ change: (inout Cell) -> Void) {
    change(&cells[cell])
  }

  /// Lets a slack relax one more row.
  public mutating func withSlack(_ slack: Int, _ change: (inout Slack) -> Void) {
    change(&slacks[slack])
  }
}

extension BlockProgramme {
  /// What a solution is worth here, whichever programme of the same shape it was found for.
  func value(of selection: Selection) -> Double {
    var value: Double = 0
    for (number, member) in members.enumerated() where selection.isTaken[number] {
      let total = member.cells.reduce(Int64(0)) { $0 + selection.amounts[$1] }
      value += member.value + member.valuePerUnit * Double(total)
    }
    for (slack, amount) in zip(slacks, selection.slacks) { value -= slack.cost * Double(amount) }
    return value
  }
}
