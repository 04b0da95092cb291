public import Vocabulary

/// A special rule of a funder, with the projects it concerns: data of the contract, never code.
public struct FunderRule: Hashable, Sendable, Codable {
  /// When a rule concerns a project; every condition given must hold.
  public struct Condition: Hashable, Sendable, Codable {
    /// Words or phrases, one of which the project uses; empty for no condition.
    public let phrases: [String]
    /// Codes of objectives, axes or stakes, under one of which the project stands; empty for all.
    public let codes: [String]
    /// Kinds of territory, one of which the project touches; empty for all.
    public let territories: [TerritoryKind]
    /// Kinds of applicant; empty for all.
    public let applicantKinds: [String]
  }

  public let code: String
  /// What the rule says, for readers, with its final full stop.
  public let summary: String
  public let source: LegalSource
  public let condition: Condition
  /// Whether the funder takes more willingly, or pays more for, the projects concerned.
  public let isAdvantage: Bool
  /// What such a project ordinarily receives.
  public let usualAmount: Cents?
  /// How many such projects it takes in a year, at most.
  public let yearlyProjects: Int?
}
