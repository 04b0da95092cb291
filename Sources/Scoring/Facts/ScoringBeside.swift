/// What scoring looks at beside the dossier itself: kept with the card, so that it can be scored again.
public struct ScoringBeside: Hashable, Sendable, Codable {
  /// What is known of the year before, for an action that continues it.
  public struct Renewal: Hashable, Sendable, Codable {
    /// Number of last year's dossier, when the base or the applicant names it.
    public let previous: String?
    /// Whether the report on last year's action was attached.
    public let hasReport: Bool

    /// States what is known of the year before.
    public init(previous: String?, hasReport: Bool) {
      self.previous = previous
      self.hasReport = hasReport
    }
  }

  /// The marks that one reviewer handed in.
  public struct Review: Hashable, Sendable, Codable {
    public let reviewer: String
    /// From 0 to 4, by code of criterion.
    public let marks: [String: Int]

    /// Names a reviewer and the marks handed in.
    public init(reviewer: String, marks: [String: Int]) {
      self.reviewer = reviewer
      self.marks = marks
    }
  }

  /// `nil` when the action is a new one.
  public let renewal: Renewal?
  /// Of the reviewers that count, by identifier.
  public let reviews: [Review]

  /// Gathers what is known.
  public init(renewal: Renewal? = nil, reviews: [Review] = []) {
    self.renewal = renewal
    self.reviews = reviews
  }

  /// A new action that nobody reviewed.
  public static let none = ScoringBeside()

  /// The marks given to a criterion, in the order of the reviewers.
  func marks(of criterion: String) -> [Int] { reviews.compactMap { $0.marks[criterion] } }
}
