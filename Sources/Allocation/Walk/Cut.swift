/// A set of bins that may be asked for more than they can bring, counts of used cells included.
///
/// A project needs from the bins inside what those outside cannot bring, even at their highest. A purse
/// brings no more than its capacity, nor than the needs of those it may pay. A purse of which only so
/// many cells may be used asks a price for each: whatever the prices, what such purses bring is at
/// most the price of all the cells they allow, plus what each project gains at best after paying.
/// When the needs exceed what is brought, no distribution exists, whatever the flow.
struct Cut {
  let isInside: [Bool]
  private let problem: Problem
  private let counts: CountLimits
  /// For each limit, the price of a cell; nil when the capacity of the purse binds more.
  private var prices: [Int64?]
  /// What the bins inside let out of each purse.
  private let capacity: [Int128]
  /// What the projects may use of each purse, limited ones left out.
  private var usable: [Int128]
  private var need: Int128 = 0
  private var brought: Int128 = 0

  /// A cut around these bins, before any project is counted.
  init(around isInside: [Bool], prices: [Int64?], problem: Problem, counts: CountLimits) {
    self.isInside = isInside
    self.prices = prices
    self.problem = problem
    self.counts = counts
    var capacity = [Int128](repeating: 0, count: problem.purses.count)
    let bins = problem.bins
    for (bin, parent) in bins.parent.enumerated() where isInside[bin] {
      guard let purse = bins.purse[bin] else { continue }
      let isOutermost = bin == purse || !isInside[parent]
      if isOutermost { capacity[purse] += Int128(bins.capacity[bin]) }
    }
    self.capacity = capacity
    usable = [Int128](repeating: 0, count: problem.purses.count)
    for (limit, price) in zip(counts.limits, prices) {
      brought += Int128(price ?? 0) * Int128(limit.most)
    }
  }

  /// What the bins bring beyond the needs.
  var slack: Int128 { brought - need }
  /// Whether the projects counted need more than the bins bring.
  var isExceeded: Bool { slack < 0 }

  /// Counts a project that must receive at least `lower`.
  mutating func add(_ project: Int, lower: Int64) { count(project, lower: lower, sign: 1) }

  /// Takes back a project counted with the same `lower`.
  mutating func remove(_ project: Int, lower: Int64) { count(project, lower: lower, sign: -1) }

  /// What a limited cell adds to the best that its project gains; nil when it cannot do without.
  func gain(of cell: Int, lower: Int64) -> Int64? {
    let project = problem.cellProject[cell]
    let need = need(of: project, lower: lower)
    guard let without = best(of: project, lower: lower, need: need, using: (cell, false)) else {
      return nil
    }
    guard let with = best(of: project, lower: lower, need: need, using: (cell, true)) else {
      return 0
    }
    return with - without
  }

  private mutating func count(_ project: Int, lower: Int64, sign: Int128) {
    let need = need(of: project, lower: lower)
    self.need += sign * Int128(need)
    let best = best(of: project, lower: lower, need: need)
    brought += sign * Int128(best ?? -Self.prohibitive)
    for cell in problem.cells(of: project) where price(of: cell) == nil {
      let part = Int128(part(of: cell, need: need))
      guard part > 0 else { continue }
      let purse = problem.cellPurse[cell]
      brought -= min(capacity[purse], usable[purse])
      usable[purse] += sign * part
      brought += min(capacity[purse], usable[purse])
    }
  }

  private func need(of project: Int, lower: Int64) -> Int64 {
    var need = lower
    for cell in problem.cells(of: project) where !isInside[problem.bins.cellBin[cell]] {
      need -= min(need, max(0, problem.high[cell]))
    }
    return need
  }

  private func part(of cell: Int, need: Int64) -> Int64 {
    isInside[problem.bins.cellBin[cell]] ? min(need, max(0, problem.high[cell])) : 0
  }

  private func price(of cell: Int) -> Int64? { counts.limit(of: cell).flatMap { prices[$0] } }

  /// Above any amount, so that nobody pays it without being forced to.
  static let prohibitive: Int64 = 1 << 54
  /// The cells of one project whose choices are enumerated; any others are free.
  private static let enumerated = 6

  /// The best that the priced cells bring to a project after paying; nil when none suffices.
  private func best(
    of project: Int, lower: Int64, need: Int64, using fixed: (cell: Int, isUsed: Bool)? = nil
  ) -> Int64? {
    let cells = problem.cells(of: project)
    var priced: [Int] = []
    var free = lower
    var gratis: Int64 = 0
    for cell in cells {
      if price(of: cell) != nil, priced.count < Self.enumerated {
        priced.append(cell)
      } else {
        free -= min(free, max(0, problem.high[cell]))
        if price(of: cell) != nil { gratis = min(need, gratis + part(of: cell, need: need)) }
      }
    }
    var best: Int64?
    for choice in 0..<(1 << priced.count) {
      var (missing, value, paid) = (free, gratis, Int64(0))
      var isAllowed = true
      for (place, cell) in priced.enumerated() {
        let isUsed = choice >> place & 1 == 1
        if fixed?.cell == cell, fixed?.isUsed != isUsed { isAllowed = false }
        guard isUsed else {
          if problem.low[cell] > 0 { isAllowed = false }
          continue
        }
        missing -= min(missing, max(0, problem.high[cell]))
        value = min(need, value + part(of: cell, need: need))
        paid += price(of: cell) ?? 0
      }
      if isAllowed, missing == 0 { best = max(best ?? .min, value - paid) }
    }
    return best
  }
}

extension Problem {
  func cells(of project: Int) -> Range<Int> { cellStart[project]..<cellStart[project + 1] }

  /// Whether a project cannot receive `lower` without the cell, from the others that are open.
  func mustUse(_ cell: Int, lower: Int64, besides isOpen: (Int) -> Bool) -> Bool {
    guard low[cell] == 0 else { return true }
    var missing = lower
    for other in cells(of: cellProject[cell]) where other != cell && isOpen(other) {
      missing -= min(missing, max(0, high[other]))
    }
    return missing > 0
  }
}
