/// An exact amount of money, in whole euro cents.
///
/// There is no initialiser from a floating-point number and no bare `*`: a share names its rounding
/// (``BasisPoints/share(of:rounding:)``) and a split gives every cent away (``split(byWeights:)``).
/// Sums trap on overflow; an amount read from outside is bounded by ``limit``.
public struct Cents: Hashable, Comparable, Sendable, Codable {
  /// The number of cents; negative for a gap or a correction.
  public let rawValue: Int64

  /// The largest amount accepted from outside, in absolute value: 9·10¹⁵ cents.
  public static let limit = Cents(9_000_000_000_000_000)
  public static let zero = Cents(0)

  /// Takes an amount in cents.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// Takes an amount in whole euros.
  public init(euros: Int64) { self.rawValue = euros * 100 }

  /// Decodes a whole number of cents.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Encodes a whole number of cents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public static func < (lhs: Cents, rhs: Cents) -> Bool { lhs.rawValue < rhs.rawValue }
  public static func + (lhs: Cents, rhs: Cents) -> Cents { Cents(lhs.rawValue + rhs.rawValue) }
  public static func - (lhs: Cents, rhs: Cents) -> Cents { Cents(lhs.rawValue - rhs.rawValue) }
  public static func += (lhs: inout Cents, rhs: Cents) { lhs = lhs + rhs }
  public static func -= (lhs: inout Cents, rhs: Cents) { lhs = lhs - rhs }
  public static prefix func - (value: Cents) -> Cents { Cents(-value.rawValue) }

  /// Whether the amount lies within what the program accepts from outside.
  public var isWithinLimit: Bool { self <= Self.limit && self >= -Self.limit }

  /// Splits the amount in proportion to `weights`, so that the parts always sum to the whole.
  ///
  /// Each part is rounded down, then the cents left go one by one to the largest remainders; equal
  /// remainders are served in the order of the list.
  ///
  /// - Parameter weights: non-negative weights, not all zero.
  /// - Returns: one part a weight, in the order given.
  public func split(byWeights weights: [Int64]) -> [Cents] {
    precondition(rawValue >= 0 && weights.allSatisfy { $0 >= 0 }, "a split needs positive values")
    let total = weights.reduce(0, +)
    precondition(total > 0, "a split needs at least one positive weight")
    var parts: [Int64] = []
    var remainders: [(remainder: Int64, index: Int)] = []
    for (index, weight) in weights.enumerated() {
      let product = rawValue.multipliedFullWidth(by: weight)
      let division = total.dividingFullWidth(product)
      parts.append(division.quotient)
      remainders.append((division.remainder, index))
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    let left = rawValue - parts.reduce(0, +)
    for entry in remainders.prefix(Int(left)) { parts[entry.index] += 1 }
    return parts.map { Cents($0) }
  }
}

extension Sequence<Cents> {
  /// The sum of the amounts; traps on overflow.
  public func total() -> Cents { reduce(.zero, +) }
}
