public import Dossiers

/// The dossiers near the limit of what the money reaches: those on which a committee spends its time.
///
/// From the third dossier before the first that the money does not reach, through the third that it does
/// not reach; never beyond the tenth after the first.
public enum Borderline {
  /// A dossier in the order of the ranking.
  public struct Entry: Hashable, Sendable {
    public let number: DossierNumber
    /// Whether the computation gives it something.
    public let isReached: Bool

    /// States where a dossier stands.
    ///
    /// - Parameters:
    ///   - number: the dossier.
    ///   - isReached: whether the computation gives it something.
    public init(number: DossierNumber, isReached: Bool) {
      self.number = number
      self.isReached = isReached
    }
  }

  private static let before = 3
  private static let unreached = 3
  private static let furthest = 10

  /// The dossiers at the limit.
  ///
  /// - Parameter entries: the dossiers in the order of the ranking.
  /// - Returns: their numbers; none when the money reaches everybody.
  public static func numbers(among entries: [Entry]) -> Set<DossierNumber> {
    let refused = entries.indices.filter { !entries[$0].isReached }
    guard let first = refused.first else { return [] }
    let last = min(refused.prefix(unreached).last ?? first, first + furthest)
    return Set(entries[max(0, first - before)...last].map(\.number))
  }
}
