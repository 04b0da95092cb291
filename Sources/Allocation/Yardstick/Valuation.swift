import Vocabulary

/// What retained projects are worth together, exactly: the sum of score × (w + (1 − w) × total ÷ need).
///
/// w is `poids_retenu_bp`, 100 % when it is not given; a need of zero counts as wholly served.
struct Valuation {
  private static let precision = 60

  private let weight: Int64
  private var whole: Int128 = 0
  /// What exceeds the whole: numerators by denominator.
  private var fractions: [Int128: Int128] = [:]

  init(weight: BasisPoints?) { self.weight = (weight ?? .whole).count }

  /// Counts a retained project.
  mutating func add(score: Int64, total: Cents, need: Cents) {
    guard need > .zero, weight != BasisPoints.whole.count else {
      whole += Int128(score)
      return
    }
    let served =
      Int128(weight) * Int128(need.rawValue)
      + Int128(BasisPoints.whole.count - weight) * Int128(total.rawValue)
    let (numerator, denominator) = (
      Int128(score) * served, Int128(BasisPoints.whole.count) * Int128(need.rawValue)
    )
    let (quotient, remainder) = Self.divide(numerator, by: denominator)
    whole += quotient
    if remainder > 0 { add(remainder, over: denominator) }
  }

  private mutating func add(_ numerator: Int128, over denominator: Int128) {
    let common = Self.commonDivisor(numerator, denominator)
    let sum = fractions[denominator / common, default: 0] + numerator / common
    whole += sum / (denominator / common)
    fractions[denominator / common] = sum % (denominator / common)
  }

  /// The sum rounded down: one number, unless so many denominators differ that an integer is too
  /// near to tell on which side of it the sum falls.
  var roundedDown: ClosedRange<Int64> {
    var exact = self
    exact.merge()
    let left = exact.fractions.filter { $0.value > 0 }
    if left.count < 2 { return Int64(clamping: exact.whole)...Int64(clamping: exact.whole) }
    let low = left.reduce(Int128(0)) { $0 + ($1.value << Self.precision) / $1.key }
    let high = low + Int128(left.count)
    return Int64(
      clamping: exact.whole + (low >> Self.precision))...Int64(
        clamping: exact.whole + (high >> Self.precision))
  }

  /// Brings fractions over common denominators, as long as these stay small.
  private mutating func merge() {
    var denominator: Int128 = 1
    var numerator: Int128 = 0
    for (next, value) in fractions.sorted(by: { $0.key < $1.key }) where value > 0 {
      let common = denominator / Self.commonDivisor(denominator, next) * next
      guard common < 1 << 62 else { continue }
      numerator = numerator * (common / denominator) + value * (common / next)
      whole += numerator / common
      numerator %= common
      denominator = common
      fractions[next] = nil
    }
    if numerator > 0 { add(numerator, over: denominator) }
  }

  private static func divide(_ value: Int128, by divisor: Int128) -> (Int128, Int128) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension Valuation {
  /// The value of a list of projects and of what they receive; nil when a project has no score.
  static func value(
    of retained: [(project: Instance.Project, total: Cents)], in instance: Instance
  ) -> ClosedRange<Int64>? {
    guard !instance.projects.isEmpty, instance.projects.allSatisfy({ $0.score != nil }) else {
      return nil
    }
    var sum = Valuation(weight: instance.parameters.retainedWeight)
    for entry in retained {
      sum.add(score: entry.project.score ?? 0, total: entry.total, need: entry.project.need)
    }
    return sum.roundedDown
  }
}
