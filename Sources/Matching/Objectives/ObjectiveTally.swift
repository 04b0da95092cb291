/// What each term of a project brings to each objective.
struct ObjectiveTally {
  private struct Contribution {
    var term: Int
    var value: Double
  }

  /// Terms remembered for each objective.
  private let shown: Int
  private(set) var sums: [Double]
  /// For each objective, `shown` places: the terms that bring most, equal ones in the order given.
  private var best: [Contribution]
  /// Places taken of each objective.
  private var taken: [Int]

  init(count: Int, shown: Int) {
    self.shown = shown
    sums = Array(repeating: 0, count: count)
    best = Array(repeating: Contribution(term: 0, value: 0), count: count * shown)
    taken = Array(repeating: 0, count: count)
  }

  /// Adds what a term brings, for or against; only what speaks for an objective is evidence.
  mutating func add(_ value: Double, term: Int, to objective: Int) {
    sums[objective] += value
    if value > 0 { note(value, term: term, for: objective) }
  }

  /// Remembers what speaks for an objective.
  private mutating func note(_ value: Double, term: Int, for objective: Int) {
    let start = objective * shown
    let count = taken[objective]
    if count == shown {
      if best[start + count - 1].value >= value { return }
    } else {
      taken[objective] = count + 1
    }
    var place = start + min(count, shown - 1)
    while place > start, best[place - 1].value < value {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = Contribution(term: term, value: value)
  }

  /// Adds what a term brings to every objective, in their order.
  mutating func add(_ row: [Double], times strength: Double, term: Int) {
    row.withUnsafeBufferPointer { row in
      sums.withUnsafeMutableBufferPointer { sums in
        for objective in 0..<min(row.count, sums.count) {
          sums[objective] += row[objective] * strength
        }
      }
      for objective in row.indices where row[objective] > 0 {
        note(row[objective] * strength, term: term, for: objective)
      }
    }
  }

  /// The terms that bring most to an objective.
  func evidence(of objective: Int) -> [Int] {
    let start = objective * shown
    return best[start..<start + taken[objective]].map(\.term)
  }
}
