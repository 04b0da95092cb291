import Vocabulary

/// Looks for the smallest relaxation of one rule with which a refused project would be retained.
struct RuleAdvice {
  /// Admissions that may be replayed for all the advice of one run.
  static let admissions = 6_000

  let instance: Instance
  let problem: Problem
  private var rerun = Rerun(admissions: Self.admissions)

  init(instance: Instance, problem: Problem) {
    self.instance = instance
    self.problem = problem
  }

  /// The first rule in the way that is enough to relax alone; nil when none is, as far as looked for.
  mutating func change(for refusal: WalkRefusal) -> Outcome.Change.Kind? {
    let project = problem.projects[refusal.project]
    if case .refused(.applicantOrder(let missing)) = refusal.admission {
      return order(of: project, before: missing)
    }
    for candidate in candidates(for: refusal) {
      if let range = candidate.range {
        guard let least = least(candidate.demand, range, for: project.id) else { continue }
        return .rule(candidate.demand, to: least)
      }
      let changed = candidate.demand.removed(from: instance)
      if rerun.retains(project.id, in: changed) == true { return .rule(candidate.demand, to: nil) }
    }
    return nil
  }

  /// The place of the first preferred project that is not retained: only smaller ones are awaited.
  private mutating func order(
    of project: Instance.Project, before missing: String
  ) -> Outcome.Change.Kind? {
    guard let order = problem.projects.first(where: { $0.id == missing })?.applicantOrder else {
      return nil
    }
    var changed = instance
    changed.change(project.id) { $0.applicantOrder = order }
    return rerun.retains(project.id, in: changed) == true ? .applicantOrder(order) : nil
  }

  /// The number nearest to the present one with which the project is retained.
  ///
  /// The number next to it, on the side of the present one, was seen not to be enough, unless the
  /// work allowed ran out.
  private mutating func least(
    _ demand: Outcome.Demand, _ range: Range, for project: String
  ) -> Int64? {
    let (present, loosest) = (range.present, range.loosest)
    guard present != loosest else { return nil }
    let step: Int64 = loosest > present ? 1 : -1
    var known = (loosest - present) * step
    var failed: Int64 = 0
    let first = min(max(1, (range.first - present) * step), known)
    if works(demand, present + first * step, project) {
      known = first
      if first > 1 {
        guard works(demand, present + (first - 1) * step, project) else {
          return present + first * step
        }
        known = first - 1
      }
    } else {
      guard first < known, works(demand, loosest, project) else { return nil }
      failed = first
    }
    while known - failed > 1, !rerun.isExhausted {
      let middle = failed + (known - failed) / 2
      if works(demand, present + middle * step, project) { known = middle } else { failed = middle }
    }
    return present + known * step
  }

  private mutating func works(
    _ demand: Outcome.Demand, _ value: Int64, _ project: String
  ) -> Bool {
    guard let changed = demand.set(to: value, in: instance) else { return false }
    return rerun.retains(project, in: changed) == true
  }
}
