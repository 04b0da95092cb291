/// How near a project is to an objective, and by which words.
public struct ObjectiveMatch: Hashable, Sendable, Codable {
  /// The evidence shown when the applicant named the objective.
  public static let declaredEvidence = "objectif déclaré"

  public let code: String
  /// 0 to 1 000 000; the declared objective has a small advance, never enough to win alone.
  public let score: Int
  /// The score of the words alone, without the advance of the declared objective.
  public let textScore: Int
  /// Words as the project writes them, those that count most first.
  public let evidence: [String]

  /// States a match.
  public init(code: String, score: Int, textScore: Int, evidence: [String]) {
    self.code = code
    self.score = score
    self.textScore = textScore
    self.evidence = evidence
  }

  /// The words among the evidence.
  public var words: [String] { evidence.filter { $0 != Self.declaredEvidence } }
}
