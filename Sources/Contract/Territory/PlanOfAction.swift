/// A stake (*enjeu*) of the plan of action.
public struct Stake: Hashable, Sendable, Codable {
  public let code: String
  public let label: String
  /// Holds for every objective and has no axis of its own.
  public let isTransversal: Bool
}

/// An axis of the plan of action, under one stake.
public struct Axis: Hashable, Sendable, Codable {
  public let code: String
  public let stake: String
  public let label: String
}

/// An operational objective of the plan of action.
public struct Objective: Hashable, Sendable, Codable {
  /// What an objective counts or describes, as the contract names it.
  public struct Indicator: Hashable, Sendable, Codable {
    public let code: String
    public let label: String
    public let isQualitative: Bool
  }

  /// Who the objective is for.
  public struct Audience: Hashable, Sendable, Codable {
    public let label: String
    public let ageMin: Int?
    public let ageMax: Int?
  }

  public let code: String
  public let stake: String
  public let axis: String
  public let label: String
  public let indicators: [Indicator]
  /// Funders whose ordinary competence covers this objective, in the order of the contract.
  public let commonLaw: [FunderID]
  /// Partners the contract names, in its order.
  public let partners: [FunderID]
  public let audience: Audience?
  /// What the contract expects of an action under this objective.
  public let expectations: [String]
  public let vigilance: String?
  /// Line of the contract where the objective starts, when known.
  public let sourceLine: Int?
}

/// Identifier of a funder or partner in the reference data, for instance `CAF`.
public typealias FunderID = String

/// A funder or partner of the contract.
public struct Funder: Hashable, Sendable, Codable {
  public let id: FunderID
  public let name: String
  public let kind: String
  /// Other spellings, as people write them.
  public let aliases: [String]
  /// The entity this one is a service of.
  public let parent: FunderID?
  public let isSignatory: Bool
  /// Whether it brings ordinary-policy money; `nil` when the contract does not say.
  public let bringsCommonLaw: Bool?
  /// Whether it brings specific credits; `nil` when the contract does not say.
  public let bringsSpecificCredits: Bool?
  /// As read in the file; `nil` in bases made before rules were read.
  let ruleList: [FunderRule]?

  /// Its special rules that say when they apply, in the order of the contract.
  public var rules: [FunderRule] { ruleList ?? [] }
}

/// A body of the contract's governance, for instance the funders' committee.
public struct Body: Hashable, Sendable, Codable {
  public let id: String
  public let name: String
  public let level: String
}
