import Vocabulary

/// What retained projects are worth under the strategy `valeur`.
///
/// A project is worth its score: a share of it (`poids_retenu_bp`, all of it by default) for being
/// retained, the rest in proportion to the part of its need that is served.
struct ProjectValue {
  /// Parts of a unit of score.
  static let precision: Int64 = 10_000

  let weight: Int64

  init(_ parameters: Instance.Parameters) {
    weight = (parameters.retainedWeight ?? .whole).count
  }

  /// Whether only being retained counts.
  var isWhole: Bool { weight == Self.precision }

  /// In ten-thousandths of a unit of score, rounded down.
  func value(of project: Instance.Project, receiving total: Cents) -> Int128 {
    let score = Int128(project.score ?? 0)
    let rest = Int128(Self.precision - weight)
    let need = Int128(project.need.rawValue)
    guard need > 0 else { return score * Int128(Self.precision) }
    return score * Int128(weight) + Self.floor(score * rest * Int128(total.rawValue), need)
  }

  /// The sum over retained projects, in the unit of scores, rounded down.
  func sum(_ parts: some Sequence<(project: Instance.Project, total: Cents)>) -> Int64 {
    let sum = parts.reduce(Int128(0)) { $0 + value(of: $1.project, receiving: $1.total) }
    return Int64(clamping: Self.floor(sum, Int128(Self.precision)))
  }

  private static func floor(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
