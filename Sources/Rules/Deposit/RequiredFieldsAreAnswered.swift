import Forms
import Vocabulary

/// Every answer the form demands of this applicant is given, in tables too.
struct RequiredFieldsAreAnswered: AdmissibilityRule {
  static let code = "champs_obligatoires"
  static let title = "Toutes les réponses que le formulaire exige de ce porteur sont données."
  static let explanation = """
    Un champ conditionnel n’est exigé que si sa condition est remplie ; une réponse illisible est signalée \
    comme telle et ne compte pas comme absente.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire de l’appel à projets, d’après le formulaire unique de demande de subvention (Cerfa n° 12156)"

  func judge(_ facts: Facts) -> Verdict {
    .judged(facts.form.fields.flatMap { breaches(in: $0, facts) })
  }

  private func breaches(in field: Field, _ facts: Facts) -> [Breach] {
    if facts.answers[field.id] == nil {
      let isMissing = facts.isDemanded(field) && !facts.answers.isUnreadable(field.id)
      return isMissing ? [missing(field, at: field.id, line: nil, facts)] : []
    }
    guard case .table(let columns) = field.kind else { return [] }
    return facts.answers.rows(field.id).enumerated().flatMap { index, row in
      columns
        .filter { $0.isRequired && row.cells[$0.id] == nil && !row.unreadable.contains($0.id) }
        .map { missing($0, at: "\(field.id)[\(index + 1)].\($0.id)", line: row.line, facts) }
    }
  }

  private func missing(_ field: Field, at path: FieldID, line: Int?, _ facts: Facts) -> Breach {
    let example = field.plainExample.map { ", par exemple : \($0)" } ?? "."
    return Breach(
      field: path, line: line, message: "La réponse à « \(field.label) » manque.",
      remedy: "Répondez à cette question\(example)", source: facts.form.source)
  }
}
