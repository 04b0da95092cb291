import Vocabulary

/// The allocations of a certificate, compared with the one it is about.
struct CertificateTrials {
  private let outcome: Outcome
  private let instance: Instance
  private let retained: Set<String>
  private let progress: (_ done: Int, _ total: Int) -> Void
  private var done = 0
  /// How many are to come in all, as far as is told.
  var total = 0
  private(set) var untriedCount = 0

  init(
    _ outcome: Outcome, _ instance: Instance,
    progress: @escaping (_ done: Int, _ total: Int) -> Void
  ) {
    self.outcome = outcome
    self.instance = instance
    self.progress = progress
    retained = Set(outcome.projects.filter(\.isRetained).map(\.id))
  }

  /// What a purse larger or smaller by that much changes; nil when there is no such purse.
  mutating func movement(on purse: String, by difference: Cents) -> Certificate.Movement? {
    var changed = instance
    for index in changed.purses.indices where changed.purses[index].id == purse {
      changed.purses[index].amount += difference
      let amount = changed.purses[index].amount
      guard amount >= .zero, amount.isWithinLimit else { return nil }
    }
    return movement(on: changed)
  }

  /// What the allocation of a changed instance changes; nil when enough were computed.
  mutating func movement(on changed: Instance) -> Certificate.Movement? {
    guard done < Certificate.maximumTrials else {
      untriedCount += 1
      return nil
    }
    done += 1
    defer { progress(done, max(done, total)) }
    let other = Allocator.solve(changed, strategy: outcome.strategy, isExplained: false)
    guard other.status != .infeasible else { return .infeasible }
    let after = Set(other.projects.filter(\.isRetained).map(\.id))
    return Certificate.Movement(
      entering: other.projects.map(\.id).filter { after.contains($0) && !retained.contains($0) },
      leaving: outcome.projects.map(\.id).filter { retained.contains($0) && !after.contains($0) },
      objective: other.objective - outcome.objective, granted: other.granted - outcome.granted)
  }
}
