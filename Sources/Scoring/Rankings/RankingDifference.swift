public import Dossiers

/// How a ranking differs from another of the same dossiers: who moves, and by how much.
public struct RankingDifference: Hashable, Sendable {
  /// A dossier in the two rankings; a rank from 1, `nil` when it is not there.
  public struct Move: Hashable, Sendable {
    public let number: DossierNumber
    public let before: Int?
    public let after: Int?
    public let pointsBefore: Points?
    public let pointsAfter: Points?

    /// Ranks gained; negative for ranks lost, `nil` when it is in one ranking only.
    public var gain: Int? {
      guard let before, let after else { return nil }
      return before - after
    }
  }

  /// Every dossier of either, in the order of the second ranking, then those it lacks.
  public let moves: [Move]

  /// Compares two rankings, best first.
  public init(before: [RankingEntry], after: [RankingEntry]) {
    let earlier = Dictionary(
      uniqueKeysWithValues: before.enumerated().map { ($1.number, ($0 + 1, $1.total)) })
    var moves = after.enumerated().map { index, entry in
      Move(
        number: entry.number, before: earlier[entry.number]?.0, after: index + 1,
        pointsBefore: earlier[entry.number]?.1, pointsAfter: entry.total)
    }
    let later = Set(after.map(\.number))
    for (index, entry) in before.enumerated() where !later.contains(entry.number) {
      moves.append(
        Move(
          number: entry.number, before: index + 1, after: nil, pointsBefore: entry.total,
          pointsAfter: nil))
    }
    self.moves = moves
  }

  /// How many have another rank.
  public var moved: Int { moves.count { $0.gain != 0 } }

  /// The most ranks that one gains or loses.
  public var largest: Int { moves.compactMap { $0.gain.map(abs) }.max() ?? 0 }
}
