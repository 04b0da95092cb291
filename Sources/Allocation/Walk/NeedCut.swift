/// Bins that may be asked for more than they can bring, the minima of cells being counted.
///
/// A project needs from the bins inside what its cells outside cannot bring; and when it needs
/// anything, it needs at least the minimum of a cell. Trying which of its cells are used gives the least
/// it can draw inside: when the sum is more than the bins hold, no distribution exists.
struct NeedCut {
  private(set) var isInside: [Bool]
  let problem: Problem
  /// By bin, in the network where the search failed.
  private let capacities: [Int64]
  private var capacity: Int128
  private var asked: Int128 = 0
  /// The choices of cells worth making, by project; filled for the projects counted.
  private var drawings: [[Drawing]]

  /// What a choice of cells draws inside at least, brings outside at most, and brings in all.
  private struct Drawing {
    let low: Int64
    let room: Int64
    let high: Int64

    func isWorse(than other: Self) -> Bool {
      other.low <= low && other.room >= room && other.high >= high
    }
  }

  /// A cut around the bins that the last search of the network has reached, before any project.
  init(around network: Network, of problem: Problem) {
    self.problem = problem
    capacities = network.capacity
    isInside = network.parent.indices.map { network.trail.hasReached($0) }
    drawings = [[Drawing]](repeating: [], count: problem.projects.count)
    capacity = 0
    capacity = whole
  }

  /// What the bins inside let out together.
  private var whole: Int128 {
    let parent = problem.bins.parent
    return isInside.indices.reduce(0) { sum, bin in
      let isOutermost = isInside[bin] && (parent[bin] < 0 || !isInside[parent[bin]])
      return isOutermost ? sum + Int128(capacities[bin]) : sum
    }
  }

  /// What is asked for beyond what the bins bring; above zero, no distribution exists.
  var excess: Int128 { asked - capacity }

  /// Counts a project that must receive at least `lower`.
  mutating func add(_ project: Int, lower: Int64) {
    if drawings[project].isEmpty { drawings[project] = worthwhile(project) }
    asked += need(of: project, lower: lower)
  }

  /// Takes back a project counted with the same `lower`.
  mutating func remove(_ project: Int, lower: Int64) { asked -= need(of: project, lower: lower) }

  /// Whether the project cannot receive `lower`, its `former` lower bound being counted if any.
  func excludes(_ project: Int, from former: Int64?, to lower: Int64) -> Bool {
    let counted = former.map { need(of: project, lower: $0) } ?? 0
    return asked - counted + need(of: project, lower: lower) > capacity
  }

  /// What the bins hold beyond what these projects need.
  func slack(of projects: [Int], _ lowers: [Int64]) -> Int128 {
    capacity - projects.reduce(0) { $0 + need(of: $1, lower: lowers[$1]) }
  }

  /// The most that a project can receive with so much more from inside than `lower` needs.
  func most(of project: Int, lower: Int64, slack: Int128) -> Int64 {
    let budget = need(of: project, lower: lower) + max(0, slack)
    var most = lower
    for drawing in drawings[project] where Int128(drawing.low) <= budget {
      most = max(most, Int64(min(Int128(drawing.high), budget + Int128(drawing.room))))
    }
    return most
  }

  /// Above all that bins hold, for what no choice of cells can bring.
  private static let impossible = Int128(1) << 80

  private func need(of project: Int, lower: Int64) -> Int128 {
    let known = drawings[project]
    return need(of: project, lower: lower, among: known.isEmpty ? worthwhile(project) : known)
  }

  private func need(of project: Int, lower: Int64, among drawings: [Drawing]) -> Int128 {
    var least = Int128.max
    for drawing in drawings where drawing.high >= lower {
      least = min(least, Int128(max(drawing.low, lower - drawing.room)))
    }
    return least == .max ? Self.impossible : least
  }

  private func worthwhile(_ project: Int) -> [Drawing] {
    var kept: [Drawing] = []
    for drawing in CellChoice.all(of: project, problem).compactMap({
      drawing(of: project, using: $0)
    })
    where !kept.contains(where: drawing.isWorse) {
      kept.removeAll { $0.isWorse(than: drawing) }
      kept.append(drawing)
    }
    return kept
  }

  /// The cells to use so that the project draws the least inside.
  ///
  /// Among equals, the present choice, then the one that leaves the most room outside.
  func best(of project: Int, lower: Int64, present: CellChoice) -> CellChoice? {
    var best: (uses: CellChoice, need: Int64, room: Int64)?
    for uses in [present] + CellChoice.all(of: project, problem) {
      guard let drawing = drawing(of: project, using: uses), drawing.high >= lower else { continue }
      let need = max(drawing.low, lower - drawing.room)
      if let best, (best.need, -best.room) <= (need, -drawing.room) { continue }
      best = (uses, need, uses == present ? .max : drawing.room)
    }
    return best?.uses
  }

  private func drawing(of project: Int, using uses: CellChoice) -> Drawing? {
    let ceiling = problem.ceiling[project]
    var (lows, inside, room, high) = (Int64(0), Int64(0), Int64(0), Int64(0))
    for cell in problem.cells(of: project) {
      guard uses.mayUse(cell, problem) else {
        if problem.low[cell] > 0 { return nil }
        continue
      }
      let low = min(uses.low(of: cell, problem), ceiling + 1)
      // Beyond the ceiling nothing is of use, and sums stay small.
      let most = min(problem.high[cell], ceiling)
      (lows, high) = (min(lows + low, ceiling + 1), min(high + most, ceiling))
      if isInside[problem.bins.cellBin[cell]] { inside += low } else { room += most }
    }
    return lows > ceiling ? nil : Drawing(low: inside, room: room, high: high)
  }

  /// Takes bins in or out, one at a time, as long as the excess grows.
  ///
  /// - Returns: whether the cut has become a proof.
  mutating func climb(_ lowers: [Int64?], steps: inout Int) -> Bool {
    let bins = isInside.indices.filter { $0 != problem.bins.specificRoot }
    while steps > 0 {
      var best: (bin: Int, excess: Int128)?
      for bin in bins {
        let excess = excess(toggling: bin, lowers, steps: &steps)
        if excess > best?.excess ?? self.excess { best = (bin, excess) }
      }
      guard let best else { return false }
      toggle(best.bin, lowers)
      if excess > 0 { return true }
    }
    return false
  }

  private func excess(toggling bin: Int, _ lowers: [Int64?], steps: inout Int) -> Int128 {
    var other = self
    let concerned = problem.projects(in: bin)
    steps -= concerned.count
    other.isInside[bin].toggle()
    var asked = self.asked
    for project in concerned {
      guard let lower = lowers[project] else { continue }
      asked += other.need(of: project, lower: lower, among: other.worthwhile(project))
      asked -= need(of: project, lower: lower)
    }
    return asked - other.whole
  }

  private mutating func toggle(_ bin: Int, _ lowers: [Int64?]) {
    isInside[bin].toggle()
    capacity = whole
    for project in problem.projects(in: bin) {
      guard let lower = lowers[project] else { continue }
      asked -= need(of: project, lower: lower)
      drawings[project] = worthwhile(project)
      asked += need(of: project, lower: lower)
    }
  }
}
