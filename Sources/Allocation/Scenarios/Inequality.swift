import Vocabulary

/// The Gini coefficient of the euros per inhabitant of districts, weighted by their inhabitants.
///
/// 0 when every inhabitant counts for the same amount, close to 1 when one small district has it
/// all. It is an exact fraction; only its display is rounded.
public struct Inequality: Hashable, Sendable {
  /// With a district's amount aᵢ and inhabitants pᵢ: the sum over the pairs of |aᵢpⱼ − aⱼpᵢ|.
  let numerator: Int128
  /// The sum of the amounts times the sum of the inhabitants.
  let denominator: Int128

  /// Measures amounts and the inhabitants that share them; nil when nothing is given, for nothing is
  /// then shared out unequally.
  ///
  /// - Parameter districts: amounts that are not negative, with at least one inhabitant each.
  init?(_ districts: [(granted: Cents, inhabitants: Int64)]) {
    let rows = districts.map {
      (amount: Int128($0.granted.rawValue), people: Int128($0.inhabitants))
    }
    let amount = rows.reduce(0) { $0 + $1.amount }
    guard amount > 0 else { return nil }
    // Down the districts by amount per inhabitant, every difference with those before is positive,
    // and their sums are enough: no need to walk the pairs.
    let sorted = rows.sorted { $0.amount * $1.people < $1.amount * $0.people }
    var before = (amount: Int128(0), people: Int128(0))
    var gaps = Int128(0)
    for row in sorted {
      gaps += row.amount * before.people - before.amount * row.people
      before = (before.amount + row.amount, before.people + row.people)
    }
    numerator = gaps
    denominator = amount * before.people
  }

  /// The coefficient in ten-thousandths, to the nearest, halves up.
  public var tenThousandths: Int64 {
    Int64((numerator * 20_000 + denominator) / (denominator * 2))
  }

  /// In plain decimal notation: `0.3333`.
  public var decimal: String {
    let digits = String(tenThousandths % 10_000)
    return "\(tenThousandths / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }
}
