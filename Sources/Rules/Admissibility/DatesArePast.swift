import Dossiers
import Forms
import Vocabulary

/// What is told as done was done by the day the application is received.
struct DatesArePast: AdmissibilityRule {
  static let code = "dates_passees"
  static let title =
    "Un financement acquis est décidé, et l’association déclarée, au plus tard le jour du dépôt."
  static let explanation =
    "Seul ce qui est notifié ou voté est acquis : une décision à venir est encore une demande."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire de l’appel : n’est acquis que ce qui est notifié ou voté"

  private static let declaration = "porteur.date_declaration"

  func judge(_ facts: Facts) -> Verdict {
    let today = facts.versionReceivedAt.parisDay
    return .judged(undeclared(facts, today) + undecided(facts, today))
  }

  private func undeclared(_ facts: Facts, _ today: Day) -> [Breach] {
    guard let day = facts.application.applicant.declaredOn, day > today else { return [] }
    return [
      Breach(
        field: Self.declaration,
        message: "La date de déclaration (\(day.french)) est postérieure au dépôt du dossier, le "
          + "\(today.french).",
        remedy: "Recopiez la date du récépissé de la préfecture.")
    ]
  }

  private func undecided(_ facts: Facts, _ today: Day) -> [Breach] {
    facts.answers.rows(FieldName.secured).enumerated().compactMap { index, row in
      guard let day = row.day("date"), day > today else { return nil }
      let body = row.text("organisme").map { " de « \($0) »" } ?? ""
      return Breach(
        field: "\(FieldName.secured)[\(index + 1)].date", line: row.line,
        message: "Le financement acquis\(body) serait décidé le \(day.french), après le dépôt du "
          + "dossier, le \(today.french).",
        remedy: "N’inscrivez comme acquis que ce qui est notifié ou voté ; sinon, demandez-le.")
    }
  }
}
