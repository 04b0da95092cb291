/// A number of points, in whole tenths.
public struct Points: Hashable, Comparable, Sendable {
  /// The number of tenths: 125 for twelve and a half points.
  public let tenths: Int

  public static let zero = Points(tenths: 0)

  /// Takes a number of tenths.
  public init(tenths: Int) { self.tenths = tenths }

  /// Takes whole points.
  public init(whole points: Int) { tenths = points * 10 }

  /// The share of a weight, rounded to the tenth, halves up.
  ///
  /// - Parameters:
  ///   - weight: whole points given when the criterion is fully met.
  ///   - ratio: millionths, brought back between none and the whole.
  public init(weight: Int, ratio: Int) {
    let weight = min(max(0, weight), Self.largestWeight)
    let ratio = min(max(0, ratio), Evaluation.whole)
    tenths = (weight * 10 * ratio + Evaluation.whole / 2) / Evaluation.whole
  }

  /// Beyond any grid: weights sum to 100.
  private static let largestWeight = 1_000_000

  public static func < (lhs: Points, rhs: Points) -> Bool { lhs.tenths < rhs.tenths }
  public static func + (lhs: Points, rhs: Points) -> Points {
    Points(tenths: lhs.tenths + rhs.tenths)
  }

  /// For French readers: `12,5`.
  public var french: String { text(point: ",") }

  /// As a JSON number: `12.5`.
  public var json: String { text(point: ".") }

  private func text(point: String) -> String {
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(tenths.magnitude / 10)\(point)\(tenths.magnitude % 10)"
  }
}

extension Points: Codable {
  /// Decodes a whole number of tenths.
  public init(from decoder: any Decoder) throws {
    tenths = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Encodes a whole number of tenths.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(tenths)
  }
}
