import Contract
import Forms
import Vocabulary

/// A file that names a call is deposited in that call.
struct CallIsTheOneNamed: AdmissibilityRule {
  static let code = "appel_designe"
  static let title = "Le dossier est déposé dans l’appel qu’il désigne."
  static let explanation =
    "L’en-tête « appel » du fichier est facultatif ; rempli, il doit être celui de l’appel ouvert."
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : un dossier ne vaut que pour un appel"

  func judge(_ facts: Facts) -> Verdict {
    guard let named = facts.answers.call else { return .notApplicable }
    guard named != facts.call.id else { return .satisfied }
    return .breached([
      Breach(
        field: "appel",
        message: "Le fichier est rempli pour l’appel « \(named) », l’appel ouvert est "
          + "« \(facts.call.id) ».",
        remedy: "Écrivez « appel: \"\(facts.call.id)\" » si le dossier est bien pour cet appel, "
          + "et relisez ses dates.")
    ])
  }
}
