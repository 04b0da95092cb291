import Contract
import Dossiers
import Vocabulary

/// A dossier holds the papers without which the call does not examine it.
struct CompulsoryPapersArePresent: AdmissibilityRule {
  static let code = "pieces_presentes"
  static let title = "Le dossier contient les pièces sans lesquelles l’appel ne l’examine pas."
  static let explanation = """
    L’appel les marque « bloquante » parmi les pièces qu’il exige, et dit de qui et dans quel cas. La règle ne juge que \
    les dossiers déposés, avec les pièces jointes à ce moment-là.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : pièces à joindre"

  func judge(_ facts: Facts) -> Verdict {
    guard let missing = facts.missingPieces(blocking: true) else { return .notApplicable }
    return .judged(
      missing.map { piece in
        Breach(
          field: nil,
          message: "Il manque une pièce obligatoire : \(piece.rule.label). \(piece.reason)",
          remedy:
            "Joignez-la : aap piece joindre NUMÉRO FICHIER --type \(piece.rule.kind.rawValue).",
          source: piece.rule.source)
      })
  }
}

extension Facts {
  /// The papers the call asks and that are not there, compulsory ones or others; `nil` when nobody looked
  /// at the papers, or when none of these is asked.
  func missingPieces(blocking isBlocking: Bool) -> [PieceRequirement]? {
    let required = application.requiredPieces(in: call.pieces)
      .filter { $0.rule.isBlocking == isBlocking }
    guard let pieces, !required.isEmpty else { return nil }
    return required.filter { !pieces.contains($0.rule.kind) }
  }
}
