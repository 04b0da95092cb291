import Contract
import Dossiers
import Vocabulary

/// Above 23 000 € a year from one payer, a private body signs an agreement.
struct AgreementWillBeRequired: AdmissibilityRule {
  static let code = "convention_requise"
  static let title =
    "Au-delà de 23 000 € par an d’un même payeur public, un organisme privé signe une convention."
  static let explanation = """
    Le seuil est strict et porte sur l’année entière. Sont comptés ce dossier et, quand ils sont connus, les autres dossiers \
    du porteur dans le même appel ; ce que le payeur lui verse ailleurs s’y ajoute, et n’est pas connu ici. Les demandes dont \
    les enveloppes n’ont pas toutes le même payeur sont comptées à part.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.information
  static let source = AgreementLaw.source

  /// An agreement is signed strictly above this amount.
  static let threshold = AgreementLaw.threshold

  func judge(_ facts: Facts) -> Verdict {
    guard facts.application.applicant.isPrivateBody else { return .notApplicable }
    var payers: [String] = []
    var totals: [String: Cents] = [:]
    for placed in facts.requests {
      let payer = payer(of: placed, facts)
      if totals[payer] == nil { payers.append(payer) }
      totals[payer, default: .zero] += placed.request.amount
    }
    let elsewhere = facts.otherRequests.reduce(into: [String: Cents]()) { sums, request in
      sums[payer(of: request, facts.call), default: .zero] += request.amount
    }
    return .judged(
      payers.compactMap { payer in
        guard let here = totals[payer] else { return nil }
        let others = elsewhere[payer] ?? .zero
        return here + others > Self.threshold
          ? breach(payer, here: here, others: others, facts) : nil
      })
  }

  private func breach(
    _ payer: String, here: Cents, others: Cents, _ facts: Facts
  ) -> Breach {
    let name = facts.reference.funder(payer)?.name ?? payer
    let scope =
      others == .zero
      ? "dans ce dossier"
      : "dans cet appel, dont \(here.french) dans ce dossier et le reste dans d’autres dossiers du "
        + "porteur"
    return Breach(
      field: FieldName.requests,
      message: "\((here + others).french) sont demandés à un même payeur (\(name)) \(scope) : s’il "
        + "accorde plus de \(Self.threshold.french), une convention sera signée.",
      remedy: "Rien à faire maintenant ; prévoyez ce délai avant le premier versement.")
  }

  /// The legal person that would pay, when the purses open to the request have only one.
  private func payer(of placed: PlacedRequest, _ facts: Facts) -> String {
    onlyPayer(of: facts.openPurses(for: placed)) ?? placed.request.funder
  }

  /// The same for a request of another dossier, whose action is not known here.
  private func payer(of request: FinancingPlan.Request, _ call: Call) -> String {
    onlyPayer(of: call.purses(askedBy: request)) ?? request.funder
  }

  private func onlyPayer(of purses: [Purse]) -> String? {
    let payers = Set(purses.map(\.payer))
    return payers.count == 1 ? payers.first : nil
  }
}
