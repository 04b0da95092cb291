import Allocation
import Vocabulary

extension ExhaustiveOracle {
  /// Every list of projects that can be retained together, by places in the ranking.
  func possibleLists() -> [[Int]] {
    let demanded = demanded()
    guard demanded.allSatisfy(mayBeRetained) else { return [] }
    return (0..<(1 << projects.count)).compactMap { choice in
      let list = projects.indices.filter { choice >> $0 & 1 == 1 }
      guard demanded.isSubset(of: list), list.allSatisfy(mayBeRetained),
        respectsSets(Set(list)), isPossible(list)
      else { return nil }
      return list
    }
  }

  /// The strategy `valeur` when only being retained counts: the greatest sum of scores, then the
  /// best ranked; nil when what is demanded is impossible.
  func mostValuable() -> Amounts.Answer? {
    let best = possibleLists().max { left, right in
      (worth(left).score, worth(left).places) < (worth(right).score, worth(right).places)
    }
    return best.map { Amounts(self, of: $0).answer }
  }

  private func worth(_ list: [Int]) -> (score: Int64, places: Int) {
    (
      list.reduce(0) { $0 + (projects[$1].score ?? 0) },
      list.reduce(0) { $0 + projects.count - $1 }
    )
  }

  /// The least that soft minima lack: projects first, then cents; nil when nothing is possible.
  func leastShortfall() -> [Int64]? {
    possibleLists().compactMap { Amounts(self, of: $0).leastShortfall() }
      .min { $0.lexicographicallyPrecedes($1) }
  }

  /// The list of `rang` when minima are soft; nil when what is demanded is impossible.
  func retainedTowardsMinima() -> [String]? {
    let lists = possibleLists()
    let shortfalls = lists.map { Amounts(self, of: $0).leastShortfall() ?? [] }
    guard let least = shortfalls.min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
    var left = zip(lists, shortfalls).filter { $1 == least }.map { Set($0.0) }
    for project in serviceOrder(demanded: demanded()) {
      let with = left.filter { $0.contains(project) }
      left = with.isEmpty ? left.filter { !$0.contains(project) } : with
    }
    return left.first.map { $0.sorted().map { projects[$0].id } }
  }
}
