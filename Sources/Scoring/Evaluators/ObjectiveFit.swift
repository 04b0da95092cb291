import Dossiers
import Matching
import Vocabulary

/// The project's own words lead to the objective it declares.
///
/// The declared objective's score, from words alone, is compared with the best one. Under three
/// words in common, the ratio falls in proportion: a title is not a project.
enum ObjectiveFit: Evaluator {
  static let name = "adequation_objectif"
  static let settings: [EvaluatorSetting] = []
  private static let enoughWords = 3

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let code = facts.application.project.objective
    guard !code.isEmpty else { return .nothing("Aucun objectif principal n’est indiqué.") }
    guard let best = facts.matches.max(by: { ($0.textScore, $1.code) < ($1.textScore, $0.code) }),
      best.textScore > 0
    else { return .nothing("Le texte du projet n’a aucun mot en commun avec le plan d’action.") }
    guard let own = facts.matches.first(where: { $0.code == code }), own.textScore > 0 else {
      return .nothing(
        "Aucun mot du projet ne rejoint l’objectif \(code)\u{00A0}; "
          + "le plus proche est \(best.code).")
    }
    let ratio = Share.rising(own.textScore, from: 0, to: best.textScore)
    let words = min(own.words.count, enoughWords)
    return Evaluation(
      ratio: ratio * words / enoughWords, reason: reason(code, best: best.code, ratio, words),
      evidence: own.words.map { "« \($0) »" }.joined(separator: ", "))
  }

  private static func reason(_ code: String, best: String, _ ratio: Int, _ words: Int) -> String {
    let nearness =
      ratio == Evaluation.whole
      ? "L’objectif déclaré, \(code), est le plus proche des mots du projet"
      : "L’objectif déclaré, \(code), atteint \(BasisPoints(Int64(ratio / 100)).french) "
        + "du plus proche, \(best)"
    guard words < enoughWords else { return nearness + "." }
    return nearness + "\u{00A0}; mots en commun\u{00A0}: \(words) sur \(enoughWords) attendus."
  }
}
