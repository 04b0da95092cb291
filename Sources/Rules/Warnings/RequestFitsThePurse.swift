import Contract
import Dossiers
import Vocabulary

/// A request is not above what the purses of its funder may give to one action.
struct RequestFitsThePurse: AdmissibilityRule {
  static let code = "plafond_enveloppe"
  static let title =
    "Une demande ne dépasse pas ce que les enveloppes du financeur peuvent donner à une action."
  static let explanation = """
    Chaque enveloppe est bornée par son montant, son plafond et son taux ; celles d’un même financeur s’ajoutent. \
    Au-delà, la demande reste recevable mais ne pourra être servie en entier.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Enveloppes de l’appel : plafonds et taux"
  static let wholes = [FieldName.charges] + FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    .judged(
      facts.requests.compactMap { placed in
        let purses = facts.openPurses(for: placed)
        let most = purses.map { facts.application.ceiling(of: $0) }.total()
        guard let first = purses.first, placed.request.amount > most else { return nil }
        return placed.breach(
          "montant",
          "\(placed.request.amount.french) sont demandés à \(facts.funderName(of: placed.request)), "
            + "qui peut donner au plus \(most.french) à cette action.",
          remedy: "Réduisez la demande de \((placed.request.amount - most).french), ou trouvez "
            + "un autre financeur pour cette part.",
          source: first.source)
      })
  }
}
