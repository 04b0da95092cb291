import Vocabulary

/// The need of the districts concerned: the lower their median income, the more points.
///
/// Several districts give the mean of what each gives, so that adding one more is never a trick; with
/// `selon_population`, each weighs as many as its inhabitants.
enum DistrictNeed: Evaluator {
  static let name = "besoin_quartier"
  static let settings: [EvaluatorSetting] = [
    EvaluatorSetting("revenu_bas", 0...1_000_000),
    EvaluatorSetting("revenu_haut", 0...1_000_000, above: "revenu_bas"), .rate("inconnu_bp"),
    EvaluatorSetting("selon_population", 0...1, fallback: 0),
  ]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    guard !facts.districts.isEmpty else {
      return .nothing("Aucun quartier prioritaire du contrat n’est indiqué.")
    }
    let low = settings["revenu_bas", default: 0]
    let high = settings["revenu_haut", default: 0]
    let unknown = settings["inconnu_bp", default: 0] * 100
    let ratios = facts.districts.map { district in
      district.medianIncome.map { Share.falling($0, from: low, to: high) } ?? unknown
    }
    let count = ratios.count
    let byPopulation =
      Self.settings[3].value(in: settings) == 1
      && facts.districts.allSatisfy { ($0.population ?? 0) > 0 }
    let weights = facts.districts.map { byPopulation ? $0.population ?? 1 : 1 }
    let total = weights.reduce(0, +)
    return Evaluation(
      ratio: (zip(ratios, weights).reduce(0) { $0 + $1.0 * $1.1 } + total / 2) / total,
      reason: "Revenu médian, en moyenne des quartiers"
        + (byPopulation ? " selon leur population" : "") + "\u{00A0}: tous les points jusqu’à "
        + "\(FrenchNumber.text(low))\u{00A0}€ par an, aucun à partir de "
        + "\(FrenchNumber.text(high))\u{00A0}€.",
      evidence: facts.districts.prefix(5).map(french).joined(separator: ", ")
        + (count > 5 ? "…" : ""))
  }

  private static func french(_ district: ScoringFacts.DistrictFacts) -> String {
    let income =
      district.medianIncome.map { "\(FrenchNumber.text($0))\u{00A0}€" } ?? "revenu inconnu"
    return "\(district.name) (\(income))"
  }
}
