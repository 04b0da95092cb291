import Vocabulary

/// Explains refusals and says what would retain a project.
///
/// On instances of at most ``replayedProjects`` projects, an advice is replayed before it is given,
/// since what is changed may first serve better ranked projects.
struct Advisor {
  static let replayedProjects = 400

  let problem: Problem
  let refusals: [WalkRefusal]
  private var purses: PurseAdvice

  init(instance: Instance, problem: Problem, refusals: [WalkRefusal]) {
    self.problem = problem
    self.refusals = refusals
    purses = PurseAdvice(instance: instance, problem: problem, refusals: refusals)
  }

  /// Why the project of a refusal is refused, without a word on what would retain it.
  static func reason(of refusal: WalkRefusal) -> Outcome.Explanation {
    switch refusal.admission {
    case .retained: Outcome.Explanation(reason: .shortage)
    case .refused(let refusal): Outcome.Explanation(reason: .rule(refusal))
    case .unproven: Outcome.Explanation(reason: .unproven)
    case .outOfMoney(let shortage): Outcome.Explanation(reason: shortage.reason)
    }
  }

  mutating func explanation(of refusal: Int) -> Outcome.Explanation {
    var explanation = Self.reason(of: refusals[refusal])
    guard let shortage = refusals[refusal].shortage else { return explanation }
    explanation.saturatedPurses = shortage.purses.map { problem.purses[$0].id }
    explanation.limits = shortage.limits.map { entry in
      Outcome.Explanation.Limit(
        purse: problem.purses[entry.purse].id, category: entry.limit.category,
        share: entry.limit.share)
    }
    explanation.missing = Cents(shortage.missing * problem.unit)
    explanation.remedy = remedy(for: refusal, shortage)
    return explanation
  }

  private mutating func remedy(
    for refusal: Int, _ shortage: Shortage
  ) -> Outcome.Explanation.Remedy? {
    if problem.projects.count <= Self.replayedProjects {
      return purses.cheapest(for: refusal).map { remedy($0.purse, $0.extra) }
    }
    guard problem.sideRules.isEmpty else { return nil }
    return shortage.remedies.filter { isAllowed($0) }.min { $0.extra < $1.extra }
      .map { remedy($0.purse, $0.extra) }
  }

  private func isAllowed(_ candidate: (purse: Int, extra: Int64)) -> Bool {
    Cents(problem.purses[candidate.purse].amount.rawValue + candidate.extra * problem.unit)
      .isWithinLimit
  }

  private func remedy(_ purse: Int, _ extra: Int64) -> Outcome.Explanation.Remedy {
    Outcome.Explanation.Remedy(purse: problem.purses[purse].id, amount: Cents(extra * problem.unit))
  }
}

extension Shortage {
  fileprivate var reason: Outcome.Explanation.Reason {
    guard isBeyondCells else { return .shortage }
    return hasUsableCell ? .cellsTooSmall : .noCell
  }
}
