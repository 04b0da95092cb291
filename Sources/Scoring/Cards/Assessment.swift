public import Contract
import Vocabulary

/// What scoring found of one dossier, criterion by criterion, weights apart.
///
/// It is what the base keeps: a change of weight rescores dossiers without reading them again.
public struct Assessment: Hashable, Sendable {
  /// What one criterion gave.
  public struct Line: Hashable, Sendable {
    public let criterion: String
    public let evaluation: Evaluation

    /// Joins a criterion and what was found.
    public init(criterion: String, evaluation: Evaluation) {
      self.criterion = criterion
      self.evaluation = evaluation
    }
  }

  /// One line a criterion, in the order of the grid, zeroes too.
  public let lines: [Line]

  /// Gathers the lines of an assessment.
  public init(lines: [Line]) { self.lines = lines }

  /// Scores a dossier: facts in, lines out; no clock, no look-up.
  ///
  /// A criterion whose evaluator or settings are wrong gives nothing and says so.
  public init(of facts: ScoringFacts, with grid: Grid) {
    lines = grid.criteria.map { criterion in
      Line(
        criterion: criterion.code,
        evaluation: Evaluators.evaluate(facts, by: criterion, in: grid))
    }
  }

  /// How far each criterion is met, in millionths, in the order of the grid.
  public var ratios: [Int] { lines.map(\.evaluation.ratio) }

  /// As the base keeps it: a JSON list, one criterion on each line of the text; always the same bytes.
  public var stored: String { StoredAssessment.text(of: lines.map(StoredAssessment.line)) }

}

/// The criteria that look at all the dossiers of a call, and wait until they are all read.
public struct LateCriteria: Sendable {
  private let criteria: [(place: Int, criterion: Criterion)]

  /// Those of a grid.
  public init(of grid: Grid) {
    criteria = grid.criteria.enumerated().filter { $1.evaluator == ComparableCost.name }
      .map { (place: $0, criterion: $1) }
  }

  /// Whether the grid has none.
  public var isEmpty: Bool { criteria.isEmpty }

  /// What they find of a dossier, with the place of each in the grid.
  public func lines(
    of facts: CostFacts, among comparables: ComparableCosts
  ) -> [(place: Int, line: Assessment.Line)] {
    criteria.map { place, criterion in
      let evaluation = ComparableCost.evaluate(
        facts, among: comparables, settings: criterion.settings)
      return (place, Assessment.Line(criterion: criterion.code, evaluation: evaluation))
    }
  }
}
