import Contract
import Dossiers
import Vocabulary

/// The same amount of the same funder is not both secured and asked for.
struct MoneyIsCountedOnce: AdmissibilityRule {
  static let code = "argent_compte_deux_fois"
  static let title =
    "Un même montant d’un même financeur n’est pas à la fois acquis et demandé."
  static let explanation = """
    L’organisme déclaré comme acquis est reconnu par son identifiant, son nom ou une autre écriture ; une commune, par \
    son nom. Seul un montant identique, au centime, enfreint la règle : un financeur peut compléter ce qu’il a accordé.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire de l’appel : n’est acquis que ce qui est notifié ou voté, n’est demandé que le reste"

  func judge(_ facts: Facts) -> Verdict {
    guard !facts.plan.secured.isEmpty else { return .notApplicable }
    return .judged(
      facts.requests.compactMap { placed in
        let twin = facts.plan.secured.first {
          $0.amount == placed.request.amount && isSame($0.body, placed.request, facts)
        }
        return twin.map { breach(placed, $0) }
      })
  }

  private func isSame(_ body: String, _ request: FinancingPlan.Request, _ facts: Facts) -> Bool {
    if let insee = request.commune {
      return facts.reference.commune(named: Self.communeName(in: body))?.insee == insee
    }
    return facts.reference.funder(meantBy: body)?.id == request.funder
  }

  /// `Ville de Lens` names `Lens`.
  private static func communeName(in body: String) -> String {
    let prefixes = [
      "commune de ", "ville de ", "mairie de ", "commune d'", "ville d'", "mairie d'",
    ]
    let folded = body.folded.trimmedOfSpaces
    let prefix = prefixes.first { folded.hasPrefix($0) } ?? ""
    return String(folded.dropFirst(prefix.count))
  }

  private func breach(_ placed: PlacedRequest, _ secured: FinancingPlan.Secured) -> Breach {
    let line = secured.line.map { " (ligne \($0))" } ?? ""
    return placed.breach(
      "montant",
      "\(placed.request.amount.french) sont demandés à \(placed.request.funder) et déjà inscrits comme "
        + "acquis de « \(secured.body) »\(line).",
      remedy: "Gardez la ligne acquise si la décision est notifiée ou votée, sinon la demande.")
  }
}
