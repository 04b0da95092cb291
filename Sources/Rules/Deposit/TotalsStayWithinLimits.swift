import Contract
import Dossiers
import Forms
import Vocabulary

/// No total of the dossier is beyond what can be counted, nor the request beyond all the purses.
struct TotalsStayWithinLimits: AdmissibilityRule {
  static let code = "totaux_dans_les_limites"
  static let title =
    "Aucun total ne dépasse 90 000 000 000 000 €, et le total demandé tient dans les enveloppes de l’appel."
  static let explanation = """
    Un total démesuré est une faute de frappe. Le total demandé se compare à toutes les enveloppes de l’appel réunies, \
    ouvertes ou non à cette action.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Règlement de l’appel : enveloppes ouvertes"
  static let wholes = YearSections.years.flatMap { YearSections(year: $0).fields }

  func judge(_ facts: Facts) -> Verdict {
    let breaches = totals(facts).filter { !$0.amount.isWithinLimit }.map { tooLarge($0) }
    guard breaches.isEmpty else { return .breached(breaches) }
    let purses = facts.call.purses.map(\.amount).total()
    let asked = facts.plan.requestedTotal
    guard asked > purses else { return .satisfied }
    return .breached([
      Breach(
        field: FieldName.requests,
        message: "\(asked.french) sont demandés, or toutes les enveloppes de l’appel réunies font "
          + "\(purses.french).",
        remedy: "Relisez les montants demandés : ils s’écrivent en euros.",
        source: facts.call.source)
    ])
  }

  private struct Total {
    let name: String
    let field: FieldID
    let amount: Cents
  }

  private func totals(_ facts: Facts) -> [Total] {
    totals(of: facts.application.budget, facts.plan, in: YearSections(year: 1))
      + facts.application.laterYears.flatMap {
        totals(of: $0.budget, $0.plan, in: YearSections(year: $0.year))
      }
  }

  private func totals(
    of budget: Budget, _ plan: FinancingPlan, in sections: YearSections
  ) -> [Total] {
    [
      Total(name: "Les charges", field: sections.charges, amount: budget.cost),
      Total(
        name: "Les ressources hors subventions", field: sections.resources,
        amount: budget.ownResources),
      Total(name: "Les demandes", field: sections.requests, amount: plan.requestedTotal),
      Total(
        name: "Les financements acquis", field: sections.secured, amount: plan.securedTotal),
      Total(
        name: "Les emplois des contributions volontaires", field: sections.volunteerUses,
        amount: budget.volunteerUsesTotal),
      Total(
        name: "Les ressources des contributions volontaires", field: sections.volunteerResources,
        amount: budget.volunteerResourcesTotal),
    ]
  }

  private func tooLarge(_ total: Total) -> Breach {
    Breach(
      field: total.field,
      message: "\(total.name) totalisent \(total.amount.french), au-delà de la limite de "
        + "\(Cents.limit.french).",
      remedy: "Relisez ces montants : ils s’écrivent en euros.")
  }
}
