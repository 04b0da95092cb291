import Contract
import Vocabulary

/// A territory in *veille active* has ordinary policies only, unless a purse serves it by name.
struct WatchTerritoryKeepsOrdinaryPolicies: AdmissibilityRule {
  static let code = "veille_active"
  static let title =
    "Un territoire en veille active ne reçoit de crédits spécifiques que d’une enveloppe qui le sert."
  static let explanation = """
    Ces territoires ont quitté la géographie prioritaire et gardent un droit commun renforcé. Une enveloppe de crédits \
    spécifiques qui leur est ouverte le dit dans l’appel ; les autres ne peuvent servir une action qui se déroule \
    seulement en veille active.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Contrat de ville et enveloppes de l’appel : territoires servis"
  static let wholes = FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    guard facts.isOnlyInWatch else { return .notApplicable }
    return .judged(
      facts.requests.compactMap { placed in
        guard case .watchExcluded(let purse) = facts.standing(of: placed) else {
          return nil
        }
        return placed.breach(
          "financeur",
          "L’action se déroule seulement en veille active, que l’enveloppe « \(purse.label) » ne "
            + "sert pas.",
          remedy: remedy(facts), source: purse.source)
      })
  }

  private func remedy(_ facts: Facts) -> String {
    let open = facts.fundersOpenToAction
    return open.isEmpty
      ? "Retirez cette demande."
      : "Demandez plutôt à un financeur ouvert à cette action : \(open.joined(separator: ", "))."
  }
}
