import Contract
import Vocabulary

/// The application is received between the opening of the call and the end of its last day.
struct CallIsOpen: AdmissibilityRule {
  static let code = "appel_ouvert"
  static let title =
    "Le dossier est reçu entre l’ouverture de l’appel et la fin de son dernier jour."
  static let explanation = """
    Jugée sur l’instant de réception, à l’heure de Paris : le dernier jour compte jusqu’à 23 h 59 min 59 s. \
    Passé ce terme, seule une dérogation motivée permet d’admettre le dossier.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Calendrier de l’appel à projets"

  func judge(_ facts: Facts) -> Verdict {
    let calendar = facts.call.calendar
    let day = facts.receivedAt.parisDay
    if day < calendar.opening { return .breached([tooEarly(facts, day: day)]) }
    guard calendar.closing.isOpen(at: facts.receivedAt) else { return .breached([tooLate(facts)]) }
    return .satisfied
  }

  private func tooEarly(_ facts: Facts, day: Day) -> Breach {
    let opening = facts.call.calendar.opening
    let wait = FrenchPhrase.days(opening.daysSinceEpoch - day.daysSinceEpoch)
    return Breach(
      field: nil,
      message: "Le dossier est arrivé le \(facts.receivedAt.french), \(wait) avant l’ouverture de "
        + "l’appel.",
      remedy: "Déposez-le à partir du \(opening.french).", source: facts.call.source)
  }

  private func tooLate(_ facts: Facts) -> Breach {
    let closing = facts.call.calendar.closing
    let end = Instant(paris: closing.lastDay.adding(days: 1))
    let lateness = facts.receivedAt.secondsSinceEpoch - end.secondsSinceEpoch
    return Breach(
      field: nil,
      message: "L’appel est clos depuis le \(closing.french) ; le dossier est arrivé le "
        + "\(facts.receivedAt.french), \(FrenchPhrase.duration(seconds: lateness)) trop tard.",
      remedy:
        "Écrivez au secrétariat de l’appel : seule une dérogation motivée permet de l’admettre.",
      source: facts.call.source)
  }
}
