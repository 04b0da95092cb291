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

extension Problem {
  /// The most that a project can receive from its own cells, whatever the money: two minima may be
  /// too much together when one maximum is not enough.
  func mostAlone(_ project: Int) -> Int64 {
    var best: Int64 = 0
    for uses in CellChoice.all(of: project, self) {
      var (low, high) = (Int64(0), Int64(0))
      for cell in cells(of: project) where uses.mayUse(cell, self) {
        low = min(low + uses.low(of: cell, self), ceiling[project] + 1)
        high = min(high + max(0, self.high[cell]), ceiling[project])
      }
      if low <= ceiling[project] { best = max(best, high) }
    }
    return best
  }
}
