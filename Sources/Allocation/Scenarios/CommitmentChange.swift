public import Vocabulary

/// A commitment that holds in one result of a comparison and not in the other.
public struct CommitmentChange: Hashable, Sendable {
  /// What separates the two results.
  public enum Cause: String, Sendable, CaseIterable {
    /// The purse that commits itself is withdrawn.
    case withdrawn = "enveloppe_retiree"
    /// The purse that it waits for is withdrawn.
    case conditionWithdrawn = "condition_retiree"
    /// The project is not retained.
    case notRetained = "projet_non_retenu"
    /// The purse that it waits for gives less than expected.
    case belowThreshold = "seuil_non_atteint"
  }

  public let commitment: Instance.Commitment
  /// Why it does not hold.
  public let cause: Cause
  /// What the purse it waits for gives where it does not hold.
  public let conditionAmount: Cents
  /// From 1; a commitment that waits for another that changes comes one step after it.
  public let step: Int

  /// The commitments of money that `holder` keeps and `other` does not.
  ///
  /// - Returns: by step, then in the order of the projects and purses.
  static func held(
    in holder: ScenarioResult, butNotIn other: ScenarioResult
  ) -> [CommitmentChange] {
    let changed = holder.instance.commitments.filter {
      $0.amount > .zero && holder.holds($0) && !other.holds($0)
    }
    let byPurse = Dictionary(
      changed.map { ([$0.project, $0.purse], $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      zip(holder.projects.map(\.id), holder.projects.indices),
      uniquingKeysWith: { first, _ in first })
    return changed.map { commitment in
      CommitmentChange(
        commitment: commitment, cause: other.cause(of: commitment),
        conditionAmount: other.amount(commitment.project, from: commitment.condition),
        step: step(of: commitment, among: byPurse))
    }.sorted { left, right in
      if left.step != right.step { return left.step < right.step }
      let (first, second) = (left.commitment, right.commitment)
      if first.project != second.project {
        return places[first.project] ?? 0 < places[second.project] ?? 0
      }
      return first.purse.precedesInBytes(second.purse)
    }
  }

  /// How many commitments fall one after the other up to this one; a circle is cut where it closes.
  private static func step(
    of commitment: Instance.Commitment, among changed: [[String]: Instance.Commitment]
  ) -> Int {
    var seen: Set<String> = [commitment.purse]
    var current = commitment
    while let next = changed[[current.project, current.condition]], seen.insert(next.purse).inserted
    {
      current = next
    }
    return seen.count
  }
}

extension ScenarioResult {
  /// Whether a commitment is due here; nothing is due from a purse that has left, nor because of it,
  /// even where « at least nothing » is all that is expected of it.
  fileprivate func holds(_ commitment: Instance.Commitment) -> Bool {
    guard !isWithdrawn(commitment.purse), !isWithdrawn(commitment.condition) else { return false }
    return share(of: commitment.project)?.isRetained == true
      && amount(commitment.project, from: commitment.condition) >= commitment.threshold
  }

  fileprivate func cause(of commitment: Instance.Commitment) -> CommitmentChange.Cause {
    if isWithdrawn(commitment.purse) { return .withdrawn }
    if isWithdrawn(commitment.condition) { return .conditionWithdrawn }
    return share(of: commitment.project)?.isRetained == true ? .belowThreshold : .notRetained
  }

  private func isWithdrawn(_ purse: String) -> Bool {
    purses.first { $0.id == purse }?.isWithdrawn ?? false
  }
}
