import Dossiers

/// What the project does against discrimination.
enum AntiDiscrimination: Evaluator {
  static let name = "lutte_discriminations"
  static let settings = DescribedCommitment.settings

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    DescribedCommitment.evaluate(
      facts.application.project.discriminationText, substance: facts.descriptions.discrimination,
      settings: settings, subject: "la lutte contre les discriminations")
  }
}
