/// A rate in hundredths of a percent: 8 000 basis points are 80 %.
public struct BasisPoints: Hashable, Comparable, Sendable, Codable {
  /// The number of basis points.
  public let count: Int64

  /// 100 %.
  public static let whole = BasisPoints(10_000)

  /// Takes a number of basis points.
  public init(_ count: Int64) { self.count = count }

  /// Decodes a whole number of basis points.
  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Encodes a whole number of basis points.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }

  public static func < (lhs: BasisPoints, rhs: BasisPoints) -> Bool { lhs.count < rhs.count }

  /// How a share that does not fall on a cent is rounded.
  public enum Rounding: Sendable {
    /// Towards zero: a grant never exceeds its ceiling.
    case down
    /// Away from zero: a floor is never missed.
    case up
    /// To the nearest cent, halves away from zero.
    case nearest
  }

  /// The share of `amount` at this rate, computed in full width.
  public func share(of amount: Cents, rounding: Rounding) -> Cents {
    let isNegative = (amount.rawValue < 0) != (count < 0)
    let product = amount.rawValue.magnitude.multipliedFullWidth(by: count.magnitude)
    let (quotient, remainder) = UInt64(10_000).dividingFullWidth(product)
    let roundsUp =
      switch rounding {
      case .down: false
      case .up: remainder > 0
      case .nearest: remainder >= 5_000
      }
    let magnitude = Int64(quotient + (roundsUp ? 1 : 0))
    return Cents(isNegative ? -magnitude : magnitude)
  }

  /// The rate of `part` in `whole`, rounded down; `nil` when `whole` is not positive, when `part` is
  /// negative or when the rate is too large to be counted.
  public static func ratio(of part: Cents, in whole: Cents) -> BasisPoints? {
    guard whole > .zero, part >= .zero else { return nil }
    let product = part.rawValue.magnitude.multipliedFullWidth(by: 10_000)
    guard product.high < whole.rawValue.magnitude else { return nil }
    return Int64(exactly: whole.rawValue.magnitude.dividingFullWidth(product).quotient)
      .map(BasisPoints.init)
  }

  /// The rate as a French percentage: `80 %`, `12,5 %`.
  public var french: String {
    let units = (count < 0 ? "-" : "") + FrenchNumber.grouped(String(count.magnitude / 100))
    let hundredths = count.magnitude % 100
    let fraction: String =
      switch hundredths {
      case 0: ""
      case let value where value % 10 == 0: ",\(value / 10)"
      case let value where value < 10: ",0\(value)"
      default: ",\(hundredths)"
      }
    return "\(units)\(fraction)\u{00A0}%"
  }
}
