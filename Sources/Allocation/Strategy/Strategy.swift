/// How an allocation is decided; only what works is listed.
public enum Strategy: String, CaseIterable, Sendable {
  /// Down the ranking: nobody is passed over for a lower rank unless no money may reach them.
  case rank = "rang"
  /// The greatest sum of the values of retained projects.
  case value = "valeur"
  /// The same list, then the same share of its need for everyone, as far as floors and money allow.
  case proportional = "proportionnel"
}

/// Shares the purses among the projects.
public enum Allocator {
  /// Computes an allocation; the same instance always gives the same outcome.
  public static func solve(_ instance: Instance, strategy: Strategy) -> Outcome {
    var outcome = solve(instance, strategy: strategy, isExplained: true)
    guard outcome.status != .infeasible else { return outcome }
    outcome.value = Yardstick.value(of: outcome.projects, in: instance)
    outcome.yardstick = Yardstick(instance)
    return outcome
  }

  /// Computes an allocation, with or without saying why projects are refused, which costs more than
  /// the allocation itself.
  package static func solve(
    _ instance: Instance, strategy: Strategy, isExplained: Bool
  ) -> Outcome {
    switch strategy {
    case .rank: RankStrategy.solve(instance, isExplained: isExplained)
    case .value: ValueStrategy.solve(instance, isExplained: isExplained)
    case .proportional: ProportionalStrategy.solve(instance, isExplained: isExplained)
    }
  }
}
