import Vocabulary

/// Explains refusals and says what would retain a project.
///
/// On instances of at most ``replayedProjects`` projects, an advice is replayed before it is given,
/// since what is changed may first serve better ranked projects.
struct Advisor {
  static let replayedProjects = 400

  let problem: Problem
  let refusals: [WalkRefusal]
  /// Proves an advice where the ranking cannot be walked again from the top.
  private var trials: ListTrials?
  private var purses: PurseAdvice
  private var floors: FloorAdvice
  private var rules: RuleAdvice

  init(instance: Instance, list: SettledList) {
    let (problem, refusals) = (list.walk.problem, list.refusals)
    trials = list.isReplayable ? nil : ListTrials(instance: instance, list: list)
    self.problem = problem
    self.refusals = refusals
    purses = PurseAdvice(instance: instance, problem: problem, refusals: refusals)
    floors = FloorAdvice(instance: instance, problem: problem)
    rules = RuleAdvice(instance: instance, problem: problem)
  }

  /// Why the project of a refusal is refused, without a word on what would retain it.
  static func reason(of refusal: WalkRefusal) -> Outcome.Explanation {
    switch refusal.admission {
    case .retained: Outcome.Explanation(reason: .shortage)
    case .refused(let refusal): Outcome.Explanation(reason: .rule(refusal))
    case .outvalued: Outcome.Explanation(reason: .lessValue)
    case .unproven: Outcome.Explanation(reason: .unproven)
    case .outOfMoney(let shortage): Outcome.Explanation(reason: shortage.reason)
    }
  }

  mutating func explanation(of refusal: Int) -> Outcome.Explanation {
    var explanation = Self.reason(of: refusals[refusal])
    explanation.changes = changes(for: refusal)
    guard let shortage = refusals[refusal].shortage else { return explanation }
    if trials != nil, explanation.reason == .shortage { explanation.reason = .shortageBesideList }
    explanation.describe(shortage, in: problem)
    return explanation
  }

  private mutating func changes(for refusal: Int) -> [Outcome.Change] {
    var changes: [Outcome.Change] = []
    guard trials == nil else { return tried(refusal) }
    if let money = money(for: refusal) { changes.append(money) }
    if let floor = floors.floor(for: refusals[refusal]) {
      changes.append(Outcome.Change(.floor(floor), isVerified: true))
    }
    if let rule = rules.change(for: refusals[refusal]) {
      changes.append(Outcome.Change(rule, isVerified: true))
    }
    return changes
  }

  /// More money on a purse; on large instances, beside those retained, without seeing whom else it
  /// would let in.
  private mutating func money(for refusal: Int) -> Outcome.Change? {
    guard refusals[refusal].shortage != nil else { return nil }
    if problem.projects.count <= Self.replayedProjects {
      return purses.cheapest(for: refusal).map { more($0.extra, on: $0.purse, isVerified: true) }
    }
    return added(refusal)
  }

  /// More money on a purse and a lower floor, once an allocation of the changed instance has been
  /// seen to retain the project.
  private mutating func tried(_ refusal: Int) -> [Outcome.Change] {
    guard let shortage = refusals[refusal].shortage else { return [] }
    let project = refusals[refusal].project
    var candidates: [Outcome.Change] = []
    let remedy = shortage.remedies.filter { isAllowed($0) }
      .min { ($0.extra, $0.purse) < ($1.extra, $1.purse) }
    if let remedy { candidates.append(more(remedy.extra, on: remedy.purse, isVerified: true)) }
    let floor = Cents((problem.floor[project] - shortage.missing) * problem.unit)
    if floor > .zero { candidates.append(Outcome.Change(.floor(floor), isVerified: true)) }
    return candidates.filter { trials?.retains(project, after: $0) ?? false }
  }

  /// What is missing beside the whole list, when only the money of one purse is.
  private func added(_ refusal: Int) -> Outcome.Change? {
    guard let shortage = refusals[refusal].shortage, problem.sideRules.isEmpty else { return nil }
    return shortage.remedies.filter { isAllowed($0) }.min { $0.extra < $1.extra }
      .map { more($0.extra, on: $0.purse, isVerified: false) }
  }

  private func isAllowed(_ candidate: (purse: Int, extra: Int64)) -> Bool {
    Cents(problem.purses[candidate.purse].amount.rawValue + candidate.extra * problem.unit)
      .isWithinLimit
  }

  private func more(_ extra: Int64, on purse: Int, isVerified: Bool) -> Outcome.Change {
    Outcome.Change(
      .purse(problem.purses[purse].id, more: Cents(extra * problem.unit)), isVerified: isVerified)
  }
}

extension Shortage {
  fileprivate var reason: Outcome.Explanation.Reason {
    guard isBeyondCells else { return .shortage }
    return hasUsableCell ? .cellsTooSmall : .noCell
  }
}
