import Solver
import Vocabulary

/// What retained projects are worth under the strategy `valeur`.
///
/// A project is worth its score: a share of it (`poids_retenu_bp`, all of it by default) for being
/// retained, the rest in proportion to the part of its need that is served.
struct ProjectValue {
  /// Parts of a unit of score in which the search counts.
  static let precision: Int64 = 10_000

  let weight: Int64

  init(_ parameters: Instance.Parameters) {
    weight = (parameters.retainedWeight ?? .whole).count
  }

  /// Whether only being retained counts.
  var isWhole: Bool { weight == Self.precision }

  /// What the search is told; ties go to the better ranked, all their bonuses together staying below
  /// one ten-thousandth of a unit.
  func worth(of project: Int, in problem: Problem) -> BlockProgramme.Worth {
    let score = Int128(problem.projects[project].score ?? 0)
    let need = problem.projects[project].need.rawValue
    var worth = BlockProgramme.Worth(taken: score * Int128(need > 0 ? weight : Self.precision))
    if need > 0 {
      worth.served = score * Int128(Self.precision - weight) * Int128(problem.unit)
      worth.whole = Int128(need)
    }
    let count = Int64(problem.projects.count)
    worth.bonus = count - Int64(project)
    worth.bonusWhole = count * (count + 1)
    return worth
  }

  /// The order in which money adds most value: the highest score for its need first, then by rank;
  /// nil when only being retained counts.
  func order(of projects: [Instance.Project]) -> [Int]? {
    guard !isWhole else { return nil }
    return projects.indices.sorted { left, right in
      let (one, other) = (projects[left], projects[right])
      let first = Int128(one.score ?? 0) * Int128(max(1, other.need.rawValue))
      let second = Int128(other.score ?? 0) * Int128(max(1, one.need.rawValue))
      return first == second ? left < right : first > second
    }
  }
}
