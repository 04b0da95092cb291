import Vocabulary

/// Explains refusals and says what would retain a project.
///
/// On instances of at most ``replayedProjects`` projects, an advice is replayed on the enlarged
/// instance before it is given, since the extra money may first serve better ranked projects.
struct Advisor {
  static let replayedProjects = 400
  /// Admissions that may be replayed for all the advice of one run.
  static let replayedAdmissions = 30_000

  let instance: Instance
  let problem: Problem
  let isStrict: Bool
  private var remaining = Self.replayedAdmissions

  init(instance: Instance, problem: Problem, isStrict: Bool) {
    self.instance = instance
    self.problem = problem
    self.isStrict = isStrict
  }

  mutating func explanation(
    of project: Int, _ admission: RankWalk.Admission
  ) -> Outcome.Explanation {
    switch admission {
    case .retained: Outcome.Explanation(reason: .shortage)
    case .refused(let refusal): Outcome.Explanation(reason: .rule(refusal))
    case .unproven: Outcome.Explanation(reason: .unproven)
    case .outOfMoney(let shortage): explanation(of: project, shortage)
    }
  }

  private mutating func explanation(
    of project: Int, _ shortage: Shortage
  ) -> Outcome.Explanation {
    var reason = Outcome.Explanation.Reason.shortage
    if shortage.isBeyondCells { reason = shortage.hasUsableCell ? .cellsTooSmall : .noCell }
    let remedy = remedy(for: project, shortage)
    return Outcome.Explanation(
      reason: reason, saturatedPurses: shortage.purses.map { problem.purses[$0].id },
      limits: shortage.limits.map { entry in
        Outcome.Explanation.Limit(
          purse: problem.purses[entry.purse].id, category: entry.limit.category,
          share: entry.limit.share)
      },
      missing: Cents(shortage.missing * problem.unit), remedy: remedy)
  }

  private mutating func remedy(
    for project: Int, _ shortage: Shortage
  ) -> Outcome.Explanation.Remedy? {
    let candidates = shortage.remedies.filter { candidate in
      Cents(problem.purses[candidate.purse].amount.rawValue + candidate.extra * problem.unit)
        .isWithinLimit
    }
    guard problem.projects.count <= Self.replayedProjects, remaining > 0 else {
      guard !isStrict, let best = candidates.min(by: { $0.extra < $1.extra }) else { return nil }
      return remedy(best.purse, best.extra)
    }
    var best: (purse: Int, extra: Int64)?
    for candidate in candidates.prefix(4) where candidate.extra < best?.extra ?? .max {
      guard let extra = replay(project, on: candidate.purse, from: candidate.extra),
        extra < best?.extra ?? .max
      else { continue }
      best = (candidate.purse, extra)
      if extra == shortage.missing { break }
    }
    return best.map { remedy($0.purse, $0.extra) }
  }

  private func remedy(_ purse: Int, _ extra: Int64) -> Outcome.Explanation.Remedy {
    Outcome.Explanation.Remedy(purse: problem.purses[purse].id, amount: Cents(extra * problem.unit))
  }

  /// The smallest enlargement found, from `extra` up, with which the walk does retain the project.
  private mutating func replay(_ project: Int, on purse: Int, from extra: Int64) -> Int64? {
    var extra = extra
    for _ in 0..<8 where remaining > 0 {
      var enlarged = instance
      guard let row = instance.purses.firstIndex(where: { $0.id == problem.purses[purse].id })
      else { return nil }
      enlarged.purses[row].amount += Cents(extra * problem.unit)
      guard enlarged.purses[row].amount.isWithinLimit else { return nil }
      var walk = RankWalk(Problem(enlarged))
      let order = ServiceOrder(enlarged, walk.problem).projects
      remaining -= project + 1
      guard walk.retainDemanded() == nil else { return nil }
      for other in order.prefix(while: { $0 != project }) {
        _ = walk.admit(other, explain: false)
      }
      switch walk.admit(project, explain: true) {
      case .retained: return extra
      case .outOfMoney(let shortage):
        guard let more = shortage.remedies.first(where: { $0.purse == purse }) else { return nil }
        extra += more.extra
      case .refused, .unproven: return nil
      }
    }
    return nil
  }
}
