import Dossiers
import Forms
import Vocabulary

/// Above 153 000 € of public grants in a year, a private body has its accounts certified.
struct AccountsAreCertified: AdmissibilityRule {
  static let code = "comptes_certifies"
  static let title =
    "Au-delà de 153 000 € de subventions publiques dans l’année, un organisme privé fait certifier ses comptes."
  static let explanation = """
    Le seuil est strict. Le total est celui que déclare le porteur ; sans réponse, ce qu’il demande dans cet appel. Le \
    texte vise les associations : une fondation, une société ou une mutuelle a aussi ses propres obligations, que ce \
    programme ne connaît pas.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.information
  static let source: LegalSource =
    "Code de commerce, art. L. 612-4 et D. 612-5 ; décret n° 2009-540 du 14 mai 2009"

  /// Accounts are certified strictly above this amount.
  private static let threshold = Cents(euros: 153_000)

  func judge(_ facts: Facts) -> Verdict {
    guard facts.application.applicant.isPrivateBody else { return .notApplicable }
    let declared = facts.application.applicant.publicGrants
    let total = declared ?? askedInTheCall(facts)
    guard total > Self.threshold else { return .satisfied }
    return .breached([
      Breach(
        field: declared == nil ? FieldName.requests : FieldName.publicGrants,
        message: declared == nil
          ? "\(total.french) sont demandés dans cet appel : accordés, ils dépasseraient "
            + "\(Self.threshold.french) de subventions publiques dans l’année."
          : "Le porteur déclare \(total.french) de subventions publiques dans l’année, plus que "
            + "\(Self.threshold.french).",
        remedy: "Joignez les comptes annuels certifiés par un commissaire aux comptes.")
    ])
  }

  private func askedInTheCall(_ facts: Facts) -> Cents {
    facts.plan.requestedTotal + facts.otherRequests.lazy.map(\.amount).total()
  }
}
