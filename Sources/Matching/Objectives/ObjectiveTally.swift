/// What each term of a project brings to each objective.
struct ObjectiveTally {
  private struct Contribution {
    let term: Int
    let value: Double
  }

  /// Terms remembered for each objective.
  private let shown: Int
  private(set) var sums: [Double]
  /// For each objective, the terms that bring most, equal ones in the order they were given.
  private var best: [[Contribution]]

  init(count: Int, shown: Int) {
    self.shown = shown
    sums = Array(repeating: 0, count: count)
    best = Array(repeating: [], count: count)
  }

  /// Adds what a term brings, for or against; only what speaks for an objective is evidence.
  mutating func add(_ value: Double, term: Int, to objective: Int) {
    sums[objective] += value
    guard value > 0 else { return }
    let list = best[objective]
    if list.count == shown, let last = list.last, last.value >= value { return }
    let place = list.firstIndex { $0.value < value } ?? list.count
    best[objective].insert(Contribution(term: term, value: value), at: place)
    if best[objective].count > shown { best[objective].removeLast() }
  }

  /// The terms that bring most to an objective.
  func evidence(of objective: Int) -> [Int] { best[objective].map(\.term) }
}
