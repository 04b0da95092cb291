/// A way to judge one criterion automatically; a grid names it and gives its settings.
public protocol Evaluator: Sendable {
  /// The name grids use.
  static var name: String { get }
  /// The whole-number settings it takes.
  static var settings: [EvaluatorSetting] { get }
  /// Judges a dossier; never fails: what is missing gives nothing, with the reason.
  ///
  /// - Parameters:
  ///   - facts: what is known of the dossier.
  ///   - settings: the settings of the criterion, already checked.
  /// - Returns: how far the criterion is met, with the reason.
  static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation
}

/// A setting of an evaluator: its name and what it may be.
public struct EvaluatorSetting: Hashable, Sendable {
  public let name: String
  public let range: ClosedRange<Int>
  /// The setting it must be greater than.
  public let above: String?
  /// What it is when the grid does not say; `nil` when the grid must say.
  public let fallback: Int?

  init(
    _ name: String, _ range: ClosedRange<Int>, above: String? = nil, fallback: Int? = nil
  ) {
    self.name = name
    self.range = range
    self.above = above
    self.fallback = fallback
  }

  /// A share in basis points.
  static func rate(_ name: String, above: String? = nil, fallback: Int? = nil) -> EvaluatorSetting {
    EvaluatorSetting(name, 0...10_000, above: above, fallback: fallback)
  }

  /// Its value in the settings of a criterion.
  func value(in settings: [String: Int]) -> Int { settings[name] ?? fallback ?? range.lowerBound }
}
