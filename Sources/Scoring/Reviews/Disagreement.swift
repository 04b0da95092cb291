public import Contract

/// How far reviewers disagree on one criterion.
public struct Disagreement: Hashable, Sendable {
  /// From this distance between two marks on, reviewers should talk.
  public static let wide = 2

  public let criterion: String
  /// By reviewer.
  public let marks: [String: Int]

  /// The distance between the highest mark and the lowest.
  public var spread: Int { (marks.values.max() ?? 0) - (marks.values.min() ?? 0) }

  /// Whether reviewers should talk.
  public var isWide: Bool { spread >= Self.wide }

  /// What reviewers gave to each criterion that people mark, in the order of the grid.
  public static func all(of reviews: [ScoringBeside.Review], grid: Grid) -> [Disagreement] {
    grid.humanCriteria.map { criterion in
      Disagreement(
        criterion: criterion.code,
        marks: reviews.reduce(into: [:]) { $0[$1.reviewer] = $1.marks[criterion.code] })
    }
  }
}
