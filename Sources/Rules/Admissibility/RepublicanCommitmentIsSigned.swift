import Dossiers
import Vocabulary

/// An association or a foundation that asks for a grant subscribes to the republican commitment.
struct RepublicanCommitmentIsSigned: AdmissibilityRule {
  static let code = "engagement_republicain"
  static let title =
    "Une association ou une fondation qui demande une subvention souscrit au contrat d’engagement républicain."
  static let explanation = """
    Jugée au jour de la demande, au plus tard le dernier jour de l’appel. Les personnes publiques, les \
    bailleurs et les sociétés ne sont pas concernés ; une association agréée ou reconnue d’utilité publique est réputée \
    avoir souscrit et répond oui.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Loi n° 2000-321 du 12 avril 2000, art. 10-1 ; décret n° 2021-1947 du 31 décembre 2021"
  static let inForceSince = Day(year: 2022, month: 1, day: 2)

  private static let field = "attestations.engagement_republicain"

  func judge(_ facts: Facts) -> Verdict {
    guard facts.application.applicant.signsRepublicanCommitment else { return .notApplicable }
    guard facts.field(Self.field) != nil else {
      return .undecided(missing: "la souscription au contrat, que ce formulaire ne demande pas")
    }
    return Certification.judge(
      Self.field, facts,
      message: "Le porteur n’a pas souscrit au contrat d’engagement républicain.",
      remedy: "Lisez le contrat, informez-en vos membres, puis répondez oui.")
  }
}
