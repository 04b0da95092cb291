import Dossiers
import Forms
import Vocabulary

/// The charges equal the resources: own, secured and asked, to the cent.
struct BudgetBalances: AdmissibilityRule {
  static let code = "budget_equilibre"
  static let title = "Le total des charges égale le total des produits, au centime."
  static let explanation = """
    Les produits sont les ressources hors subventions, les subventions acquises et celles demandées dans cet appel ; \
    les contributions volontaires (comptes 86 et 87) se comparent à part. Le constat cherche la ligne qui \
    explique l’écart : même montant, moitié, chiffre déplacé ou interverti, demande aussi comptée en ressource propre.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire unique de demande de subvention (Cerfa n° 12156), budget prévisionnel : charges égales aux produits"
  static let wholes = FieldName.budget

  func judge(_ facts: Facts) -> Verdict {
    let budget = facts.application.budget
    guard !budget.charges.isEmpty else { return .notApplicable }
    let plan = facts.plan
    let resources = budget.ownResources + plan.securedTotal + plan.requestedTotal
    guard budget.cost != resources else { return .satisfied }
    let isShort = budget.cost > resources
    let gap = isShort ? budget.cost - resources : resources - budget.cost
    let charges = "les charges (\(budget.cost.french))"
    let products =
      "les produits (\(resources.french) : \(budget.ownResources.french) de ressources "
      + "hors subventions, \(plan.securedTotal.french) acquis, \(plan.requestedTotal.french) demandés)"
    let suspect = facts.application.budgetSuspicions().first
    return .breached([
      Breach(
        field: suspect?.field ?? facts.fieldID(of: .charges), line: suspect?.line,
        message: (isShort
          ? "\(charges) dépassent \(products)" : "\(products) dépassent \(charges)")
          .capitalizedFirst
          + " de \(gap.french).",
        remedy: suspect?.french
          ?? "Relisez chaque montant : il manque \(gap.french) d’un côté ou ils sont en trop de "
          + "l’autre.")
    ])
  }
}
