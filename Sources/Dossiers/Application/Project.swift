public import Vocabulary

/// What would be done: objective, public, places, dates, indicators.
public struct Project: Hashable, Sendable {
  /// Someone who acts with the applicant.
  public struct Partner: Hashable, Sendable {
    public let name: String
    public let role: String?
  }

  /// What will be counted or described to judge the action.
  public struct Indicator: Hashable, Sendable {
    public let label: String
    public let target: String?
    /// Code of the contract's indicator it follows.
    public let code: String?
  }

  /// The people the action is for.
  public struct Audience: Hashable, Sendable {
    public let description: String
    public let ageMin: Int?
    public let ageMax: Int?
    /// Number of different persons expected.
    public let count: Int?
    /// Of whom women and girls.
    public let women: Int?
    /// Share living in priority districts.
    public let districtShare: BasisPoints?
  }

  /// Where the action takes place.
  public struct Places: Hashable, Sendable {
    /// INSEE codes.
    public let communes: [String]
    /// Codes of priority districts.
    public let districts: [String]
    /// Codes of territories in *veille active*.
    public let watchTerritories: [String]
    /// Names of facilities.
    public let facilities: [String]
  }

  /// How far inhabitants take part.
  public enum Participation: String, Sendable, CaseIterable {
    case none = "aucune"
    case information
    case consultation
    case coConstruction = "co_construction"
  }

  public let title: String
  /// Number of last year's dossier, for a renewal.
  public let renews: String?
  /// Whether the applicant says the action continues last year's.
  public let isRenewal: Bool
  public let objective: String
  public let secondaryObjectives: [String]
  public let need: String
  public let content: String
  public let start: Day?
  public let end: Day?
  public let partners: [Partner]
  public let participation: Participation
  public let participationText: String?
  public let discriminationText: String?
  public let equalityText: String?
  public let audience: Audience
  public let places: Places
  public let indicators: [Indicator]

  /// The days of the action; `nil` when a date is missing or they are out of order.
  public var period: Period? {
    guard let start, let end else { return nil }
    return Period(from: start, through: end)
  }
}
