import Vocabulary

/// Finds demands and rules that cannot be met together, none of which is superfluous.
///
/// Halves are tried before single rows, so that a few rows are found among thousands in a few dozen
/// trials; each row of the set found is then withdrawn once, to show that the others can be met.
struct Conflict {
  /// Projects that may be admitted over all the trials.
  private static let admissions = 400_000

  /// A set that fails while each of its proper subsets succeeds, unless the work allowed ran out.
  let demands: [Outcome.Demand]
  /// Whether no row of the set is superfluous.
  let isMinimal: Bool

  /// Narrows down what makes an instance infeasible, whatever the strategy.
  init(in instance: Instance) {
    var search = ConflictSearch(instance, work: Self.admissions)
    let found = search.narrow(search.demands)
    let demands = search.isExhausted ? found : search.withoutSuperfluous(found)
    self.demands = demands
    isMinimal = !search.isExhausted
  }
}

/// The trials of one conflict, on what concerns the demanded projects.
private struct ConflictSearch {
  /// What can be withdrawn, demands on projects first.
  let demands: [Outcome.Demand]
  private let core: Instance
  private var work: Int

  init(_ instance: Instance, work: Int) {
    core = instance.demandedPart
    demands = instance.demands(concerning: core)
    self.work = work
  }

  var isExhausted: Bool { work <= 0 }

  /// Junker's QuickXplain: what fails among `candidates`, nothing being taken for granted.
  mutating func narrow(_ candidates: [Outcome.Demand]) -> [Outcome.Demand] {
    narrow(candidates, given: [], isNew: false)
  }

  private mutating func narrow(
    _ candidates: [Outcome.Demand], given: [Outcome.Demand], isNew: Bool
  ) -> [Outcome.Demand] {
    // Out of work, everything that may still be needed is kept.
    guard !isExhausted else { return candidates }
    if isNew, !isFeasible(given) { return [] }
    guard candidates.count > 1 else { return candidates }
    let middle = candidates.count / 2
    let (first, second) = (Array(candidates[..<middle]), Array(candidates[middle...]))
    let fromSecond = narrow(second, given: given + first, isNew: true)
    let fromFirst = narrow(first, given: given + fromSecond, isNew: !fromSecond.isEmpty)
    return fromFirst + fromSecond
  }

  /// Withdraws one row at a time, and for good when the others still fail.
  mutating func withoutSuperfluous(_ found: [Outcome.Demand]) -> [Outcome.Demand] {
    var kept = found
    for demand in found where !isExhausted {
      let fewer = kept.filter { $0 != demand }
      if !isFeasible(fewer) { kept = fewer }
    }
    return kept
  }

  private mutating func isFeasible(_ demands: [Outcome.Demand]) -> Bool {
    let problem = Problem(core.keeping(demands))
    work -= 50 + problem.projects.count + demands.count
    var walk = RankWalk(problem)
    return walk.retainDemanded() == nil
  }
}
