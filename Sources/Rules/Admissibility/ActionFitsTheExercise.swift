import Contract
import Dossiers
import Vocabulary

/// The action begins before it ends, and takes place in the exercise of the call.
struct ActionFitsTheExercise: AdmissibilityRule {
  static let code = "periode_dans_exercice"
  static let title = "L’action commence avant de finir et se déroule dans l’exercice de l’appel."
  static let explanation = """
    L’exercice et la tolérance en jours (« ecart_exercice_jours », aucune à défaut) sont ceux de l’appel ; les bornes \
    sont comprises.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : exercice financé"

  func judge(_ facts: Facts) -> Verdict {
    guard let start = facts.project.start else {
      return .undecided(missing: "la date de début de l’action")
    }
    guard let end = facts.project.end else {
      return .undecided(missing: "la date de fin de l’action")
    }
    guard start <= end else { return .breached([inverted(start, end)]) }
    return .judged(overflows(start, end, facts))
  }

  private func inverted(_ start: Day, _ end: Day) -> Breach {
    Breach(
      field: FieldName.end,
      message: "L’action finit le \(end.french), avant d’avoir commencé le \(start.french).",
      remedy: "Corrigez l’une des deux dates.")
  }

  private func overflows(_ start: Day, _ end: Day, _ facts: Facts) -> [Breach] {
    let exercise = facts.call.exercise
    let parameter = facts.call.parameter(.exerciseTolerance)
    let tolerance = parameter?.value ?? 0
    let first = exercise.start.adding(days: -tolerance)
    let last = exercise.end.adding(days: tolerance)
    let source = parameter?.source ?? facts.call.source
    var breaches: [Breach] = []
    if start < first || start > last {
      breaches.append(
        Breach(
          field: FieldName.start,
          message: "L’action commence le \(start.french), hors de l’exercice \(exercise.french).",
          remedy: "Choisissez un début entre le \(first.french) et le \(last.french).",
          source: source))
    }
    if end > last || end < first {
      breaches.append(
        Breach(
          field: FieldName.end,
          message: "L’action finit le \(end.french), hors de l’exercice \(exercise.french).",
          remedy: "Choisissez une fin entre le \(first.french) et le \(last.french).",
          source: source))
    }
    return breaches
  }
}
