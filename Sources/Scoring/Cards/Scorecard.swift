public import Contract
import Foundation
import Vocabulary

/// What a dossier was given, criterion by criterion, and why.
///
/// Its ``json`` is always the same bytes for the same card.
public struct Scorecard: Hashable, Sendable {
  /// One criterion, points awarded or not.
  public struct Line: Hashable, Sendable {
    public let criterion: String
    public let label: String
    public let points: Points
    public let outOf: Points
    /// For readers, in French, a full sentence.
    public let reason: String
    /// What in the dossier it rests on, in French; empty when there is nothing.
    public let evidence: String

    /// States the result of one criterion.
    public init(
      criterion: String, label: String, points: Points, outOf: Points, reason: String,
      evidence: String
    ) {
      self.criterion = criterion
      self.label = label
      self.points = points
      self.outOf = outOf
      self.reason = reason
      self.evidence = evidence
    }
  }

  /// Version of the grid.
  public let grid: String
  /// One line a criterion, in the order of the grid, zeroes too.
  public let lines: [Line]

  /// The sum of the points of every line.
  public var total: Points { lines.reduce(.zero) { $0 + $1.points } }

  /// The points on the criterion of greatest weight, the first of the grid when several share it.
  public var heaviest: Points {
    var heaviest = lines.first
    for line in lines.dropFirst() where line.outOf > (heaviest?.outOf ?? .zero) { heaviest = line }
    return heaviest?.points ?? .zero
  }

  /// Groups the lines of a card.
  public init(grid: String, lines: [Line]) {
    self.grid = grid
    self.lines = lines
  }

  /// Gives their weights to what was found of a dossier.
  public init(_ assessment: Assessment, with grid: Grid) {
    self.init(
      grid: grid.version,
      lines: zip(grid.criteria, assessment.lines).map { criterion, line in
        Line(
          criterion: criterion.code, label: criterion.label,
          points: Points(weight: criterion.weight, ratio: line.evaluation.ratio),
          outOf: Points(weight: criterion.weight, ratio: Evaluation.whole),
          reason: line.evaluation.reason, evidence: line.evaluation.evidence)
      })
  }

  /// Scores a dossier: facts in, card out; no clock, no look-up.
  public init(of facts: ScoringFacts, with grid: Grid) {
    self.init(Assessment(of: facts, with: grid), with: grid)
  }

  /// Reads the card kept by a base: what was found, to which the grid gives its weights.
  ///
  /// Cards of before weights were kept apart hold their points; they are read as they are.
  ///
  /// - Returns: `nil` when the text is not a card, or not of this grid.
  public init?(stored text: String, with grid: Grid) {
    let decoder = JSONDecoder()
    let data = Data(text.utf8)
    if let kept = try? decoder.decode([KeptLine].self, from: data) {
      guard kept.map(\.critere) == grid.criteria.map(\.code) else { return nil }
      self.init(
        Assessment(
          lines: kept.map { line in
            Assessment.Line(
              criterion: line.critere,
              evaluation: Evaluation(
                ratio: line.ratio, reason: line.motif, evidence: line.preuve))
          }), with: grid)
    } else if let former = try? decoder.decode(FormerCard.self, from: data) {
      self.init(
        grid: former.grid,
        lines: former.lines.map { line in
          Line(
            criterion: line.criterion, label: line.label, points: line.points,
            outOf: line.outOf, reason: line.reason, evidence: line.evidence)
        })
    } else {
      return nil
    }
  }

  private struct KeptLine: Decodable {
    let critere: String
    let ratio: Int
    let motif: String
    let preuve: String
  }

  private struct FormerCard: Decodable {
    struct Line: Decodable {
      let criterion: String
      let label: String
      let points: Points
      let outOf: Points
      let reason: String
      let evidence: String
    }
    let grid: String
    let lines: [Line]
  }

  /// The lines as a JSON list, in the shape of `aap classer --format json`.
  public var linesJSON: String {
    JSONText.list(
      lines.map { line in
        "{\"critere\":\(JSONText.string(line.criterion)),\"points\":\(line.points.json)"
          + ",\"sur\":\(line.outOf.json),\"motif\":\(JSONText.string(line.reason))"
          + ",\"preuve\":\(JSONText.string(line.evidence))}"
      })
  }

  /// The same list from the text a base keeps, without reading it whole.
  public static func linesJSON(stored text: String, with grid: Grid) -> String? {
    StoredAssessment.pointsJSON(text, with: grid) ?? Scorecard(stored: text, with: grid)?.linesJSON
  }

  /// The card as JSON, always the same bytes.
  public var json: String {
    "{\"grille\":\(JSONText.string(grid)),\"score\":\(total.json),\"lignes\":\(linesJSON)}"
  }
}
