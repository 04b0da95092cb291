import Contract
import Vocabulary

/// What a generated dossier may know of one purse.
struct PurseTerms: Sendable {
  let minimum: Cents
  /// Amount of the purse or its ceiling for one project, whichever is least.
  let maximum: Cents
  let rate: BasisPoints?
  let isSpecific: Bool
  let territories: [TerritoryKind]

  init(_ purse: Purse) {
    minimum = purse.minimum ?? .zero
    maximum = min(purse.amount, purse.maximum ?? purse.amount)
    rate = purse.maximumRate
    isSpecific = purse.nature == .specific
    territories = purse.territories
  }

  /// The most it gives to an action of this cost.
  func ceiling(cost: Cents) -> Cents {
    min(maximum, rate?.share(of: cost, rounding: .down) ?? maximum)
  }

  func serves(_ kinds: Set<TerritoryKind>) -> Bool { !kinds.isDisjoint(with: territories) }
}

/// A funder that can be asked, with the purses through which it may answer.
struct FundingOption: Sendable {
  let funder: FunderID
  /// INSEE code, when the funder is a commune.
  let commune: String?
  var purses: [PurseTerms]

  var isSpecific: Bool { purses.contains { $0.isSpecific } }

  /// The same funder with only the purses that serve these territories; `nil` when none does.
  func serving(_ kinds: Set<TerritoryKind>) -> FundingOption? {
    let open = purses.filter { $0.serves(kinds) }
    return open.isEmpty ? nil : FundingOption(funder: funder, commune: commune, purses: open)
  }

  /// The least and the most one may sensibly ask for an action of this cost, in whole euros.
  func bounds(cost: Cents) -> ClosedRange<Int>? {
    // Below 300 € nobody files a request; above four fifths nothing is left to the applicant.
    let shareable = BasisPoints(8_000).share(of: cost, rounding: .down)
    let usable = purses.filter { $0.minimum <= min($0.ceiling(cost: cost), shareable) }
    let lowest = usable.map(\.minimum).min().map { max($0, Cents(euros: 300)) }
    let highest = min(usable.map { $0.ceiling(cost: cost) }.total(), shareable)
    guard let lowest else { return nil }
    let least = Int((lowest.rawValue + 99) / 100)
    let most = Int(highest.rawValue / 100)
    return least <= most ? least...most : nil
  }
}

/// The funders that can be asked, by kind of applicant and objective, found once for the season.
struct FundingTable: Sendable {
  private let options: [[[FundingOption]]]

  init(call: Call, objectives: [Objective]) {
    options = call.applicants.map { applicant in
      objectives.map { Self.options(in: call, objective: $0.code, kind: applicant.kind) }
    }
  }

  /// The funders open to an objective for an applicant, both given by their rank.
  func options(kind: Int, objective: Int) -> [FundingOption] { options[kind][objective] }

  private static func options(
    in call: Call, objective: String, kind: String
  ) -> [FundingOption] {
    let communal = Set(call.purses.filter { $0.commune != nil }.map(\.funder))
    var found: [FundingOption] = []
    for purse in call.purses {
      guard purse.objectives?.contains(objective) ?? true,
        purse.applicantKinds?.contains(kind) ?? true,
        // A request to a commune names it, so that a purse of all communes cannot be asked alone.
        purse.commune != nil || !communal.contains(purse.funder)
      else { continue }
      let place = found.firstIndex { $0.funder == purse.funder && $0.commune == purse.commune }
      if let place {
        found[place].purses.append(PurseTerms(purse))
      } else {
        found.append(
          FundingOption(
            funder: purse.funder, commune: purse.commune, purses: [PurseTerms(purse)]))
      }
    }
    return found
  }
}
