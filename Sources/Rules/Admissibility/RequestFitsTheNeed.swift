import Dossiers
import Vocabulary

/// No more is asked than what the action costs beyond its own and secured resources.
struct RequestFitsTheNeed: AdmissibilityRule {
  static let code = "demande_dans_le_besoin"
  static let title =
    "Le total demandé ne dépasse pas le coût diminué des ressources propres et acquises."
  static let explanation = """
    Une somme versée au-delà du besoin ne serait pas employée, et ne se garde que si la convention le prévoit (loi \
    n° 2021-875 du 1er juillet 2021, art. 1er).
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Règlement de l’appel : une subvention complète les autres ressources"
  static let wholes = FieldName.budget

  func judge(_ facts: Facts) -> Verdict {
    let application = facts.application
    guard !application.budget.charges.isEmpty else {
      return .undecided(missing: "les charges de l’action")
    }
    let asked = facts.plan.requestedTotal
    guard asked > application.uncoveredCost else { return .satisfied }
    let need = max(.zero, application.uncoveredCost)
    return .breached([
      Breach(
        field: FieldName.requests,
        message: "\(asked.french) sont demandés, il reste \(need.french) à financer : c’est "
          + "\((asked - need).french) de trop.",
        remedy: "Réduisez une demande, ou corrigez les ressources déjà inscrites.")
    ])
  }
}
