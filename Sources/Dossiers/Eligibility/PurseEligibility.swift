public import Contract
import Vocabulary

/// Why a purse cannot serve a project.
public enum PurseObstacle: Hashable, Sendable {
  /// The objective is not among those of the purse.
  case objective(String)
  /// The kind of applicant is not among those of the purse.
  case applicantKind(String)
  /// The project touches none of the territories the purse serves.
  case territory([TerritoryKind])
  /// The purse is a commune's, and the project is neither located in it nor carried by it.
  case otherCommune(String)

  /// For readers, without a final full stop.
  public var french: String {
    switch self {
    case .objective(let code): "l’objectif \(code) n’est pas de ceux qu’elle finance"
    case .applicantKind(let kind): "elle n’est pas ouverte aux porteurs de type « \(kind) »"
    case .territory(let kinds):
      "elle ne sert que : \(kinds.map(\.french).joined(separator: ", "))"
    case .otherCommune(let insee):
      "une commune ne paie que pour elle-même, et l’action n’a pas lieu à \(insee)"
    }
  }
}

extension Application {
  /// The kinds of territory the project touches; the whole territory always counts.
  public var territories: Set<TerritoryKind> {
    var kinds: Set<TerritoryKind> = [.whole]
    if !project.places.districts.isEmpty { kinds.insert(.priorityDistrict) }
    if !project.places.watchTerritories.isEmpty { kinds.insert(.watch) }
    return kinds
  }

  /// Everything that keeps a purse from serving this project; empty when it may.
  public func obstacles(to purse: Purse) -> [PurseObstacle] {
    var obstacles: [PurseObstacle] = []
    if let codes = purse.objectives, !codes.contains(project.objective) {
      obstacles.append(.objective(project.objective))
    }
    if let kinds = purse.applicantKinds, !kinds.contains(applicant.kind) {
      obstacles.append(.applicantKind(applicant.kind))
    }
    if territories.isDisjoint(with: purse.territories) {
      obstacles.append(.territory(purse.territories))
    }
    if let commune = purse.commune, !concerns(commune: commune) {
      obstacles.append(.otherCommune(commune))
    }
    return obstacles
  }

  /// Whether the project is located in a commune or carried by it.
  public func concerns(commune insee: String) -> Bool {
    if project.places.communes.contains(insee) { return true }
    return Applicant.municipalKinds.contains(applicant.kind) && applicant.commune == insee
  }
}
