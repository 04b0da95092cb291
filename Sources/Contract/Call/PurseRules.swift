public import Vocabulary

/// The rules of a purse that look at several projects at once; the committee's proposals follow them.
public struct PurseRules: Hashable, Sendable, Codable {
  /// What categories of projects receive, at most or at least.
  public let shares: [ShareRule]
  /// How many projects of a category are paid, at most or at least.
  public let counts: [CountRule]
  /// How many projects should be paid at least.
  public let minimumProjects: Sourced<Int>?
  /// What the other purses bring at least to a project that this one pays: share of all it receives.
  public let minimumCofunding: Sourced<BasisPoints>?
  /// What is not distributed.
  public let reserve: Sourced<Cents>?
  /// What serves a category first.
  public let reservations: [ReservationRule]

  /// No rule at all.
  public static let none = PurseRules(
    shares: [], counts: [], minimumProjects: nil, minimumCofunding: nil, reserve: nil,
    reservations: [])
}

/// A value with the text that fixes it.
public struct Sourced<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  public let value: Value
  /// The value is an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource
}

/// The projects that share a district, an axis or a kind of applicant.
public struct ProjectCategory: Hashable, Sendable, Codable {
  /// What the projects have in common.
  public enum Criterion: String, Hashable, Sendable, Codable, CaseIterable {
    case district = "quartier"
    case axis = "axe"
    case applicantKind = "type_porteur"
  }

  public let criterion: Criterion
  /// Code of the district or of the axis, or kind of applicant.
  public let value: String
}

/// The part of a purse's whole amount that a category receives.
public struct ShareRule: Hashable, Sendable, Codable {
  public let category: ProjectCategory
  /// Not to be exceeded; rounded down to the cent.
  public let maximum: BasisPoints?
  /// To be reached as far as possible; rounded up to the cent.
  public let minimum: BasisPoints?
  /// The rule is an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource
}

/// The number of projects of a category that a purse pays.
public struct CountRule: Hashable, Sendable, Codable {
  public let category: ProjectCategory
  /// Not to be exceeded.
  public let maximum: Int?
  /// To be reached as far as possible.
  public let minimum: Int?
  /// The rule is an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource
}

/// An amount that serves a category first; what it leaves goes back to all.
public struct ReservationRule: Hashable, Sendable, Codable {
  public let category: ProjectCategory
  public let amount: Cents
  /// The rule is an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource
}
