public import Vocabulary

/// What the promises made to one dossier come to, once those whose condition fails are out.
///
/// Promises that hold each other up hold together: the largest set that keeps every condition is
/// taken, and the cycles in it are named, since nothing outside them would carry them.
public struct CommitmentResolution: Hashable, Sendable {
  /// A promise that falls, and what it leaned on.
  public struct Fall: Hashable, Sendable {
    public let commitment: Commitment
    /// What the purse of the condition gives.
    public let given: Cents
    /// 1 when its condition fails at once, 2 when it leaned on one of those, and so on.
    public let wave: Int
  }

  /// The promises that hold, by purse.
  public let kept: [Commitment]
  public let fallen: [Fall]
  /// Purses whose promises hold each other up and nothing else does, in order of identifier.
  public let cycles: [[String]]

  /// Resolves promises to a fixed point.
  ///
  /// - Parameters:
  ///   - commitments: the promises, one a purse.
  ///   - given: what purses without a promise give the dossier.
  public init(_ commitments: [Commitment], given: [String: Cents] = [:]) {
    var kept = commitments.sorted { $0.purse < $1.purse }
    var fallen: [Fall] = []
    var wave = 0
    while true {
      wave += 1
      let amounts = Self.amounts(of: kept, given)
      let failing = kept.filter { !$0.holds(with: amounts) }
      guard !failing.isEmpty else { break }
      fallen += failing.map { commitment in
        Fall(
          commitment: commitment,
          given: commitment.condition.flatMap { amounts[$0.purse] } ?? .zero,
          wave: wave)
      }
      kept.removeAll { failing.contains($0) }
    }
    self.kept = kept
    self.fallen = fallen
    cycles = Self.cycles(in: kept, given)
  }

  private static func amounts(
    of commitments: [Commitment], _ given: [String: Cents]
  ) -> [String: Cents] {
    commitments.reduce(into: given) { $0[$1.purse] = $1.amount }
  }

  /// Groups of promises that no promise without a condition leads to.
  private static func cycles(in kept: [Commitment], _ given: [String: Cents]) -> [[String]] {
    var carried: [Commitment] = []
    while true {
      let amounts = amounts(of: carried, given)
      let more = kept.filter { !carried.contains($0) && $0.holds(with: amounts) }
      guard !more.isEmpty else { break }
      carried += more
    }
    let loose = kept.filter { !carried.contains($0) }
    let next = Dictionary(
      loose.compactMap { one in one.condition.map { (one.purse, $0.purse) } },
      uniquingKeysWith: { first, _ in first })
    var cycles: Set<[String]> = []
    for one in loose {
      var path: [String] = []
      var purse: String? = one.purse
      while let here = purse, !path.contains(here) {
        path.append(here)
        purse = next[here]
      }
      guard let closing = purse, let start = path.firstIndex(of: closing) else { continue }
      cycles.insert(path[start...].sorted())
    }
    return cycles.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension Commitment {
  /// Whether its condition is met when purses give these amounts.
  func holds(with amounts: [String: Cents]) -> Bool {
    guard let condition else { return true }
    return (amounts[condition.purse] ?? .zero) >= condition.least
  }

  /// For readers: `CAF 5 000,00 € si REGION donne au moins 3 000,00 €`.
  public var french: String {
    guard let condition else { return "\(purse) \(amount.french)" }
    return
      "\(purse) \(amount.french) si \(condition.purse) donne au moins \(condition.least.french)"
  }
}
