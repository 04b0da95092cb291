import Contract
import Dossiers
import Vocabulary

/// One purse judged for one application.
struct PurseCase {
  private let purse: Purse
  private let objective: String
  private let obstacles: [PurseObstacle]
  private let isAsked: Bool
  /// Place among the ordinary policies the plan names for the objective.
  private let competence: Int?
  /// Place among the partners the plan names for the objective.
  private let partnership: Int?

  init(_ purse: Purse, application: Application, objective: Objective?) {
    self.purse = purse
    self.objective = application.project.objective
    obstacles = application.obstacles(to: purse)
    isAsked = application.plan.requests.contains { request in
      request.funder == purse.funder
        && (purse.commune == nil || request.commune == nil || request.commune == purse.commune)
    }
    competence = objective?.commonLaw.firstIndex(of: purse.funder)
    partnership = objective?.partners.firstIndex(of: purse.funder)
  }

  /// Compared part by part; the identifier makes it total.
  var order: (Int, Int, Int, Int, String) {
    let isNamed = purse.nature == .commonLaw && competence != nil
    return (
      obstacles.isEmpty ? 0 : 1, isNamed ? 0 : purse.nature == .commonLaw ? 1 : 2,
      isNamed ? competence ?? .max : .max, partnership ?? .max, purse.id
    )
  }

  func match(rank: Int) -> FunderMatch {
    FunderMatch(
      id: purse.funder, rank: rank, reason: reason, purse: purse.id,
      isEligible: obstacles.isEmpty, isAsked: isAsked,
      isNamed: purse.nature == .commonLaw && competence != nil, source: purse.source)
  }

  private var reason: String {
    guard obstacles.isEmpty else {
      return "non éligible\u{00A0}: " + obstacles.map(\.french).joined(separator: "\u{00A0}; ")
    }
    switch (purse.nature, competence) {
    case (.commonLaw, .some):
      let forgotten = isAsked ? "" : "\u{00A0}; rien ne lui a été demandé"
      return "droit commun de \(objective)\(forgotten)"
    case (.commonLaw, nil): return "droit commun, sans être cité pour \(objective)"
    case (.specific, _): return "crédits spécifiques, en complément du droit commun"
    }
  }
}
