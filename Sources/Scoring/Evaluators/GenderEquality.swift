import Dossiers

/// What the project does for equality between women and men.
enum GenderEquality: Evaluator {
  static let name = "egalite_femmes_hommes"
  static let settings = DescribedCommitment.settings

  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    DescribedCommitment.evaluate(
      facts.application.project.equalityText, substance: facts.descriptions.equality,
      settings: settings, subject: "l’égalité entre les femmes et les hommes")
  }
}
