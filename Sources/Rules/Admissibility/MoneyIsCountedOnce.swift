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
    let requests = facts.requests
    let asked = Set(requests.map(\.request.amount))
    let suspects = facts.plan.secured.filter { asked.contains($0.amount) }
    guard !suspects.isEmpty else { return .satisfied }
    let payers = PayersByName(facts.reference)
    var secured: [Payment: FinancingPlan.Secured] = [:]
    for suspect in suspects {
      for payer in payers.named(suspect.body) {
        let payment = Payment(payer: payer, amount: suspect.amount)
        if secured[payment] == nil { secured[payment] = suspect }
      }
    }
    return .judged(
      requests.compactMap { placed in
        secured[Payment(placed.request)].map { breach(placed, $0) }
      })
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

/// Who pays: a funder of the contract, or one commune.
private enum Payer: Hashable {
  case funder(FunderID)
  case commune(String)
}

/// An amount and who pays it.
private struct Payment: Hashable {
  let payer: Payer
  let amount: Cents

  init(payer: Payer, amount: Cents) {
    self.payer = payer
    self.amount = amount
  }

  init(_ request: FinancingPlan.Request) {
    payer = request.commune.map { .commune($0) } ?? .funder(request.funder)
    amount = request.amount
  }
}

/// Funders and communes by each of their spellings, folded once for many names.
private struct PayersByName {
  private var funders: [String: FunderID] = [:]
  private var communes: [String: String] = [:]
  private let identifiers: Set<FunderID>

  init(_ reference: ReferenceData) {
    identifiers = Set(reference.funders.map(\.id))
    for funder in reference.funders {
      for name in [funder.name] + funder.aliases where funders[name.folded] == nil {
        funders[name.folded] = funder.id
      }
    }
    for commune in reference.communes where communes[commune.name.folded] == nil {
      communes[commune.name.folded] = commune.insee
    }
  }

  /// Whoever this text may name: a funder, a commune, or both.
  func named(_ text: String) -> [Payer] {
    let folded = text.folded.trimmedOfSpaces
    let funder = identifiers.contains(text) ? text : funders[folded]
    let commune = communes[Self.communeName(in: folded)]
    return [funder.map { .funder($0) }, commune.map { .commune($0) }].compactMap { $0 }
  }

  /// `ville de lens` names `lens`.
  private static func communeName(in folded: String) -> String {
    let prefixes = [
      "commune de ", "ville de ", "mairie de ", "commune d'", "ville d'", "mairie d'",
    ]
    let prefix = prefixes.first { folded.hasPrefix($0) } ?? ""
    return String(folded.dropFirst(prefix.count))
  }
}
