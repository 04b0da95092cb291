import Vocabulary

/// Explains the refusals of a strategy that does not go down the ranking: each project is tried beside
/// all those retained, at their floors.
struct SettledAdvisor {
  /// Allocations computed to see whether a change is enough, for a whole outcome.
  private static let trials = 24

  private let instance: Instance
  private let strategy: Strategy
  private let problem: Problem
  private var walk: RankWalk
  /// Whether every retained project could be taken over.
  private var isWhole = true
  private var remaining = Self.trials

  init(_ outcome: Outcome, of instance: Instance) {
    self.instance = instance
    strategy = outcome.strategy
    problem = Problem(instance)
    walk = RankWalk(problem)
    let retained = Set(outcome.projects.filter(\.isRetained).map(\.id))
    let inOrder = problem.projects.indices.filter { retained.contains(problem.projects[$0].id) }
      .sorted { left, right in
        // Whom an applicant prefers is taken over first, or the others would be refused.
        let orders = [left, right].map { problem.projects[$0].applicantOrder ?? 0 }
        return (orders[0], left) < (orders[1], right)
      }
    for project in inOrder {
      guard case .retained = walk.admit(project, explain: false) else {
        isWhole = false
        continue
      }
    }
  }

  /// Why the project is refused, and what was seen to retain it.
  mutating func explanation(of id: String) -> Outcome.Explanation {
    guard isWhole, let project = problem.projects.firstIndex(where: { $0.id == id }) else {
      return Outcome.Explanation(reason: .unproven)
    }
    var probe = walk
    let admission = probe.admit(project, explain: true)
    var explanation = Advisor.reason(
      of: WalkRefusal(project: project, admission: admission, walk: nil))
    if case .retained = admission { explanation.reason = .lessValue }
    guard case .outOfMoney(let shortage) = admission else { return explanation }
    explanation.describe(shortage, in: problem)
    let remedy = shortage.remedies.min { ($0.extra, $0.purse) < ($1.extra, $1.purse) }
    if let remedy {
      let more = Cents(remedy.extra * problem.unit)
      keep(.purse(problem.purses[remedy.purse].id, more: more), for: id, in: &explanation)
    }
    let floor = Cents((problem.floor[project] - shortage.missing) * problem.unit)
    if floor > .zero { keep(.floor(floor), for: id, in: &explanation) }
    return explanation
  }

  /// Tells a change once an allocation of the changed instance was seen to retain the project.
  private mutating func keep(
    _ kind: Outcome.Change.Kind, for id: String, in explanation: inout Outcome.Explanation
  ) {
    guard remaining > 0 else { return }
    remaining -= 1
    let change = Outcome.Change(kind, isVerified: true)
    let changed = change.applied(to: instance, for: id)
    guard changed.purses.allSatisfy(\.amount.isWithinLimit) else { return }
    let outcome = Allocator.solve(changed, strategy: strategy, isExplained: false)
    guard outcome.projects.contains(where: { $0.id == id && $0.isRetained }) else { return }
    explanation.changes.append(change)
  }
}

extension Outcome {
  /// The same outcome where each refusal without a word is explained, beside all those retained.
  package func explainingRefusals(of instance: Instance) -> Outcome {
    let unexplained = projects.indices.filter {
      !projects[$0].isRetained && projects[$0].explanation == nil
    }
    guard !unexplained.isEmpty else { return self }
    var outcome = self
    var advisor = SettledAdvisor(self, of: instance)
    for index in unexplained {
      outcome.projects[index].explanation = advisor.explanation(of: projects[index].id)
    }
    return outcome
  }
}

extension Outcome.Explanation {
  /// Tells what binds, and what is missing.
  mutating func describe(_ shortage: Shortage, in problem: Problem) {
    saturatedPurses = shortage.purses.map { problem.purses[$0].id }
    limits = shortage.limits.map { entry in
      Limit(
        purse: problem.purses[entry.purse].id, category: entry.limit.category,
        share: entry.limit.share)
    }
    missing = Cents(shortage.missing * problem.unit)
  }
}
