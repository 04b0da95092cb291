/// What each term of a project brings to each objective.
struct ObjectiveTally {
  private struct Contribution {
    let objective: Int
    let term: Int
    let value: Double
  }

  private(set) var sums: [Double]
  private var contributions: [Contribution] = []

  init(count: Int) { sums = Array(repeating: 0, count: count) }

  mutating func add(_ value: Double, term: Int, to objective: Int) {
    sums[objective] += value
    contributions.append(Contribution(objective: objective, term: term, value: value))
  }

  /// For each objective, the terms that bring most, equal ones in the order they were given.
  func evidence(shown: Int) -> [[Int]] {
    var evidence: [[Int]] = Array(repeating: [], count: sums.count)
    let ordered = contributions.sorted { ($1.value, $0.term) < ($0.value, $1.term) }
    for contribution in ordered where evidence[contribution.objective].count < shown {
      evidence[contribution.objective].append(contribution.term)
    }
    return evidence
  }
}
