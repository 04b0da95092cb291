public import Contract
public import Dossiers
import Matching
import Vocabulary

/// Writes `aap classer --format json` piece by piece, so that no ranking is too long to be written.
///
/// The pieces are, in order: ``opening``, one ``entry(rank:number:title:objective:total:stored:)`` a
/// dossier, ``closing``.
public struct RankingJSON {
  private let call: String
  private let grid: Grid
  private var isFirst = true

  /// Starts the ranking of a call with a version of its grid.
  public init(call: String, grid: Grid) {
    self.call = call
    self.grid = grid
  }

  /// What comes before the first dossier.
  public var opening: String {
    "{\"appel\":\(JSONText.string(call)),\"grille\":\(JSONText.string(grid.version)),\"classement\":["
  }

  /// One dossier, with the comma that separates it from the one before.
  ///
  /// - Parameters:
  ///   - rank: from 1.
  ///   - number: the dossier.
  ///   - title: its title.
  ///   - objective: its declared objective.
  ///   - total: its points.
  ///   - card: the card kept by a base; `nil` to show no line of it.
  /// - Returns: `nil` when the card kept is not one of the grid.
  public mutating func entry(
    rank: Int, number: DossierNumber, title: String, objective: String, total: Points,
    stored card: String?
  ) -> String? {
    let known = card.map { Scorecard.linesJSON(stored: $0, with: grid) } ?? "[]"
    guard let lines = known else { return nil }
    let comma = isFirst ? "" : ","
    isFirst = false
    return "\(comma){\"rang\":\(rank),\"numero\":\(JSONText.string(number.text))"
      + ",\"titre\":\(JSONText.string(title)),\"objectif\":\(JSONText.string(objective))"
      + ",\"score\":\(total.json),\"lignes\":\(lines)}"
  }

  /// What comes after the last dossier.
  public var closing: String { "]}\n" }
}
