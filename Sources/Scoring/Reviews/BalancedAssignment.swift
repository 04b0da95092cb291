public import Dossiers

/// Gives each dossier to enough reviewers, as evenly as conflicts allow.
///
/// The dossiers that fewest people may review are served first, then in order of deposit; each goes to
/// whoever has least, then to the first by identifier. The same inputs always give the same shares.
public struct BalancedAssignment: Sendable {
  /// A dossier to give.
  public struct Need: Hashable, Sendable {
    public let number: DossierNumber
    /// Those who have it already.
    public let reviewers: Set<String>
    /// Those who may not have it.
    public let excluded: Set<String>

    /// States what is known of a dossier.
    public init(number: DossierNumber, reviewers: Set<String>, excluded: Set<String>) {
      self.number = number
      self.reviewers = reviewers
      self.excluded = excluded
    }
  }

  /// What is given, by order of deposit, then by reviewer.
  public let given: [(number: DossierNumber, reviewer: String)]
  /// The dossiers that too few people may review, by order of deposit.
  public let short: [DossierNumber]
  /// How many dossiers each reviewer ends with.
  public let loads: [String: Int]

  /// Shares dossiers.
  ///
  /// - Parameters:
  ///   - needs: the dossiers.
  ///   - reviewers: identifiers of those who may review.
  ///   - count: how many reviewers each dossier is to have.
  public init(_ needs: [Need], among reviewers: [String], count: Int) {
    var loads = Dictionary(reviewers.map { ($0, 0) }) { first, _ in first }
    for need in needs { for reviewer in need.reviewers { loads[reviewer, default: 0] += 1 } }
    var given: [(number: DossierNumber, reviewer: String)] = []
    var short: [DossierNumber] = []
    let candidates = needs.map { need in
      (
        need: need,
        able: Set(reviewers).subtracting(need.excluded).subtracting(need.reviewers)
      )
    }
    for (need, able) in candidates.sorted(by: { left, right in
      (left.able.count, left.need.number.order) < (right.able.count, right.need.number.order)
    }) {
      let missing = max(0, count - need.reviewers.subtracting(need.excluded).count)
      let chosen = able.sorted { (loads[$0] ?? 0, $0) < (loads[$1] ?? 0, $1) }.prefix(missing)
      if chosen.count < missing { short.append(need.number) }
      for reviewer in chosen {
        loads[reviewer, default: 0] += 1
        given.append((need.number, reviewer))
      }
    }
    self.given = given.sorted {
      ($0.number.order, $0.reviewer) < ($1.number.order, $1.reviewer)
    }
    self.short = short.sorted { $0.order < $1.order }
    self.loads = loads
  }
}
