/// The strategy `proportionnel`: the list of `rang`, then everyone the same share of their need.
///
/// The smallest share is the largest possible, then the second, in whole units; equal shares are
/// settled by rank. Floors and the limits of cells keep some shares apart.
enum ProportionalStrategy {
  static func solve(_ instance: Instance, isExplained: Bool = true) -> Outcome {
    var smallest = (served: Int64(10_000), bound: Int64(10_000))
    var outcome = RankStrategy.solve(
      instance, strategy: .proportional, isExplained: isExplained
    ) { walk in
      smallest = walk.shareNeeds()
    }
    guard outcome.status != .infeasible else { return outcome }
    (outcome.objective, outcome.bound) = smallest
    return outcome
  }
}
