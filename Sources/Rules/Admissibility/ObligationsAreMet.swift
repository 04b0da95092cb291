import Dossiers
import Vocabulary

/// A private body certifies that it meets its administrative, accounting, social and fiscal duties.
struct ObligationsAreMet: AdmissibilityRule {
  static let code = "attestation_obligations"
  static let title =
    "Un organisme privé atteste être à jour de ses obligations administratives, comptables, sociales et fiscales."
  static let explanation = """
    C’est le formulaire de l’appel qui l’exige ; le texte qui fonde cette attestation n’a pas été relu. Les communes et \
    leurs établissements ne sont pas concernés.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Attestations du formulaire de l’appel, d’après le Cerfa n° 12156 ; texte à vérifier"

  func judge(_ facts: Facts) -> Verdict {
    guard facts.application.applicant.isPrivateBody else { return .notApplicable }
    return Certification.judge(
      "attestations.obligations", facts,
      message: "Le porteur n’atteste pas être à jour de ses obligations.",
      remedy: "Régularisez sa situation, ou expliquez-la au secrétariat de l’appel.")
  }
}
