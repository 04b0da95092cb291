import Vocabulary

/// The strategy `rang`: the demanded projects, then the ranking from the top, then the amounts.
enum RankStrategy {
  static func solve(_ instance: Instance, isExplained: Bool = true) -> Outcome {
    solve(instance, strategy: .rank, isExplained: isExplained) { $0.raiseTotals() }
  }

  /// The list that ranking gives, and totals raised as the strategy wants them.
  static func solve(
    _ instance: Instance, strategy: Strategy, isExplained: Bool,
    raising raise: (inout RankWalk) -> Void
  ) -> Outcome {
    let settled = RankedList.settle(instance, strategy: strategy, isExplained: isExplained)
    guard var list = settled else {
      return .infeasible(instance, strategy: strategy, isExplained: isExplained)
    }
    raise(&list.walk)
    list.walk.sparePurses()
    list.walk.spreadDraw()
    let explanations = list.explanations(of: instance, isExplained: isExplained)
    return Outcome(
      walk: list.walk, instance: instance, strategy: strategy, explanations: explanations)
  }
}
