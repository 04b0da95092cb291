/// Money flowing from projects into purses, exact, with bounds on both sides.
///
/// A *bin* is a purse, or a group of projects inside a purse that a share limits; bins form a forest
/// whose roots let money out. A *cell* carries the money of one project into one bin. Upper bounds
/// always hold; lower bounds (of cells and of projects' totals) are what the searches restore.
///
/// A search walks over bins, never over projects: for each ordered pair of bins, `movers` remembers
/// the projects that may shift money from the first to the second. A mover may have become
/// useless since; it is then dropped when met.
struct Network {
  /// The cells of project `p` are `cellStart[p]..<cellStart[p + 1]`.
  let cellStart: [Int]
  let cellProject: [Int]
  let cellBin: [Int]
  /// The enclosing bin; -1 for a root.
  let parent: [Int]
  let children: [[Int]]

  var amount: [Int64]
  var low: [Int64]
  var high: [Int64]

  var total: [Int64]
  var lower: [Int64]
  var ceiling: [Int64]

  var used: [Int64]
  var capacity: [Int64]

  var movers: Movers
  /// Per bin, cells whose project receives more than its lower bound; may hold stale entries.
  var surplus: [[Int32]]

  var journal: [JournalEntry] = []
  /// Cells whose amount changed since the last ``forgetTouched()``, without repetition.
  var touched: [Int32] = []
  var isTouched: [Bool]

  var trail: Trail
  /// The groups that side rules watch; none in a network that ignores these rules.
  var watches = Watches([], cellCount: 0)

  init(cellStart: [Int], cellProject: [Int], cellBin: [Int], parent: [Int], capacity: [Int64]) {
    self.cellStart = cellStart
    self.cellProject = cellProject
    self.cellBin = cellBin
    self.parent = parent
    self.capacity = capacity
    var children = [[Int]](repeating: [], count: parent.count)
    for (bin, parent) in parent.enumerated() where parent >= 0 { children[parent].append(bin) }
    self.children = children
    let cells = [Int64](repeating: 0, count: cellBin.count)
    let projects = [Int64](repeating: 0, count: cellStart.count - 1)
    (amount, low, high) = (cells, cells, cells)
    (total, lower, ceiling) = (projects, projects, projects)
    used = [Int64](repeating: 0, count: parent.count)
    movers = Movers(binCount: parent.count)
    surplus = [[Int32]](repeating: [], count: parent.count)
    isTouched = [Bool](repeating: false, count: cellBin.count)
    trail = Trail(binCount: parent.count)
  }

  func cells(of project: Int) -> Range<Int> { cellStart[project]..<cellStart[project + 1] }

  func canGive(_ cell: Int) -> Bool { amount[cell] > low[cell] }
  func canTake(_ cell: Int) -> Bool { amount[cell] < high[cell] }

  /// Room left in the bin itself, whatever its parents have.
  func room(_ bin: Int) -> Int64 { capacity[bin] - used[bin] }
}

/// For each ordered pair of bins, the pairs of cells of one project that may shift money.
struct Movers {
  /// The bins worth looking at from a bin, with the list of that pair.
  private(set) var neighbours: [[(bin: Int, list: Int)]]
  private var index: [Int: Int] = [:]
  var lists: [[(from: Int32, to: Int32)]] = []

  init(binCount: Int) {
    neighbours = [[(bin: Int, list: Int)]](repeating: [], count: binCount)
  }

  mutating func add(from: Int, to: Int, source: Int, target: Int) {
    let key = source << 32 | target
    if let list = index[key] {
      lists[list].append((Int32(from), Int32(to)))
    } else {
      index[key] = lists.count
      neighbours[source].append((target, lists.count))
      lists.append([(Int32(from), Int32(to))])
    }
  }
}
