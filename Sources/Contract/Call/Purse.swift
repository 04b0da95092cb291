public import Vocabulary

/// Where the money of a purse comes from.
public enum PurseNature: String, Hashable, Sendable, Codable, CaseIterable {
  /// Ordinary policies, drawn on first (loi n° 2014-173, art. 1er, I).
  case commonLaw = "droit_commun"
  /// Credits of the city policy, which complete.
  case specific = "specifique"

  /// For readers.
  public var french: String {
    switch self {
    case .commonLaw: "droit commun"
    case .specific: "crédits spécifiques"
    }
  }
}

/// Kinds of territory a purse serves.
public enum TerritoryKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Priority districts.
  case priorityDistrict = "qpv"
  /// Territories in *veille active*.
  case watch = "veille"
  /// The whole territory of the intercommunality.
  case whole = "agglomeration"

  /// For readers.
  public var french: String {
    switch self {
    case .priorityDistrict: "quartiers prioritaires"
    case .watch: "veille active"
    case .whole: "toute l’agglomération"
    }
  }
}

/// Money of one funder for one call under one set of rules.
public struct Purse: Hashable, Sendable, Codable {
  public let id: String
  public let funder: FunderID
  /// The legal person that pays.
  public let payer: String
  public let nature: PurseNature
  public let label: String
  public let amount: Cents
  /// Codes of the eligible objectives; `nil` for all.
  public let objectives: [String]?
  /// Eligible kinds of applicant; `nil` for all.
  public let applicantKinds: [String]?
  public let territories: [TerritoryKind]
  /// INSEE code of the only commune this purse serves.
  public let commune: String?
  /// Least amount given to a project, when it gives any.
  public let minimum: Cents?
  /// Largest amount given to a project.
  public let maximum: Cents?
  /// Largest share of the project's total cost.
  public let maximumRate: BasisPoints?
  /// Largest number of projects.
  public let maximumProjects: Int?
  /// The amount or the rules are an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource
  /// As read in the file; `nil` for purses that have none, those stored before such rules included.
  let writtenRules: PurseRules?

  /// The rules about several projects at once.
  public var rules: PurseRules { writtenRules ?? .none }
}
