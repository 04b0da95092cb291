import Dossiers
import Forms
import Vocabulary

/// The running balance of the budget of each year, in words, while it is being typed.
struct RunningBalance {
  private let application: Application

  init(_ answers: Answers) { application = Application(answers: answers) }

  /// What to say once this field has changed; nothing when it bears no part of a balance.
  func words(after field: FieldID) -> [String] {
    for year in YearSections.years {
      let sections = YearSections(year: year)
      guard sections.fields.contains(field), let (budget, plan) = money(of: year) else { continue }
      return sections.wholes.contains(field)
        ? balance(budget, plan, year: year) : volunteers(budget)
    }
    return []
  }

  private func money(of year: Int) -> (budget: Budget, plan: FinancingPlan)? {
    if year == 1 { return (application.budget, application.plan) }
    return application.laterYears.first { $0.year == year }.map { ($0.budget, $0.plan) }
  }

  private func balance(_ budget: Budget, _ plan: FinancingPlan, year: Int) -> [String] {
    let own = budget.ownResources
    let cost = budget.cost
    let products = own + plan.securedTotal + plan.requestedTotal
    return [
      "Charges : \(cost.french). Produits : \(products.french) (\(own.french) hors subventions, "
        + "\(plan.securedTotal.french) acquis, \(plan.requestedTotal.french) demandés).",
      gap(cost, products, "charges", "produits"),
    ] + hint(cost, products, year: year)
  }

  private func volunteers(_ budget: Budget) -> [String] {
    let uses = budget.volunteerUsesTotal
    let resources = budget.volunteerResourcesTotal
    return [
      "Contributions volontaires : emplois (86) \(uses.french), ressources (87) \(resources.french).",
      gap(uses, resources, "emplois", "ressources"),
    ]
  }

  private func gap(_ left: Cents, _ right: Cents, _ leftName: String, _ rightName: String) -> String
  {
    if left == right { return "Les \(leftName) égalent les \(rightName)." }
    return left > right
      ? "Il manque \((left - right).french) en \(rightName)."
      : "Il manque \((right - left).french) en \(leftName)."
  }

  /// The line to look at first, once both sides are begun: before, every line is the gap.
  private func hint(_ cost: Cents, _ products: Cents, year: Int) -> [String] {
    guard cost > .zero, products > .zero else { return [] }
    guard let suspicion = application.budgetSuspicions(year: year).first else { return [] }
    let end = suspicion.explanation.hasSuffix("?") ? "" : "."
    return ["Regardez d’abord \(suspicion.name) : \(suspicion.explanation)\(end)"]
  }
}
