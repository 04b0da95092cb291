/// Bins that may be asked for more than they can bring, the minima of cells being counted.
///
/// A project needs from the bins inside what its cells outside cannot bring; and when it needs
/// anything, it needs at least the minimum of a cell. Trying which of its cells are used gives the least
/// it can draw inside: when the sum is more than the bins hold, no distribution exists.
struct NeedCut {
  private let problem: Problem
  let isInside: [Bool]
  private let capacity: Int128
  private var asked: Int128 = 0

  /// A cut around the bins that the last search of the network has reached, before any project.
  init(around network: Network, of problem: Problem) {
    self.problem = problem
    var capacity = Int128(0)
    for bin in network.trail.queue {
      let parent = network.parent[bin]
      if parent < 0 || !network.trail.hasReached(parent) {
        capacity += Int128(network.capacity[bin])
      }
    }
    self.capacity = capacity
    isInside = network.parent.indices.map { network.trail.hasReached($0) }
  }

  var isExceeded: Bool { asked > capacity }

  /// Counts a project that must receive at least `lower`.
  mutating func add(_ project: Int, lower: Int64) { asked += need(of: project, lower: lower) }

  /// Takes back a project counted with the same `lower`.
  mutating func remove(_ project: Int, lower: Int64) { asked -= need(of: project, lower: lower) }

  /// Whether the project cannot receive `lower`, its `former` lower bound being counted if any.
  func excludes(_ project: Int, from former: Int64?, to lower: Int64) -> Bool {
    let counted = former.map { need(of: project, lower: $0) } ?? 0
    return asked - counted + need(of: project, lower: lower) > capacity
  }

  /// Above all that bins hold, for what no choice of cells can bring.
  private static let impossible = Int128(1) << 80

  private func need(of project: Int, lower: Int64) -> Int128 {
    best(of: project, lower: lower)?.need ?? Self.impossible
  }

  /// The cells to use so that the project draws the least inside, and what it then draws.
  ///
  /// Among equals, the present choice, then the one that leaves the most room outside.
  func best(
    of project: Int, lower: Int64, present: CellChoice? = nil
  ) -> (uses: CellChoice, need: Int128)? {
    var best: (uses: CellChoice, need: Int128, room: Int128)?
    if let present, let (need, _) = draw(of: project, using: present, lower: lower) {
      best = (present, need, .max)
    }
    for uses in CellChoice.all(of: project, problem) {
      guard let (need, room) = draw(of: project, using: uses, lower: lower) else { continue }
      if let best, (best.need, -best.room) <= (need, -room) { continue }
      best = (uses, need, room)
    }
    return best.map { ($0.uses, $0.need) }
  }

  /// The least drawn inside and the most brought outside with these cells; nil when they do not do.
  private func draw(
    of project: Int, using uses: CellChoice, lower: Int64
  ) -> (need: Int128, room: Int128)? {
    var (lows, insideLows, highs, room) = (Int128(0), Int128(0), Int128(0), Int128(0))
    for cell in problem.cells(of: project) {
      guard uses.mayUse(cell, problem) else {
        if problem.low[cell] > 0 { return nil }
        continue
      }
      let low = Int128(uses.low(of: cell, problem))
      let high = Int128(max(0, problem.high[cell]))
      lows += low
      highs += high
      if isInside[problem.bins.cellBin[cell]] { insideLows += low } else { room += high }
    }
    guard lows <= Int128(problem.ceiling[project]), highs >= Int128(lower) else { return nil }
    return (max(insideLows, Int128(lower) - room), room)
  }
}

/// Which cells with a minimum a project uses; the others are free.
struct CellChoice: Equatable {
  private let first: Int
  private let bits: UInt32
  private let isOpen: Bool

  /// Beyond that many cells, nothing is chosen and minima are forgotten.
  private static let chosenCells = 8

  /// Every choice of a project.
  static func all(of project: Int, _ problem: Problem) -> [CellChoice] {
    let cells = problem.cells(of: project)
    var mask: UInt32 = 0
    for cell in cells where problem.minimum[cell] > 1 && problem.high[cell] > 0 {
      if cell - cells.lowerBound < 32 { mask |= 1 << UInt32(cell - cells.lowerBound) }
    }
    guard mask != 0, mask.nonzeroBitCount <= chosenCells, cells.count <= 32 else {
      return [CellChoice(first: cells.lowerBound, bits: 0, isOpen: true)]
    }
    var choices: [CellChoice] = []
    var bits = mask
    while true {
      choices.append(CellChoice(first: cells.lowerBound, bits: bits, isOpen: false))
      if bits == 0 { return choices }
      bits = (bits - 1) & mask
    }
  }

  /// The choice that a distribution makes.
  init(of project: Int, in network: Network) {
    let cells = network.cells(of: project)
    first = cells.lowerBound
    isOpen = cells.count > 32
    var bits: UInt32 = 0
    for cell in cells.prefix(32) where network.amount[cell] > 0 {
      bits |= 1 << UInt32(cell - first)
    }
    self.bits = bits
  }

  private init(first: Int, bits: UInt32, isOpen: Bool) {
    (self.first, self.bits, self.isOpen) = (first, bits, isOpen)
  }

  /// Whether the cell may carry money.
  func mayUse(_ cell: Int, _ problem: Problem) -> Bool {
    guard problem.high[cell] > 0 else { return false }
    return isOpen || problem.minimum[cell] <= 1 || bits >> UInt32(cell - first) & 1 == 1
  }

  /// The least that a cell which may carry money carries.
  func low(of cell: Int, _ problem: Problem) -> Int64 {
    isOpen
      ? problem.low[cell]
      : max(problem.low[cell], problem.minimum[cell] > 1 ? problem.minimum[cell] : 0)
  }
}
