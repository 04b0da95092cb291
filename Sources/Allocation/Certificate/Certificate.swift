public import Vocabulary

/// What holds an allocation where it is, and what would move it: each figure is read from another
/// allocation, computed on the instance changed in one place.
public struct Certificate: Hashable, Sendable {
  /// What a change brings, compared with the allocation it is the certificate of.
  public struct Movement: Hashable, Sendable {
    /// Whether what is demanded can no longer be met; nothing else is then told.
    public var isInfeasible = false
    /// Projects retained only after the change, by rank.
    public var entering: [String] = []
    /// Projects retained only before it, by rank.
    public var leaving: [String] = []
    /// The difference of objectives.
    public var objective: Int64 = 0
    /// The difference of what is granted in all.
    public var granted = Cents.zero

    /// Describes what a change brings.
    public init(
      entering: [String] = [], leaving: [String] = [], objective: Int64 = 0,
      granted: Cents = .zero
    ) {
      self.entering = entering
      self.leaving = leaving
      self.objective = objective
      self.granted = granted
    }

    /// After the change, what is demanded can no longer be met.
    public static var infeasible: Self {
      var movement = Self()
      movement.isInfeasible = true
      return movement
    }
  }

  /// What one step of money more or less on a purse changes.
  public struct Margin: Hashable, Sendable {
    public var purse: String
    /// Nil when the purse would exceed what is accepted, or was not tried.
    public var more: Movement?
    /// Nil when the purse does not hold that much, or was not tried.
    public var less: Movement?
  }

  /// What a demand costs: what would change without it.
  public struct Cost: Hashable, Sendable {
    public var demand: Outcome.Demand
    public var without: Movement

    /// Names what a demand costs.
    public init(demand: Outcome.Demand, without: Movement) {
      self.demand = demand
      self.without = without
    }
  }

  /// The money that is added to or taken from a purse.
  public var step: Cents
  /// Purses from which nothing more can be taken.
  public var bindingPurses: [String]
  /// Rules at their limit.
  public var bindingRules: [Outcome.Demand]
  /// One line a purse, by identifier.
  public var margins: [Margin]
  /// One line for each band and each pin.
  public var costs: [Cost]
  /// Changes left untried, beyond ``maximumTrials``.
  public var untriedCount: Int

  /// Allocations computed for one certificate at most.
  public static let maximumTrials = 400
  /// One thousand euros.
  public static let defaultStep = Cents(100_000)
}

extension Certificate {
  /// Computes the certificate of an allocation, which takes one more allocation for each purse, twice,
  /// and for each band and pin.
  ///
  /// - Parameters:
  ///   - outcome: an allocation that is not infeasible.
  ///   - instance: what it is an allocation of.
  ///   - step: the money added to or taken from each purse.
  ///   - progress: told after each allocation how many are done, and how many there will be.
  public init(
    of outcome: Outcome, from instance: Instance, step: Cents = Self.defaultStep,
    progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    let binding = BindingRules(outcome, instance)
    var trials = CertificateTrials(outcome, instance, progress: progress)
    self.step = step
    bindingPurses = outcome.purses.filter(\.isSaturated).map(\.id)
    bindingRules = binding.rules
    let demands = instance.decidedBeforehand
    trials.total = min(Self.maximumTrials, 2 * outcome.purses.count + demands.count)
    margins = outcome.purses.map { purse in
      Margin(
        purse: purse.id, more: trials.movement(on: purse.id, by: step),
        less: trials.movement(on: purse.id, by: -step))
    }
    costs = demands.compactMap { demand in
      trials.movement(on: demand.removed(from: instance)).map { Cost(demand: demand, without: $0) }
    }
    untriedCount = trials.untriedCount
  }
}

extension Instance {
  /// What was decided beforehand: bands, then pins, by project.
  fileprivate var decidedBeforehand: [Outcome.Demand] {
    let bands = projects.filter { $0.band != .free }.sorted { $0.precedes($1) }
      .map { Outcome.Demand.band(project: $0.id, $0.band) }
    let pins = pins.sorted { left, right in
      if left.project != right.project { return left.project.precedesInBytes(right.project) }
      return left.purse.precedesInBytes(right.purse)
    }
    return bands + pins.map { .pin($0) }
  }
}
