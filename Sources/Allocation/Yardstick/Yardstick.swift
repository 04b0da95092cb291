public import Vocabulary

/// What anyone could do by hand, to judge a proposal by: go down by score, and give each project all
/// it may receive, or nothing.
///
/// Money is taken from the purses in order, ordinary policies first, then by identifier. A project that
/// would break a rule is passed over; nobody's share is ever moved.
public struct Yardstick: Hashable, Sendable {
  /// How many projects receive all they may.
  public var retainedCount: Int
  /// What they are worth, as the strategy `valeur` counts it; nil when a project has no score.
  public var value: Int64?
  public var granted: Cents

  /// Describes a yardstick.
  public init(retainedCount: Int, value: Int64?, granted: Cents) {
    self.retainedCount = retainedCount
    self.value = value
    self.granted = granted
  }

  /// Applies the simple method to an instance.
  public init(_ instance: Instance) {
    let shares = Self.shares(of: instance).filter(\.isRetained)
    self.init(
      retainedCount: shares.count, value: Self.value(of: shares, in: instance),
      granted: shares.map(\.total).total())
  }

  /// The yardstick for readers, a clause: `par score, tout ou rien : 12 projets, 3 000,00 €`.
  public var french: String {
    let projects = FrenchNumber.count(retainedCount, "projet retenu", "projets retenus")
    return "par score, tout ou rien : \(projects), \(granted.french)"
      + (value.map { ", valeur \(Self.french(value: $0))" } ?? "")
  }

  /// A sum of values for readers, in points of score: values are counted in tenths.
  public static func french(value: Int64) -> String {
    let (points, tenths) = value.magnitude.quotientAndRemainder(dividingBy: 10)
    return (value < 0 ? "-" : "") + FrenchNumber.text(Int(points))
      + (tenths > 0 ? ",\(tenths)" : "")
  }

  /// What each project receives by the simple method, by rank.
  package static func shares(of instance: Instance) -> [Outcome.ProjectShare] {
    var ledger = YardstickLedger(instance)
    var parts: [String: [Outcome.Part]] = [:]
    for project in instance.projects.sorted(by: { $0.isServedByHand(before: $1, ledger) }) {
      if let given = ledger.serve(project) { parts[project.id] = given }
    }
    return instance.projects.sorted { $0.precedes($1) }.map { project in
      let given = parts[project.id]?.sorted { $0.purse.precedesInBytes($1.purse) }
      return Outcome.ProjectShare(
        id: project.id, isRetained: given != nil, total: (given ?? []).map(\.amount).total(),
        parts: given ?? [])
    }
  }

  /// What an allocation is worth, as the strategy `valeur` counts it.
  ///
  /// - Returns: the sum over the retained projects, rounded down; nil when a project has no score.
  public static func value(
    of shares: [Outcome.ProjectShare], in instance: Instance
  ) -> Int64? {
    let totals = Dictionary(
      shares.filter(\.isRetained).map { ($0.id, $0.total) }, uniquingKeysWith: { first, _ in first }
    )
    let retained = instance.projects.compactMap { project in
      totals[project.id].map { (project: project, total: $0) }
    }
    return Valuation.value(of: retained, in: instance)?.lowerBound
  }
}

extension Instance.Project {
  /// Demanded projects first, then by score, those without one last, then by rank.
  fileprivate func isServedByHand(before other: Self, _ ledger: YardstickLedger) -> Bool {
    let (mine, theirs) = (ledger.isDemanded(self), ledger.isDemanded(other))
    guard mine == theirs else { return mine }
    let (score, otherScore) = (score ?? .min, other.score ?? .min)
    return score == otherScore ? precedes(other) : score > otherScore
  }
}

extension Outcome {
  /// The value and the yardstick for readers, as they end a sentence; empty when nothing was compared.
  public var comparison: String {
    guard let yardstick else { return "" }
    let worth = value.map { ", valeur \(Yardstick.french(value: $0))" } ?? ""
    return "\(worth) (repère, \(yardstick.french))"
  }
}
