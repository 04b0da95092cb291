public import Forms
public import Vocabulary

/// The forecast budget of a project: amounts by account, voluntary contributions apart.
///
/// Account 74 (grants) is not here: it is the financing plan.
public struct Budget: Hashable, Sendable {
  public let charges: [AccountAmount]
  /// Resources other than grants.
  public let resources: [AccountAmount]
  /// Account 86.
  public let volunteerUses: [AccountAmount]
  /// Account 87.
  public let volunteerResources: [AccountAmount]

  /// Total of the charges: the cost of the project, account 86 apart.
  public var cost: Cents { charges.lazy.map(\.amount).total() }
  /// Total of the resources other than grants.
  public var ownResources: Cents { resources.lazy.map(\.amount).total() }
  /// Total of account 86.
  public var volunteerUsesTotal: Cents { volunteerUses.lazy.map(\.amount).total() }
  /// Total of account 87.
  public var volunteerResourcesTotal: Cents { volunteerResources.lazy.map(\.amount).total() }

  /// The amounts of one side.
  public func amounts(of side: AccountSide) -> [AccountAmount] {
    switch side {
    case .charges: charges
    case .resources: resources
    case .volunteerUses: volunteerUses
    case .volunteerResources: volunteerResources
    }
  }
}
