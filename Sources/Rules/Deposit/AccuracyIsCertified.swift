import Vocabulary

/// The applicant certifies that what it says is accurate.
struct AccuracyIsCertified: AdmissibilityRule {
  static let code = "attestation_exactitude"
  static let title = "Le porteur atteste que les renseignements donnés sont exacts et sincères."
  static let explanation =
    "Sans réponse, c’est un champ obligatoire qui manque ; la réponse « non » enfreint cette règle-ci."
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Attestations du formulaire de l’appel, d’après le Cerfa n° 12156 ; libellé à vérifier"

  private static let field = "attestations.exactitude"

  func judge(_ facts: Facts) -> Verdict {
    Certification.judge(
      Self.field, facts, message: "L’exactitude des renseignements n’est pas attestée.",
      remedy: "Relisez le dossier, puis répondez oui.")
  }
}
