/// A retained list that nothing changes any more, with amounts that prove it possible.
struct SettledList {
  /// Holds the list; its amounts are still to be raised.
  var walk: RankWalk
  /// The projects that are not on the list.
  var refusals: [WalkRefusal]
  /// Whether the refusals may be played again, from the top of the ranking.
  var isReplayable: Bool
  var strategy: Strategy

  /// Why each project is refused, by place; nil for those that are retained.
  func explanations(of instance: Instance, isExplained: Bool) -> [Outcome.Explanation?] {
    let problem = walk.problem
    var explanations = [Outcome.Explanation?](repeating: nil, count: problem.projects.count)
    var advisor = Advisor(instance: instance, list: self)
    for (index, refusal) in refusals.enumerated() {
      explanations[refusal.project] =
        isExplained ? advisor.explanation(of: index) : Advisor.reason(of: refusal)
    }
    return explanations
  }
}
