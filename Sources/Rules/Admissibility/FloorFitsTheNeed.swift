import Dossiers
import Vocabulary

/// The floor given by the applicant is not above what it asks.
struct FloorFitsTheNeed: AdmissibilityRule {
  static let code = "plancher_coherent"
  static let title =
    "Le montant sans lequel l’action ne peut avoir lieu ne dépasse pas le total demandé."
  static let explanation =
    "Le plancher porte sur les seules subventions de cet appel ; sans réponse, celui de l’appel s’applique."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Formulaire de l’appel : montant minimal de l’action"
  static let wholes = [FieldName.requests]

  func judge(_ facts: Facts) -> Verdict {
    guard let floor = facts.plan.floor else { return .notApplicable }
    let asked = facts.application.need
    guard floor > asked else { return .satisfied }
    return .breached([
      Breach(
        field: FieldName.floor,
        message: "Le minimum indiqué (\(floor.french)) dépasse le total demandé (\(asked.french)).",
        remedy: "Indiquez un minimum d’au plus \(asked.french), ou laissez la réponse vide.")
    ])
  }
}
