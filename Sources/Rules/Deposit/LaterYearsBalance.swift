import Dossiers
import Forms
import Vocabulary

/// Each year after the first has a budget that balances, voluntary contributions apart.
struct LaterYearsBalance: AdmissibilityRule {
  static let code = "annees_equilibrees"
  static let title =
    "Quand la demande porte sur plusieurs années, le budget de chacune est équilibré, au centime."
  static let explanation = """
    Les charges d’une année égalent ses ressources, ses subventions acquises et celles demandées ; les emplois des \
    contributions volontaires égalent leurs ressources. La première année relève de « budget_equilibre » et de \
    « contributions_equilibrees ».
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Formulaire unique de demande de subvention (Cerfa n° 12156), budget prévisionnel : charges égales aux produits"
  static let wholes = YearSections.years.dropFirst().flatMap { YearSections(year: $0).fields }

  func judge(_ facts: Facts) -> Verdict {
    let years = facts.application.laterYears
    guard !years.isEmpty else { return .notApplicable }
    return .judged(
      years.flatMap { [unbalanced($0, facts), unbalancedVolunteering($0)].compactMap { $0 } })
  }

  private func unbalanced(_ year: Application.LaterYear, _ facts: Facts) -> Breach? {
    let cost = year.budget.cost
    let resources =
      year.budget.ownResources + year.plan.securedTotal + year.plan.requestedTotal
    guard !year.budget.charges.isEmpty, cost != resources else { return nil }
    let gap = cost > resources ? cost - resources : resources - cost
    let suspect = facts.application.budgetSuspicions(year: year.year).first
    return Breach(
      field: suspect?.field ?? YearSections(year: year.year).charges, line: suspect?.line,
      message: "Année \(year.year) : les charges totalisent \(cost.french) et les produits "
        + "\(resources.french), soit un écart de \(gap.french).",
      remedy: suspect?.french
        ?? "Relisez chaque montant de l’année \(year.year) : les deux totaux doivent être égaux.")
  }

  private func unbalancedVolunteering(_ year: Application.LaterYear) -> Breach? {
    let uses = year.budget.volunteerUsesTotal
    let resources = year.budget.volunteerResourcesTotal
    guard uses != resources else { return nil }
    let sections = YearSections(year: year.year)
    return Breach(
      field: uses > resources ? sections.volunteerResources : sections.volunteerUses,
      message: "Année \(year.year) : le compte 86 totalise \(uses.french) et le compte 87 "
        + "\(resources.french).",
      remedy: "Ce qui est donné est aussi employé : inscrivez le même total des deux côtés.")
  }
}
