import Contract
import Dossiers
import Vocabulary

/// An action has no more indicators than the call admits.
struct IndicatorsAreFew: AdmissibilityRule {
  static let code = "indicateurs_au_plus"
  static let title = "L’action n’a pas plus d’indicateurs que l’appel n’en admet."
  static let explanation =
    "Le nombre (« indicateurs_max ») est un choix de l’appel ; sans lui, la règle est sans objet."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : nombre d’indicateurs"

  func judge(_ facts: Facts) -> Verdict {
    guard let parameter = facts.call.parameter(.maximumIndicators) else { return .notApplicable }
    let count = facts.project.indicators.count
    guard count > parameter.value else { return .satisfied }
    return .breached([
      Breach(
        field: "evaluation.indicateurs",
        message: "L’action a \(FrenchNumber.count(count, "indicateur", "indicateurs")), l’appel en "
          + "admet \(FrenchNumber.text(parameter.value)).",
        remedy:
          "Gardez les plus parlants, et retirez-en \(FrenchNumber.text(count - parameter.value)).",
        source: parameter.source)
    ])
  }
}
