import Vocabulary

/// Why no money reaches a project: the purses and limits that bind, and what would be enough.
struct Shortage {
  /// What is missing to reach the floor, in units.
  let missing: Int64
  /// Saturated purses from which nothing can be freed, in order.
  let purses: [Int]
  /// Share limits that bind.
  let limits: [(purse: Int, limit: BinForest.ShareLimit)]
  let hasUsableCell: Bool
  /// The project's own cells cannot add up to its floor.
  let isBeyondCells: Bool
  /// Enlargements of one purse, in units, that let the project in beside those already retained.
  let remedies: [(purse: Int, extra: Int64)]

  /// Reads the network where a project has just failed to settle; leaves it as it was.
  init(of project: Int, in network: inout Network, problem: Problem, explain: Bool) {
    let cells = network.cells(of: project)
    hasUsableCell = cells.contains { network.high[$0] > 0 }
    let reachable = cells.reduce(Int128(0)) { $0 + Int128(network.high[$1]) }
    isBeyondCells = reachable < Int128(problem.floor[project])
    missing = max(0, problem.floor[project] - network.total[project])
    guard explain else {
      (purses, limits, remedies) = ([], [], [])
      return
    }
    let reached = network.trail.queue.sorted()
    purses = reached.filter { $0 < problem.bins.specificRoot }
    limits = reached.compactMap { bin in
      guard let limit = problem.bins.limits[bin], let purse = problem.bins.purse[bin],
        network.room(bin) == 0
      else { return nil }
      return (purse, limit)
    }
    let candidates = Set(purses + limits.map(\.purse)).sorted {
      (problem.purses[$0].nature.order, $0) < (problem.purses[$1].nature.order, $1)
    }
    var remedies: [(purse: Int, extra: Int64)] = []
    for purse in candidates where !isBeyondCells && missing > 0 {
      let shares = limits.filter { $0.purse == purse }.map(\.limit.share.count)
      for extra in Self.extras(missing, shares: shares)
      where network.settles(project, with: extra, on: purse, of: problem) {
        remedies.append((purse, extra))
        break
      }
    }
    self.remedies = remedies
  }

  /// What is missing, or more when only a share of the purse can be used.
  private static func extras(_ missing: Int64, shares: [Int64]) -> [Int64] {
    guard let smallest = shares.filter({ $0 > 0 }).min() else { return [missing] }
    let widened = (Int128(missing) * 10_000 + Int128(smallest) - 1) / Int128(smallest)
    return widened > Int128(Cents.limit.rawValue) ? [missing] : [missing, Int64(widened)]
  }
}

extension Network {
  /// Whether the project would settle if the purse were larger; changes nothing.
  fileprivate mutating func settles(
    _ project: Int, with extra: Int64, on purse: Int, of problem: Problem
  ) -> Bool {
    let start = mark
    defer { rollback(to: start) }
    setBin(purse, capacity: capacity[purse] + extra)
    let more = Cents(extra * problem.unit)
    for (bin, limit) in problem.bins.limits.enumerated() where problem.bins.purse[bin] == purse {
      guard let limit else { continue }
      let room = problem.purses[purse].room(
        for: limit.category, within: limit.share, extra: more)
      setBin(bin, capacity: room.rawValue / problem.unit)
    }
    return settle(project)
  }
}

extension Instance.Purse.Nature {
  /// Ordinary policies come first.
  var order: Int {
    switch self {
    case .commonLaw: 0
    case .specific: 1
    }
  }
}

extension Outcome.Explanation {
  /// Tells what binds, and what is missing.
  mutating func describe(_ shortage: Shortage, in problem: Problem) {
    saturatedPurses = shortage.purses.map { problem.purses[$0].id }
    limits = shortage.limits.map { entry in
      Limit(
        purse: problem.purses[entry.purse].id, category: entry.limit.category,
        share: entry.limit.share)
    }
    missing = Cents(shortage.missing * problem.unit)
  }
}
