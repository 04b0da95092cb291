import Contract
import Dossiers
import Vocabulary

/// A request covers no more years than the call admits.
struct YearsFitTheCall: AdmissibilityRule {
  static let code = "annees_au_plus"
  static let title = "La demande ne porte pas sur plus d’années que l’appel n’en admet."
  static let explanation =
    "Le nombre (« annees_max ») est un choix de l’appel ; sans lui, une demande porte sur une seule année."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : durée des demandes"

  func judge(_ facts: Facts) -> Verdict {
    let parameter = facts.call.parameter(.maximumYears)
    let asked = facts.application.years
    guard asked > 1 || parameter != nil else { return .notApplicable }
    let most = parameter?.value ?? 1
    guard asked > most else { return .satisfied }
    return .breached([
      Breach(
        field: FieldName.years,
        message: "La demande porte sur \(FrenchNumber.count(asked, "an", "ans")), l’appel en admet "
          + "\(FrenchNumber.text(most)).",
        remedy: "Ramenez la demande à \(FrenchNumber.count(most, "an", "ans")) au plus.",
        source: parameter?.source ?? facts.call.source)
    ])
  }
}
