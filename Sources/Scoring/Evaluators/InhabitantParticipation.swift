import Dossiers
import Matching
import Vocabulary

/// How far inhabitants take part, by the level declared and described.
///
/// A level that nothing describes counts as none.
enum InhabitantParticipation: Evaluator {
  static let name = "participation_habitants"
  static let settings: [EvaluatorSetting] = [
    .rate("aucune"), .rate("information"), .rate("consultation"), .rate("co_construction"),
  ]
  /// Different meaningful words that a description has at least.
  private static let enoughWords = 3

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    let project = facts.application.project
    let words = facts.descriptions.participation.words
    let level = project.participation
    guard level == .none || words >= enoughWords else {
      return Evaluation(
        ratio: ratio(of: "aucune", settings),
        reason: "Le niveau « \(french(level)) » est déclaré sans être décrit\u{00A0}: "
          + "il compte comme aucune participation.", evidence: "")
    }
    return Evaluation(
      ratio: ratio(of: level.rawValue, settings),
      reason: level == .none
        ? "Aucune participation des habitants n’est prévue."
        : "Niveau déclaré et décrit\u{00A0}: \(french(level)).",
      evidence: project.participationText?.excerpt ?? "")
  }

  private static func ratio(of level: String, _ settings: [String: Int]) -> Int {
    settings[level, default: 0] * 100
  }

  private static func french(_ level: Project.Participation) -> String {
    switch level {
    case .none: "aucune"
    case .information: "information"
    case .consultation: "consultation"
    case .coConstruction: "co-construction"
    }
  }
}
