import Contract
import Dossiers
import Vocabulary

/// Each request is addressed to a funder that has a purse open to this action.
struct FunderCanBeAsked: AdmissibilityRule {
  static let code = "financeur_sollicitable"
  static let title =
    "Chaque demande s’adresse à un financeur dont une enveloppe peut servir l’action."
  static let explanation = """
    Une enveloppe sert des objectifs, des types de porteurs et des territoires fixés par l’appel. Le constat dit ce qui \
    l’empêche, ou quels financeurs ont une enveloppe ouverte à l’action. Les refus propres à la veille active et aux \
    communes ont leurs propres règles et ne sont pas répétés ici.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Enveloppes de l’appel"
  static let wholes = FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    guard facts.hasKnownObjective else {
      return .undecided(missing: "un objectif principal du contrat de ville")
    }
    return .judged(
      facts.requests.compactMap { placed in
        switch facts.standing(of: placed) {
        case .noPurse: withoutPurse(placed, facts)
        case .unserved(let purses): unserved(placed, purses, facts)
        case .reachable, .unknown, .communeMissing, .foreignCommune, .watchExcluded: nil
        }
      })
  }

  private func withoutPurse(_ placed: PlacedRequest, _ facts: Facts) -> Breach {
    placed.breach(
      "financeur",
      "\(facts.funderName(of: placed.request).capitalizedFirst) : pas d’enveloppe dans cet appel.",
      remedy: remedy(facts), source: facts.call.source)
  }

  private func unserved(
    _ placed: PlacedRequest, _ purses: [(purse: Purse, obstacles: [PurseObstacle])], _ facts: Facts
  ) -> Breach {
    let reasons = purses.map { purse, obstacles in
      "« \(purse.label) » : \(FrenchPhrase.list(obstacles.map(\.french)))"
    }
    return placed.breach(
      "financeur",
      "\(facts.funderName(of: placed.request).capitalizedFirst) : aucune enveloppe ne peut servir "
        + "cette action. \(reasons.joined(separator: " ; ")).",
      remedy: remedy(facts), source: purses.first?.purse.source)
  }

  private func remedy(_ facts: Facts) -> String {
    let open = facts.fundersOpenToAction
    return open.isEmpty
      ? "Aucun financeur n’est ouvert à cette action : revoyez l’objectif ou les lieux."
      : "Pour l’objectif \(facts.project.objective), une enveloppe est ouverte chez : "
        + "\(open.joined(separator: ", "))."
  }
}
