import Contract
import Dossiers
import Vocabulary

/// The action begins before it ends, and takes place in the exercise of the call.
struct ActionFitsTheExercise: AdmissibilityRule {
  static let code = "periode_dans_exercice"
  static let title = "L’action commence avant de finir et se déroule dans l’exercice de l’appel."
  static let explanation = """
    Une demande de plusieurs années, si l’appel en admet, va jusqu’à la fin de la dernière. L’exercice et la tolérance en jours (« ecart_exercice_jours », aucune à défaut) sont ceux de l’appel ; les bornes \
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

  /// The end of the last year asked for, among those the call admits.
  private func lastDay(_ facts: Facts) -> Day {
    let most = facts.call.parameter(.maximumYears)?.value ?? 1
    let years = max(1, min(facts.application.years, most))
    return facts.call.exercise.end.addingRoundingDown(months: 12 * (years - 1))
  }

  private func overflows(_ start: Day, _ end: Day, _ facts: Facts) -> [Breach] {
    let exercise = facts.call.exercise
    let parameter = facts.call.parameter(.exerciseTolerance)
    let tolerance = parameter?.value ?? 0
    let first = exercise.start.adding(days: -tolerance)
    let close = lastDay(facts)
    let source = parameter?.source ?? facts.call.source
    let starts = first...exercise.end.adding(days: tolerance)
    let ends = first...close.adding(days: tolerance)
    var breaches: [Breach] = []
    if !starts.contains(start) {
      breaches.append(
        Breach(
          field: FieldName.start,
          message: "L’action commence le \(start.french), hors de l’exercice \(exercise.french).",
          remedy: "Choisissez un début \(starts.french).", source: source))
    }
    if !ends.contains(end) {
      let span = Period(from: exercise.start, through: close)?.french ?? exercise.french
      let extent = close == exercise.end ? "de l’exercice" : "des années demandées,"
      breaches.append(
        Breach(
          field: FieldName.end,
          message: "L’action finit le \(end.french), hors \(extent) \(span).",
          remedy: "Choisissez une fin \(ends.french).", source: source))
    }
    return breaches
  }
}

extension ClosedRange<Day> {
  fileprivate var french: String { "entre le \(lowerBound.french) et le \(upperBound.french)" }
}
