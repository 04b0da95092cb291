import Dossiers
import Vocabulary

/// The cost of the project for each person expected, rounded down to the cent.
enum CostPerBeneficiary: Evaluator {
  static let name = "cout_par_beneficiaire"
  static let settings = [
    EvaluatorSetting("bas_centimes", 0...1_000_000_000),
    EvaluatorSetting("haut_centimes", 0...1_000_000_000, above: "bas_centimes"),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let cost = facts.application.budget.cost
    guard cost > .zero else { return .nothing("Le budget ne compte aucune charge.") }
    guard let count = facts.application.project.audience.count, count > 0 else {
      return .nothing("Le nombre de bénéficiaires n’est pas indiqué.")
    }
    let each = Cents(cost.rawValue / Int64(count))
    let low = settings["bas_centimes", default: 0]
    let high = settings["haut_centimes", default: 0]
    return Evaluation(
      ratio: Share.falling(Int(each.rawValue), from: low, to: high),
      reason: "L’action coûte \(each.french) par bénéficiaire\u{00A0}; tous les points jusqu’à "
        + "\(Cents(Int64(low)).french), aucun à partir de \(Cents(Int64(high)).french).",
      evidence: "\(cost.french) pour \(FrenchNumber.text(count)) personnes")
  }
}
