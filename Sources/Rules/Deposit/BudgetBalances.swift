import Dossiers
import Forms
import Vocabulary

/// The charges equal the resources: own, secured and asked, to the cent.
struct BudgetBalances: AdmissibilityRule {
  static let code = "budget_equilibre"
  static let title = "Le total des charges égale le total des produits, au centime."
  static let explanation = """
    Les produits sont les ressources hors subventions, les subventions acquises et celles demandées dans cet appel ; \
    les contributions volontaires (comptes 86 et 87) se comparent à part. Le constat cherche la ligne dont le montant \
    égale l’écart.
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
    let suspect = suspects(facts).first { $0.amount == gap }
    return .breached([
      Breach(
        field: suspect?.field ?? facts.fieldID(of: .charges), line: suspect?.line,
        message: (isShort
          ? "\(charges) dépassent \(products)" : "\(products) dépassent \(charges)")
          .capitalizedFirst
          + " de \(gap.french).",
        remedy: remedy(suspect, gap: gap))
    ])
  }

  private struct Suspect {
    let field: FieldID
    let line: Int?
    let amount: Cents
    let name: String
  }

  private func remedy(_ suspect: Suspect?, gap: Cents) -> String {
    guard let suspect else {
      return
        "Relisez chaque montant : il manque \(gap.french) d’un côté ou ils sont en trop de l’autre."
    }
    let line = suspect.line.map { ", ligne \($0)" } ?? ""
    return "Regardez d’abord \(suspect.name)\(line) : son montant est exactement celui de l’écart."
  }

  /// Every line that may be the one forgotten or counted twice.
  private func suspects(_ facts: Facts) -> [Suspect] {
    let sides: [AccountSide] = [.charges, .resources]
    let accounts = sides.flatMap { side in
      let id = facts.fieldID(of: side) ?? "budget"
      return facts.application.budget.amounts(of: side).map {
        Suspect(
          field: "\(id).\($0.account)", line: $0.line, amount: $0.amount,
          name: "le compte \($0.account)")
      }
    }
    let requests = facts.requests.map {
      Suspect(
        field: "\($0.path).montant", line: $0.request.line, amount: $0.request.amount,
        name: "la demande à \($0.request.funder)")
    }
    let secured = facts.plan.secured.enumerated().map { index, secured in
      Suspect(
        field: "\(FieldName.secured)[\(index + 1)].montant", line: secured.line,
        amount: secured.amount, name: "le financement acquis de \(secured.body)")
    }
    return accounts + requests + secured
  }
}
