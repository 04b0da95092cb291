public import Contract
import Matching
import Vocabulary

/// What a dossier was given, criterion by criterion, and why.
///
/// Encoded with sorted keys, or through ``json``, the same card gives the same bytes.
public struct Scorecard: Hashable, Sendable, Codable {
  /// One criterion, points awarded or not.
  public struct Line: Hashable, Sendable, Codable {
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

  /// Scores a dossier: facts in, card out; no clock, no look-up.
  ///
  /// A criterion whose evaluator or settings are wrong gives no points and says so.
  public init(of facts: ScoringFacts, with grid: Grid) {
    self.init(grid: grid.version, lines: grid.criteria.map { Line($0, facts: facts) })
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

  /// The card as JSON, always the same bytes.
  public var json: String {
    "{\"grille\":\(JSONText.string(grid)),\"score\":\(total.json),\"lignes\":\(linesJSON)}"
  }
}

extension Scorecard.Line {
  fileprivate init(_ criterion: Criterion, facts: ScoringFacts) {
    let evaluation = Evaluators.evaluate(facts, by: criterion)
    self.init(
      criterion: criterion.code, label: criterion.label,
      points: Points(weight: criterion.weight, ratio: evaluation.ratio),
      outOf: Points(weight: criterion.weight, ratio: Evaluation.whole),
      reason: evaluation.reason, evidence: evaluation.evidence)
  }
}
