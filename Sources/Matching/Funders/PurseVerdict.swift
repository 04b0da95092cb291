import Contract
import Dossiers
import Vocabulary

/// Whether a purse may serve a project, and why; what is unknown is not refused.
enum PurseVerdict {
  case eligible
  /// With every reason, in French.
  case ineligible([String])
  /// With everything the dossier leaves out and the purse needs to know, in French.
  case undecided([String])

  private static let noPlace = "le dossier ne dit pas où l’action a lieu"

  init(on purse: Purse, for application: Application) {
    let missing = Self.unknowns(of: application, for: purse)
    let reasons = Self.reasons(against: purse, for: application, missing: missing)
    self =
      !reasons.isEmpty ? .ineligible(reasons) : missing.isEmpty ? .eligible : .undecided(missing)
  }

  /// Its place in the order of the funders.
  var order: Int64 {
    switch self {
    case .eligible: 0
    case .undecided: 1
    case .ineligible: 2
    }
  }

  var eligibility: FunderMatch.Eligibility {
    switch self {
    case .eligible: .eligible
    case .undecided: .undecided
    case .ineligible: .ineligible
    }
  }

  private static func reasons(
    against purse: Purse, for application: Application, missing: [String]
  ) -> [String] {
    var reasons: [String] = []
    for obstacle in application.obstacles(to: purse) {
      switch obstacle {
      case .objective where application.project.objective.isEmpty: continue
      case .territory where missing.contains(noPlace): continue
      case .otherCommune where missing.contains(noPlace): continue
      default: reasons.append(obstacle.french)
      }
    }
    let most = application.ceiling(of: purse)
    if let minimum = purse.minimum, application.budget.cost > .zero, most < minimum {
      reasons.append(
        "elle ne donne pas moins de \(minimum.french), et ne pourrait donner ici que \(most.french)"
      )
    }
    return reasons
  }

  private static func unknowns(of application: Application, for purse: Purse) -> [String] {
    var missing: [String] = []
    if purse.objectives != nil, application.project.objective.isEmpty {
      missing.append("le dossier ne dit pas à quel objectif il répond")
    }
    let places = application.project.places
    let saysWhere =
      !places.districts.isEmpty || !places.watchTerritories.isEmpty || !places.communes.isEmpty
    let needsPlace = purse.commune != nil || !purse.territories.contains(.whole)
    if needsPlace, !saysWhere { missing.append(noPlace) }
    return missing
  }
}
