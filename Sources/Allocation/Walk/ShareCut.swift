/// Bins from which a project could not draw more, and what they are asked for.
///
/// A project asks of them what its cells elsewhere cannot bring, even at their highest.
struct ShareCut {
  private let capacity: Int128
  /// By project, the most that its cells elsewhere bring, and the least that those inside carry.
  private let outside: [Int64]
  private let least: [Int64]
  private let projects: [Int]

  /// The cut around the bins that the last search of the network has reached.
  init(_ network: Network, of projects: [Int]) {
    self.projects = projects
    var capacity = Int128(0)
    for bin in network.trail.queue {
      let parent = network.parent[bin]
      if parent < 0 || !network.trail.hasReached(parent) {
        capacity += Int128(network.capacity[bin])
      }
    }
    self.capacity = capacity
    var outside = [Int64](repeating: 0, count: network.total.count)
    var least = outside
    for project in projects {
      for cell in network.cells(of: project) {
        if network.trail.hasReached(network.cellBin[cell]) {
          least[project] += network.low[cell]
        } else {
          // Whatever lies beyond the ceiling is of no use, and sums stay small.
          outside[project] += min(network.high[cell], network.ceiling[project])
        }
      }
    }
    self.outside = outside
    self.least = least
  }

  private func asked(by project: Int, for total: Int64) -> Int64 {
    max(least[project], total - outside[project])
  }

  /// The highest level below this one at which the bins are not asked for more than they hold.
  func highest(below level: Int64, _ levels: ShareLevels) -> Int64 {
    var (possible, excluded) = (Int64(0), level)
    let rising = Set(levels.rising)
    var fixed = Int128(0)
    for project in projects where !rising.contains(project) {
      fixed += Int128(asked(by: project, for: levels.reached[project]))
    }
    while excluded - possible > 1 {
      let middle = possible + (excluded - possible) / 2
      var sum = fixed
      for project in levels.rising {
        sum += Int128(asked(by: project, for: levels.amount(of: project, at: middle)))
      }
      if sum <= capacity { possible = middle } else { excluded = middle }
    }
    return possible
  }

  /// The cut is full: nobody can ask more of it than now.
  func bound(_ levels: inout ShareLevels) {
    for project in levels.rising {
      let most = outside[project] + asked(by: project, for: levels.reached[project])
      levels.most[project] = min(levels.most[project], most)
    }
    levels.dropServed()
  }
}
