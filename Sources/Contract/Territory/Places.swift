/// A commune of the territory.
public struct Commune: Hashable, Sendable, Codable {
  public let id: String
  public let name: String
  public let insee: String
  public let siren: String?
  public let postalCode: String?
  public let population: Int?
  /// Codes of the priority districts it holds.
  public let districts: [String]
}

/// A facility that the inhabitants of a district use.
public struct Facility: Hashable, Sendable, Codable {
  public let name: String
  public let kind: String
  public let commune: String?
}

/// A priority district (QPV) and the facilities attached to it.
public struct District: Hashable, Sendable, Codable {
  public let code: String
  public let name: String
  /// Names of its communes, as the contract prints them.
  public let communes: [String]
  public let population: Int?
  /// Median fiscal income, in whole euros a year.
  public let medianIncome: Int?
  public let facilities: [Facility]
}

/// A territory in *veille active*: it left the priority map and keeps ordinary policies only.
public struct WatchTerritory: Hashable, Sendable, Codable {
  public let code: String
  public let name: String
  public let communes: [String]
  /// Invented, for tests and training.
  public let isFictional: Bool
}
