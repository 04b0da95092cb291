import Contract
import Dossiers
import Vocabulary

/// One funder, or one commune, is asked on one line only.
struct FunderIsAskedOnce: AdmissibilityRule {
  static let code = "financeur_demande_deux_fois"
  static let title = "Un même financeur, ou une même commune, est sollicité sur une seule ligne."
  static let explanation =
    "Deux lignes s’additionnent ; le plus souvent, l’une est une recopie ou vise un autre financeur."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Formulaire de l’appel : une ligne par financeur"

  private struct Asked: Hashable {
    let funder: String
    let commune: String?
  }

  func judge(_ facts: Facts) -> Verdict {
    var first: [Asked: PlacedRequest] = [:]
    return .judged(
      facts.requests.filter { !$0.isCommuneUnreadable }.compactMap { placed in
        let asked = Asked(funder: placed.request.funder, commune: placed.request.commune)
        guard let earlier = first[asked] else {
          first[asked] = placed
          return nil
        }
        let line = earlier.request.line.map { " ligne \($0)" } ?? ""
        return placed.breach(
          "financeur",
          "\(facts.funderName(of: placed.request).capitalizedFirst) : déjà sollicité\(line), pour "
            + "\(earlier.request.amount.french).",
          remedy: "Regroupez les deux montants sur une ligne, ou corrigez le financeur.")
      })
  }
}
