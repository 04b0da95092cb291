import Forms
import Vocabulary

/// Each indicator says what value is aimed at.
struct IndicatorsHaveTargets: AdmissibilityRule {
  static let code = "indicateur_sans_cible"
  static let title = "Chaque indicateur a une valeur visée."
  static let explanation =
    "Sans valeur visée, le bilan ne pourra pas dire si l’action a atteint son but."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : indicateurs, chacun avec une cible"

  func judge(_ facts: Facts) -> Verdict {
    let field = "evaluation.indicateurs"
    return .judged(
      facts.answers.rows(field).enumerated().compactMap { index, row in
        guard let label = row.text("libelle"), row.text("cible") == nil,
          !row.unreadable.contains("cible")
        else { return nil }
        return Breach(
          field: "\(field)[\(index + 1)].cible", line: row.line,
          message: "L’indicateur « \(label) » n’a pas de valeur visée.",
          remedy: "Indiquez le nombre ou le résultat attendu à la fin de l’action.")
      })
  }
}
