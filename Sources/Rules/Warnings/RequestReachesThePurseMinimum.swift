import Contract
import Dossiers
import Vocabulary

/// A request reaches the least amount that a purse of its funder gives.
struct RequestReachesThePurseMinimum: AdmissibilityRule {
  static let code = "minimum_enveloppe"
  static let title = "Une demande atteint le montant minimal d’une enveloppe du financeur."
  static let explanation =
    "Si toutes les enveloppes ouvertes à l’action ont un minimum, la demande doit atteindre le plus bas."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Enveloppes de l’appel : montants minimaux"

  func judge(_ facts: Facts) -> Verdict {
    .judged(
      facts.requests.compactMap { placed in
        let purses = facts.openPurses(for: placed)
        let least = purses.min { ($0.minimum ?? .zero) < ($1.minimum ?? .zero) }
        guard let least, let minimum = least.minimum, placed.request.amount < minimum else {
          return nil
        }
        return placed.breach(
          "montant",
          "\(placed.request.amount.french) sont demandés à \(facts.funderName(of: placed.request)), "
            + "qui n’accorde rien au-dessous de \(minimum.french).",
          remedy: "Demandez au moins \(minimum.french), ou adressez-vous à un autre financeur.",
          source: least.source)
      })
  }
}
