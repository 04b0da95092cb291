public import Vocabulary

/// The scoring grid of a call, a version of its own.
public struct Grid: Hashable, Sendable, Codable {
  public let version: String
  public let title: String
  public let criteria: [Criterion]
}

/// One criterion of a grid: an evaluator named in code, its weight and its settings as data.
public struct Criterion: Hashable, Sendable, Codable {
  public let code: String
  public let label: String
  /// Name of the evaluator.
  public let evaluator: String
  /// Points given when the criterion is fully met; the weights of a grid sum to 100.
  public let weight: Int
  /// Whole-number settings of the evaluator.
  public let settings: [String: Int]
  public let source: LegalSource
}
