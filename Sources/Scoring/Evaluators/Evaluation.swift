/// What an evaluator found: how far the criterion is met, and why.
public struct Evaluation: Hashable, Sendable {
  /// A criterion fully met, in millionths.
  public static let whole = 1_000_000

  /// Millionths, from 0 to ``whole``.
  public let ratio: Int
  /// For readers, in French, a full sentence.
  public let reason: String
  /// What in the dossier it rests on, in French; empty when there is nothing.
  public let evidence: String

  /// States a result; the ratio is brought back between none and the whole.
  public init(ratio: Int, reason: String, evidence: String) {
    self.ratio = min(max(0, ratio), Self.whole)
    self.reason = reason
    self.evidence = evidence
  }

  /// Nothing is given, for want of something in the dossier.
  static func nothing(_ reason: String, evidence: String = "") -> Evaluation {
    Evaluation(ratio: 0, reason: reason, evidence: evidence)
  }
}

/// Shares in millionths, rounded to the nearest, halves up.
enum Share {
  /// 0 up to `low`, the whole from `high` on, in proportion between.
  ///
  /// The bounds are settings of a grid, far below overflow; `value` may be anything.
  static func rising(_ value: Int, from low: Int, to high: Int) -> Int {
    guard value < high else { return Evaluation.whole }
    guard value > low else { return 0 }
    let width = high - low
    return ((value - low) * Evaluation.whole + width / 2) / width
  }

  /// The whole up to `low`, 0 from `high` on, in proportion between.
  static func falling(_ value: Int, from low: Int, to high: Int) -> Int {
    guard value > low else { return Evaluation.whole }
    guard value < high else { return 0 }
    let width = high - low
    return ((high - value) * Evaluation.whole + width / 2) / width
  }
}
