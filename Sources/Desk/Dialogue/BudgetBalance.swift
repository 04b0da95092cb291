import Dossiers
import Forms
import Vocabulary

/// The running balance of the budget, in words, while it is being typed.
struct BudgetBalance {
  private static let money: Set<FieldID> = [
    "budget.charges", "budget.produits", "financement.demandes", "financement.acquis",
  ]
  private static let volunteering: Set<FieldID> = [
    "budget.emplois_volontaires", "budget.ressources_volontaires",
  ]

  private let application: Application

  init(_ answers: Answers) { application = Application(answers: answers) }

  /// What to say once this field has changed; nothing when it bears no part of the balance.
  func words(after field: FieldID) -> [String] {
    if Self.money.contains(field) { return budget }
    return Self.volunteering.contains(field) ? volunteers : []
  }

  private var budget: [String] {
    let own = application.budget.ownResources
    let plan = application.plan
    let cost = application.budget.cost
    let products = own + plan.securedTotal + plan.requestedTotal
    return [
      "Charges : \(cost.french). Produits : \(products.french) (\(own.french) hors subventions, "
        + "\(plan.securedTotal.french) acquis, \(plan.requestedTotal.french) demandés).",
      gap(cost, products, "charges", "produits"),
    ] + hint(cost, products)
  }

  private var volunteers: [String] {
    let uses = application.budget.volunteerUsesTotal
    let resources = application.budget.volunteerResourcesTotal
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

  /// The line to look at first: the one whose amount is exactly the gap, if there is one.
  private func hint(_ cost: Cents, _ products: Cents) -> [String] {
    let gap = cost > products ? cost - products : products - cost
    guard gap > .zero, cost > .zero, products > .zero else { return [] }
    let budget = application.budget
    let lines =
      (budget.charges + budget.resources).map { ("le compte \($0.account)", $0.amount) }
      + application.plan.requests.map { ("la demande à \($0.funder)", $0.amount) }
      + application.plan.secured.map { ("le financement de \($0.body)", $0.amount) }
    guard let suspect = lines.first(where: { $0.1 == gap }) else { return [] }
    return ["Relisez d’abord \(suspect.0) : son montant est exactement celui de l’écart."]
  }
}
