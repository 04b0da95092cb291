import Contract
import Dossiers
import Vocabulary

/// What the purses may give together reaches the floor of the action.
struct FloorIsReachable: AdmissibilityRule {
  static let code = "plancher_atteignable"
  static let title =
    "Les enveloppes sollicitées peuvent, ensemble, atteindre le montant minimal de l’action."
  static let explanation = """
    Le minimum est celui du porteur, sinon la part du besoin fixée par l’appel (« plancher_bp »). Au-dessous, l’action \
    ne pourrait pas être retenue, même servie au mieux par chaque enveloppe.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.information
  static let source: LegalSource = "Enveloppes de l’appel et montant minimal de l’action"
  static let wholes = FieldName.budget + FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    let parameter = facts.call.parameter(.defaultFloor)
    guard facts.plan.floor != nil || parameter != nil, facts.hasKnownObjective else {
      return .notApplicable
    }
    let rate = BasisPoints(Int64(parameter?.value ?? 0))
    let floor = facts.application.floor(defaultRate: rate)
    let most = facts.application.fundingCells(in: facts.call).map(\.maximum).total()
    guard most < floor else { return .satisfied }
    return .breached([
      Breach(
        field: FieldName.floor,
        message: "Les enveloppes sollicitées peuvent donner au plus \(most.french), l’action en "
          + "demande au moins \(floor.french).",
        remedy: "Sollicitez un autre financeur, ou prévoyez une action plus petite.",
        source: facts.plan.floor == nil ? parameter?.source : nil)
    ])
  }
}
