import Contract
import Dossiers
import Vocabulary

/// How a request stands before the purses of the call.
///
/// It is served, or cannot be for one reason. Each reason belongs to one rule, so that nothing is told twice.
enum RequestStanding {
  /// At least one purse may serve it.
  case reachable([Purse])
  /// A code is unknown or unreadable: it is told elsewhere.
  case unknown
  /// The purses of this funder belong to communes, and none is named.
  case communeMissing
  /// The commune asked neither hosts nor carries the action.
  case foreignCommune(String)
  /// The call has no purse of this funder, or of this commune.
  case noPurse
  /// Specific credits that do not serve the watch territory where the whole action takes place.
  case watchExcluded(Purse)
  /// Purses exist, each with its obstacles.
  case unserved([(purse: Purse, obstacles: [PurseObstacle])])
}

extension Facts {
  /// How a request stands.
  func standing(of placed: PlacedRequest) -> RequestStanding {
    let request = placed.request
    guard reference.funder(request.funder) != nil, !placed.isCommuneUnreadable else {
      return .unknown
    }
    if isCommunal(request.funder) {
      guard let commune = request.commune else { return .communeMissing }
      guard reference.commune(insee: commune) != nil else { return .unknown }
      guard application.concerns(commune: commune) else { return .foreignCommune(commune) }
    }
    let judged = call.purses(askedBy: request).sorted { $0.id < $1.id }.map {
      (purse: $0, obstacles: application.obstacles(to: $0))
    }
    guard !judged.isEmpty else { return .noPurse }
    let open = judged.filter(\.obstacles.isEmpty).map(\.purse)
    if !open.isEmpty { return .reachable(open) }
    if let closed = judged.first(where: { isClosedToWatch($0.purse, $0.obstacles) }) {
      return .watchExcluded(closed.purse)
    }
    return .unserved(judged)
  }

  /// The purses that may serve a request; empty when none.
  func openPurses(for placed: PlacedRequest) -> [Purse] {
    guard case .reachable(let purses) = standing(of: placed) else { return [] }
    return purses
  }

  /// The funders with at least one purse open to this action, in the order of the call.
  var fundersOpenToAction: [FunderID] {
    var seen: Set<FunderID> = []
    return call.purses
      .filter { application.obstacles(to: $0).isEmpty && seen.insert($0.funder).inserted }
      .map(\.funder)
  }

  /// Whether the main objective is one of the plan of action, without which no purse can be chosen.
  var hasKnownObjective: Bool { reference.objective(project.objective) != nil }

  /// Whether the action takes place in watch territories and in no priority district.
  var isOnlyInWatch: Bool {
    project.places.districts.isEmpty && !project.places.watchTerritories.isEmpty
  }

  private func isCommunal(_ funder: FunderID) -> Bool {
    call.purses.contains { $0.funder == funder && $0.commune != nil }
  }

  private func isClosedToWatch(_ purse: Purse, _ obstacles: [PurseObstacle]) -> Bool {
    isOnlyInWatch && purse.nature == .specific && obstacles == [.territory(purse.territories)]
  }
}
