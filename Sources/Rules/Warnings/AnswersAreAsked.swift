import Dossiers
import Forms
import Vocabulary

/// An answer is given only where the form asks the question of this applicant.
struct AnswersAreAsked: AdmissibilityRule {
  static let code = "reponse_sans_question"
  static let title = "Une réponse n’est donnée que là où la question se pose."
  static let explanation = """
    Une question conditionnelle ne se pose que si sa condition est remplie ; ailleurs, l’une des deux réponses est de trop. \
    Les budgets des années suivantes relèvent de « annees_hors_demande ».
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : questions conditionnelles"

  private static let laterYears = Set(
    YearSections.years.dropFirst().flatMap { YearSections(year: $0).fields })

  func judge(_ facts: Facts) -> Verdict {
    .judged(
      facts.form.fields.compactMap { field in
        guard let condition = field.condition, facts.answers[field.id] != nil,
          !Self.laterYears.contains(field.id), !condition.holds(for: facts.answers),
          !condition.sources.contains(where: { facts.answers.isUnreadable($0) })
        else { return nil }
        return Breach(
          field: field.id,
          message: "« \(field.label) » est rempli, or la question ne se pose que "
            + "\(condition.clause).",
          remedy: "Videz cette réponse, ou corrigez celle dont elle dépend.",
          source: facts.form.source)
      })
  }
}
