public import Forms

/// The fields that hold the money of one year of a request.
///
/// Every edition keeps `budget.*` and `financement.*` for the first year; `budget_2`, `financement_2`
/// and so on hold the later ones.
public struct YearSections: Hashable, Sendable {
  /// Rank of the year, from 1.
  public let year: Int

  /// Names the sections of a year.
  public init(year: Int) { self.year = year }

  /// The years a request may cover.
  public static let years = 1...3

  private var suffix: String { year > 1 ? "_\(year)" : "" }
  /// Section of the budget, for instance `budget_2`.
  public var budget: String { "budget\(suffix)" }
  /// Section of the financing plan, for instance `financement_2`.
  public var financing: String { "financement\(suffix)" }

  /// Field of the charges.
  public var charges: FieldID { "\(budget).charges" }
  /// Field of the resources other than grants.
  public var resources: FieldID { "\(budget).produits" }
  /// Field of account 86.
  public var volunteerUses: FieldID { "\(budget).emplois_volontaires" }
  /// Field of account 87.
  public var volunteerResources: FieldID { "\(budget).ressources_volontaires" }
  /// Field of the grants asked for.
  public var requests: FieldID { "\(financing).demandes" }
  /// Field of the grants already secured.
  public var secured: FieldID { "\(financing).acquis" }

  /// The field that holds the accounts of a side.
  public func field(of side: AccountSide) -> FieldID {
    switch side {
    case .charges: charges
    case .resources: resources
    case .volunteerUses: volunteerUses
    case .volunteerResources: volunteerResources
    }
  }

  /// Everything that makes the cost of the year and what pays for it.
  public var wholes: [FieldID] { [charges, resources, requests, secured] }

  /// Every field of the year.
  public var fields: [FieldID] { wholes + [volunteerUses, volunteerResources] }
}
