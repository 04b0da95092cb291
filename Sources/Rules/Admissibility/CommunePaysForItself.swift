import Contract
import Dossiers
import Vocabulary

/// A commune is asked only for actions located in it or carried by it.
struct CommunePaysForItself: AdmissibilityRule {
  static let code = "commune_paie_pour_elle"
  static let title =
    "Une commune n’est sollicitée que pour une action située sur son territoire ou portée par elle."
  static let explanation =
    "Une demande à une commune dit laquelle : chacune a sa propre enveloppe et ne paie que pour elle."
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Enveloppes de l’appel : chaque commune contribue pour les actions qui la concernent"
  static let wholes = FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    .judged(
      facts.requests.compactMap { placed in
        switch facts.standing(of: placed) {
        case .communeMissing: missing(placed, facts)
        case .foreignCommune(let insee): foreign(placed, insee, facts)
        case .reachable, .unknown, .noPurse, .watchExcluded, .unserved: nil
        }
      })
  }

  private func missing(_ placed: PlacedRequest, _ facts: Facts) -> Breach {
    let codes = facts.project.places.communes.map { insee in
      facts.reference.commune(insee: insee).map { "\"\(insee)\" (\($0.name))" } ?? "\"\(insee)\""
    }
    let choice = codes.isEmpty ? "." : ", par exemple \(codes.joined(separator: " ou "))."
    return placed.breach(
      "commune", "La demande à une commune ne dit pas laquelle.",
      remedy: "Ajoutez le code Insee de la commune sollicitée\(choice)")
  }

  private func foreign(_ placed: PlacedRequest, _ insee: String, _ facts: Facts) -> Breach {
    let name = facts.reference.commune(insee: insee)?.name ?? insee
    let purse = facts.call.purses(askedBy: placed.request).first
    return placed.breach(
      "commune", "La commune sollicitée (\(name)) n’est ni un lieu de l’action ni son porteur.",
      remedy: "Retirez cette demande, ou ajoutez la commune aux lieux si l’action s’y déroule.",
      source: purse?.source)
  }
}
