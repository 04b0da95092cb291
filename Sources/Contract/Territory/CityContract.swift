import Vocabulary

/// The city contract: the frame in which calls are launched.
public struct CityContract: Hashable, Sendable, Codable {
  public let id: String
  public let name: String
  /// Key of the territory, for instance the name of its folder.
  public let territory: String
  /// Whether it is a signed contract; otherwise its codes are free and their syntax is not checked.
  public let isOfficial: Bool
  /// The intercommunal body that runs the contract.
  public let intercommunality: String
  public let intercommunalityName: String
}

/// Everything known of one contract: plan of action, funders, districts, communes, governance.
public struct ReferenceData: Hashable, Sendable, Codable {
  public let contract: CityContract
  public let stakes: [Stake]
  public let axes: [Axis]
  public let objectives: [Objective]
  public let funders: [Funder]
  public let districts: [District]
  public let watchTerritories: [WatchTerritory]
  public let communes: [Commune]
  public let bodies: [Body]

  /// Assembles the reference data of a contract.
  public init(
    contract: CityContract, stakes: [Stake], axes: [Axis], objectives: [Objective],
    funders: [Funder], districts: [District], watchTerritories: [WatchTerritory],
    communes: [Commune], bodies: [Body]
  ) {
    self.contract = contract
    self.stakes = stakes
    self.axes = axes
    self.objectives = objectives
    self.funders = funders
    self.districts = districts
    self.watchTerritories = watchTerritories
    self.communes = communes
    self.bodies = bodies
  }

  /// The objective of this code, when the plan has it.
  public func objective(_ code: String) -> Objective? { objectives.first { $0.code == code } }

  /// The funder of this identifier.
  public func funder(_ id: FunderID) -> Funder? { funders.first { $0.id == id } }

  /// The district of this code.
  public func district(_ code: String) -> District? { districts.first { $0.code == code } }

  /// The commune of this INSEE code.
  public func commune(insee: String) -> Commune? { communes.first { $0.insee == insee } }

  /// The commune of this name, accents and case ignored.
  public func commune(named name: String) -> Commune? {
    let folded = name.folded
    return communes.first { $0.name.folded == folded }
  }

  /// INSEE codes of the communes a district lies in, those outside the territory left out.
  public func communeCodes(of district: District) -> [String] {
    let named = district.communes.compactMap { commune(named: $0)?.insee }
    let declared = communes.filter { $0.districts.contains(district.code) }.map(\.insee)
    return Array(Set(named + declared)).sorted()
  }

  /// The funder a person means by this text: its identifier, its name or one of its other spellings.
  public func funder(meantBy text: String) -> Funder? {
    let folded = text.folded.trimmedOfSpaces
    return funders.first { $0.id == text }
      ?? funders.first { $0.name.folded == folded || $0.aliases.contains { $0.folded == folded } }
  }
}
