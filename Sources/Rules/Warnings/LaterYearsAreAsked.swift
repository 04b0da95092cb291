import Dossiers
import Forms
import Vocabulary

/// Only the years that the request covers have a budget.
struct LaterYearsAreAsked: AdmissibilityRule {
  static let code = "annees_hors_demande"
  static let title = "Seules les années que couvre la demande ont un budget."
  static let explanation = """
    Ce qui est écrit pour une année hors de la demande n’est pas instruit : le nombre d’années demandées (« projet.annees ») \
    fait foi.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : nombre d’années demandées"

  func judge(_ facts: Facts) -> Verdict {
    guard facts.field(FieldName.years) != nil, !facts.answers.isUnreadable(FieldName.years) else {
      return .notApplicable
    }
    let asked = facts.application.years
    return .judged(
      YearSections.years.filter { $0 > asked }.compactMap { year in
        guard
          let field = YearSections(year: year).fields.first(where: { facts.answers[$0] != nil })
        else { return nil }
        return Breach(
          field: field,
          message: "L’année \(year) est remplie, alors que la demande porte sur "
            + "\(FrenchNumber.count(asked, "an", "ans")).",
          remedy: "Corrigez le nombre d’années demandées, ou videz le budget de cette année.")
      })
  }
}
