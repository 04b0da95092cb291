/// Walks down the ranking again on changed instances, within a stated amount of work.
///
/// Work is counted, never timed, so that the same instance always receives the same advice. A walk that
/// leaves a question open proves nothing: it is not followed any further.
struct Rerun {
  /// Admissions that may be replayed.
  var admissions: Int
  /// Branches and choices of used cells that may be tried; only side rules need any.
  var branches = 6_000
  var choices = 20

  init(admissions: Int) { self.admissions = admissions }

  var isExhausted: Bool { admissions <= 0 || branches <= 0 || choices <= 0 }

  /// Whether the project is retained on the changed instance; nil when that is not proven.
  mutating func retains(_ id: String, in changed: Instance) -> Bool? {
    switch admission(of: id, in: changed) {
    case .retained: true
    case .refused, .outOfMoney, .outvalued: false
    case .unproven, nil: nil
    }
  }

  /// What becomes of the project on the changed instance; nil when the work allowed is done.
  mutating func admission(of id: String, in changed: Instance) -> RankWalk.Admission? {
    guard !isExhausted else { return nil }
    guard !changed.needsWholeRun else { return wholeRun(id, changed) }
    let problem = Problem(changed)
    guard let project = problem.projects.firstIndex(where: { $0.id == id }) else { return nil }
    // Preparing the tables costs about half as much as admitting everyone.
    admissions -= project + 1 + problem.projects.count / 2
    var walk = RankWalk(problem)
    walk.search.remaining = branches
    walk.remainingChoices = choices
    defer {
      branches = walk.search.remaining
      choices = walk.remainingChoices
    }
    guard walk.retainDemanded() == nil else { return nil }
    for other in 0..<project where !problem.isMandatory[other] {
      if case .unproven = walk.admit(other, explain: false) { return nil }
    }
    return walk.admit(project, explain: true)
  }

  private mutating func wholeRun(_ id: String, _ changed: Instance) -> RankWalk.Admission? {
    admissions -= 4 * changed.projects.count
    let outcome = Allocator.solve(changed, strategy: .rank, isExplained: false)
    guard outcome.status == .optimal,
      outcome.projects.contains(where: { $0.id == id && $0.isRetained })
    else { return nil }
    return .retained
  }
}

extension Instance {
  /// Whether whom the walk retains depends on more than the projects ranked before.
  var needsWholeRun: Bool {
    constraints.contains { constraint in
      switch constraint {
      case .minimumShare, .minimumCount, .reservation: true
      case .maximumShare, .maximumCount, .cofunding, .reserve: false
      }
    }
  }
}
