import Vocabulary

/// How far equal shares of the needs have risen.
///
/// A level is a share of every need, in steps so fine that no total gains two units from one level to
/// the next: levels are bisected, then the units inside a step are given one by one. The next unit
/// goes to the smallest share total/need, the best ranked among equals.
struct ShareLevels {
  /// The level at which needs are served whole; more than the largest amount in cents.
  static let top: Int64 = 1 << 53
  private static let bits = 53

  /// In cents, by project; zero for those that do not take part.
  let needs: [Int64]
  private let unit: Int64
  /// What each project is sure to receive, in units.
  var reached: [Int64]
  /// What each project cannot exceed, as far as is known.
  var most: [Int64]
  /// The projects that may still rise, by rank.
  private(set) var rising: [Int]

  init(_ problem: Problem, of retained: [Int], from reached: [Int64]) {
    var needs = [Int64](repeating: 0, count: problem.projects.count)
    for project in retained { needs[project] = problem.projects[project].need.rawValue }
    self.needs = needs
    self.reached = reached
    unit = problem.unit
    most = problem.ceiling
    rising = retained.filter { needs[$0] > 0 }
    dropServed()
  }

  mutating func dropServed() { rising.removeAll { reached[$0] >= most[$0] } }

  /// What a project receives when all have risen to the level.
  func amount(of project: Int, at level: Int64) -> Int64 {
    let (high, low) = UInt64(needs[project]).multipliedFullWidth(by: UInt64(level))
    let rest = low & (1 << Self.bits - 1)
    let cents = Int64(high << (64 - Self.bits) | low >> Self.bits) + (rest > 0 ? 1 : 0)
    let amount = unit == 1 ? cents : (cents + unit - 1) / unit
    return max(reached[project], min(most[project], amount))
  }

  /// Takes note that everybody has risen to the level.
  mutating func rise(to level: Int64) {
    for project in rising { reached[project] = amount(of: project, at: level) }
    dropServed()
  }

  /// The projects that gain a unit in the step above the level, in the order in which they do.
  func gainers(above level: Int64) -> [Int] {
    byShare(rising.filter { amount(of: $0, at: level + 1) > reached[$0] })
  }

  /// The smallest share first, the best ranked among equals.
  func byShare(_ projects: [Int]) -> [Int] {
    projects.sorted { left, right in
      let shares = (
        Int128(reached[left]) * Int128(needs[right]), Int128(reached[right]) * Int128(needs[left])
      )
      return shares.0 == shares.1 ? left < right : shares.0 < shares.1
    }
  }

  /// Takes note that the project cannot rise any further.
  mutating func freeze(_ project: Int) {
    most[project] = reached[project]
    dropServed()
  }

  /// The smallest share served among these projects, in basis points, rounded down.
  func smallest(among projects: [Int]) -> Int64 {
    projects.filter { needs[$0] > 0 }.map { project in
      Int64(Int128(reached[project]) * Int128(unit) * 10_000 / Int128(needs[project]))
    }.min() ?? 10_000
  }
}
