import Contract
import Dossiers
import Vocabulary

/// A dossier holds the papers that the call asks for.
struct ExpectedPapersArePresent: AdmissibilityRule {
  static let code = "pieces_attendues"
  static let title = "Le dossier contient les pièces que l’appel demande."
  static let explanation = """
    Celles que l’appel ne marque pas « bloquante » : leur absence se signale et se répare, elle ne refuse rien. Un seul \
    constat les nomme toutes.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Règlement de l’appel : pièces à joindre"

  func judge(_ facts: Facts) -> Verdict {
    guard let missing = facts.missingPieces(blocking: false) else { return .notApplicable }
    guard let first = missing.first else { return .satisfied }
    let names = missing.map(\.rule.label).joined(separator: " ; ")
    return .breached([
      Breach(
        field: nil,
        message:
          "\(FrenchNumber.count(missing.count, "pièce attendue manque", "pièces attendues manquent")) : \(names).",
        remedy:
          "Joignez chacune : aap piece joindre NUMÉRO FICHIER --type \(first.rule.kind.rawValue), et ainsi de suite."
      )
    ])
  }
}
