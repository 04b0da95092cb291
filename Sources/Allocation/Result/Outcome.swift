public import Vocabulary

/// What an allocation gives to whom, and why the others receive nothing.
public struct Outcome: Hashable, Sendable {
  /// How sure the outcome is.
  public enum Status: String, Sendable, CaseIterable {
    /// Everything the strategy promises is proven.
    case optimal
    /// Every rule is respected, but a search was cut short somewhere.
    case feasible = "faisable"
    /// What is demanded cannot be met; nothing is given.
    case infeasible = "infaisable"
  }

  public var status: Status
  public var strategy: Strategy
  /// By rank, then by identifier.
  public var projects: [ProjectShare]
  /// By identifier.
  public var purses: [PurseUse]
  /// When infeasible: demands that cannot be met together.
  public var conflict: [Demand]
  /// Whether no demand of the conflict is superfluous; false only when there was too much to try.
  public var isConflictMinimal = true
  /// Commitments that depend on each other in a circle.
  public var cycles: [CommitmentCycle]
  /// The soft minima of the instance, in its order.
  public var minima: [Instance.Minimum]
  /// What the strategy makes as great as possible.
  ///
  /// `rang`: how many projects are retained. `valeur`: the sum of their values, in the unit of
  /// scores, rounded down. `proportionnel`: the smallest share of a need that is served, in basis
  /// points, rounded down.
  public var objective: Int64
  /// What no allocation can exceed; under `rang`, the objective plus the refusals not proven.
  public var bound: Int64

  /// The sum of the values of the retained projects, whatever the strategy; nil when a project has no
  /// score.
  public var value: Int64?
  /// What going down by score would give; nil when nothing was compared.
  public var yardstick: Yardstick?
  /// What holds the allocation where it is; nil unless it was asked for.
  public var certificate: Certificate?

  /// Whether the totals are known to be the ones that the strategy promises for its list.
  public var areTotalsProven = true

  /// How many projects are retained.
  public var retainedCount: Int { projects.count { $0.isRetained } }

  /// The sum of all grants.
  public var granted: Cents { projects.map(\.total).total() }

  /// Gathers an outcome.
  public init(
    status: Status, strategy: Strategy, projects: [ProjectShare], purses: [PurseUse],
    conflict: [Demand] = [], cycles: [CommitmentCycle] = [], minima: [Instance.Minimum] = [],
    objective: Int64, bound: Int64
  ) {
    self.status = status
    self.strategy = strategy
    self.projects = projects
    self.purses = purses
    self.conflict = conflict
    self.cycles = cycles
    self.minima = minima
    self.objective = objective
    self.bound = bound
  }

  /// Nothing is given, because of the conflict that is looked for when it must be explained.
  static func infeasible(
    _ instance: Instance, strategy: Strategy, isExplained: Bool
  ) -> Outcome {
    let conflict = isExplained ? Conflict(in: instance) : nil
    var outcome = Outcome(
      status: .infeasible, strategy: strategy, projects: [], purses: [],
      conflict: conflict?.demands ?? [], objective: 0, bound: 0)
    outcome.isConflictMinimal = conflict?.isMinimal ?? true
    return outcome
  }
}

extension Outcome {
  /// What one project receives.
  public struct ProjectShare: Hashable, Sendable {
    public var id: String
    public var isRetained: Bool
    public var total: Cents
    /// By purse identifier; no part is zero.
    public var parts: [Part]
    /// Why it is refused; nil when it is retained.
    public var explanation: Explanation?

    /// Describes a share.
    public init(
      id: String, isRetained: Bool, total: Cents, parts: [Part], explanation: Explanation? = nil
    ) {
      self.id = id
      self.isRetained = isRetained
      self.total = total
      self.parts = parts
      self.explanation = explanation
    }
  }

  /// What one purse gives to one project.
  public struct Part: Hashable, Sendable {
    public var purse: String
    public var amount: Cents

    /// Describes a part.
    public init(purse: String, amount: Cents) {
      self.purse = purse
      self.amount = amount
    }
  }

  /// What becomes of one purse.
  public struct PurseUse: Hashable, Sendable {
    public var id: String
    public var consumed: Cents
    /// What is left of its whole amount, a reserve included.
    public var left: Cents
    /// Whether nothing more can be taken from it.
    public var isSaturated: Bool

    /// Describes a use.
    public init(id: String, consumed: Cents, left: Cents, isSaturated: Bool) {
      self.id = id
      self.consumed = consumed
      self.left = left
      self.isSaturated = isSaturated
    }
  }

  /// Purses that wait for each other on one project.
  public struct CommitmentCycle: Hashable, Sendable {
    public var project: String
    /// Each purse waits for the next, the last for the first; starts at the smallest identifier.
    public var purses: [String]

    /// Names a cycle.
    public init(project: String, purses: [String]) {
      self.project = project
      self.purses = purses
    }
  }
}
