import Dossiers
import Vocabulary

/// The share of the public that lives in priority districts.
enum DistrictPublic: Evaluator {
  static let name = "public_qpv"
  static let settings: [EvaluatorSetting] = [.rate("bas_bp"), .rate("haut_bp", above: "bas_bp")]

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    guard let share = facts.application.project.audience.districtShare else {
      return .nothing("La part du public habitant les quartiers prioritaires n’est pas indiquée.")
    }
    let low = settings["bas_bp", default: 0]
    let high = settings["haut_bp", default: 0]
    return Evaluation(
      ratio: Share.rising(Int(share.count), from: low, to: high),
      reason: "\(share.french) du public habite un quartier prioritaire\u{00A0}; "
        + "les points vont de "
        + "\(BasisPoints(Int64(low)).french) (aucun) à \(BasisPoints(Int64(high)).french) (tous).",
      evidence: "part du public en quartier prioritaire\u{00A0}: \(share.french)")
  }
}
