import Contract
import Dossiers
import Vocabulary

/// A renewal names the dossier of an earlier call that it continues.
struct RenewalNamesItsDossier: AdmissibilityRule {
  static let code = "reconduction_justifiee"
  static let title = "Une reconduction désigne le dossier d’un appel précédent qu’elle poursuit."
  static let explanation =
    "Seule la forme du numéro est jugée ici, et qu’il n’est pas de cet appel ; son existence l’est à l’instruction."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : reconduction d’une action financée"

  private static let field = "projet.dossier_precedent"

  func judge(_ facts: Facts) -> Verdict {
    guard facts.project.isRenewal, !facts.isAbsenceTold(Self.field) else { return .notApplicable }
    guard let text = facts.project.renews, let number = DossierNumber(text) else {
      return .breached([
        Breach(
          field: Self.field,
          message: "Le numéro du dossier de l’an dernier n’a pas la forme d’un numéro de dossier.",
          remedy: "Recopiez celui du récépissé, par exemple 2015-0012.")
      ])
    }
    guard number.call == facts.call.id else { return .satisfied }
    return .breached([
      Breach(
        field: Self.field, message: "Le dossier \(number.text) est de cet appel, pas du précédent.",
        remedy: "Recopiez le numéro du récépissé de l’an dernier.")
    ])
  }
}
