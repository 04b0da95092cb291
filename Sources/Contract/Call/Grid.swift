public import Vocabulary

/// The scoring grid of a call, a version of its own.
public struct Grid: Hashable, Sendable, Codable {
  public let version: String
  public let title: String
  public let criteria: [Criterion]
  /// As read in the file; `nil` in grids that say nothing.
  let aggregationName: Aggregation?

  /// How the marks of several reviewers make one.
  public enum Aggregation: String, Hashable, Sendable, Codable, CaseIterable {
    case mean = "moyenne"
    case median = "mediane"
  }

  /// How the marks of several reviewers make one: their mean when the grid says nothing.
  public var aggregation: Aggregation { aggregationName ?? .mean }

  /// The criterion of this code.
  public func criterion(_ code: String) -> Criterion? { criteria.first { $0.code == code } }

  /// Criteria that people mark.
  public var humanCriteria: [Criterion] { criteria.filter(\.isHuman) }
}

/// One criterion of a grid: an evaluator named in code, or people; its weight and settings as data.
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
  /// As read in the file; `nil` when it says nothing.
  let scaleTexts: [String]?

  /// The name, instead of an evaluator's, of a criterion that people mark.
  public static let human = "note_humaine"
  /// The highest mark; the lowest is 0.
  public static let highestMark = 4

  /// Whether people mark it.
  public var isHuman: Bool { evaluator == Self.human }

  /// What each mark means, from 0 to 4, for reviewers; empty when the grid does not say.
  public var scale: [String] { scaleTexts ?? [] }
}
