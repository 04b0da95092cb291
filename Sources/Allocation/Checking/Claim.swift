public import Vocabulary

/// What a result file claims, whoever computed it: identifiers and amounts, no reasoning.
public struct Claim: Hashable, Sendable {
  /// What a project is said to receive.
  public struct ProjectLine: Hashable, Sendable {
    public var id: String
    public var isRetained: Bool
    public var total: Cents
    public var parts: [Outcome.Part]
    /// Why it is refused; nil when nothing is told.
    public var refusal: RefusalLine?
  }

  /// The strategies of the format, whether or not they can be computed here.
  public enum StrategyName: String, Sendable, CaseIterable {
    case rank = "rang"
    case value = "valeur"
    case proportional = "proportionnel"
  }

  public var status: Outcome.Status
  /// The strategy it claims to follow, as the format names it.
  public var strategy: StrategyName
  public var objective: Int64
  public var bound: Int64
  /// Bound less objective; nil unless the status is `faisable`.
  public var gap: Int64?
  /// The sum of the values of the retained projects.
  public var value: Int64?
  /// What the simple method would give.
  public var yardstick: Yardstick?
  /// How many rows its conflict names; nil when it tells of none.
  public var conflictCount: Int?
  public var retainedCount: Int64
  public var granted: Cents
  public var projects: [ProjectLine]
  public var purses: [Outcome.PurseUse]
  public var minima: [Instance.Minimum]

  /// What an outcome claims.
  public init(_ outcome: Outcome) {
    status = outcome.status
    strategy = StrategyName(rawValue: outcome.strategy.rawValue) ?? .rank
    objective = outcome.objective
    bound = outcome.bound
    gap = outcome.status == .feasible ? outcome.bound - outcome.objective : nil
    value = outcome.value
    yardstick = outcome.yardstick
    conflictCount = outcome.status == .infeasible ? outcome.conflict.count : nil
    retainedCount = Int64(outcome.retainedCount)
    granted = outcome.granted
    purses = outcome.purses
    minima = outcome.minima
    projects = outcome.projects.map {
      ProjectLine(
        id: $0.id, isRetained: $0.isRetained, total: $0.total, parts: $0.parts,
        refusal: $0.explanation.map(RefusalLine.init))
    }
  }

  /// Reads a result written in JSON (`schemas/resultat-1.json`).
  ///
  /// - Throws: ``Vocabulary/Refusal`` with every finding, all of the family `lecture`.
  public init(json bytes: some Sequence<UInt8>) throws(Refusal) {
    self = try FindingCollector.read(bytes) { Claim(root: $0, collector: $1) }
  }
}
