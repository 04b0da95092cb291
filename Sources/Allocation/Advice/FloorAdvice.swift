import Vocabulary

/// Looks for the greatest floor with which a refused project would be retained.
struct FloorAdvice {
  /// Admissions that may be replayed for all the advice of one run.
  static let admissions = 3_000

  let instance: Instance
  let problem: Problem
  /// Whether a refusal itself tells how much the project could receive.
  private let isPlain: Bool
  private var rerun = Rerun(admissions: Self.admissions)

  init(instance: Instance, problem: Problem) {
    self.instance = instance
    self.problem = problem
    isPlain = problem.isPlainFlow(of: instance)
  }

  /// A floor that suffices; nil when only receiving nothing would.
  mutating func floor(for refusal: WalkRefusal) -> Cents? {
    let project = refusal.project
    guard let most = most(for: refusal), most > 0 else { return nil }
    // The walk met the project with the money of those before it placed at best: what it could
    // still receive then does not depend on its own floor.
    if isPlain, refusal.shortage != nil { return Cents(most * problem.unit) }
    var (known, possible) = (Int64(0), most)
    var wanted = most
    while known < possible {
      guard let isRetained = retains(project, withFloor: wanted) else { break }
      if isRetained { known = wanted } else { possible = wanted - 1 }
      wanted = known + (possible - known + 1) / 2
    }
    return known > 0 ? Cents(known * problem.unit) : nil
  }

  /// A floor, in units, above which the project is refused in any case.
  private func most(for refusal: WalkRefusal) -> Int64? {
    let floor = problem.floor[refusal.project]
    switch refusal.admission {
    case .outOfMoney(let shortage): return floor - shortage.missing
    case .outvalued: return nil
    case .refused(.combination), .unproven: return floor - 1
    case .refused(.floorAboveCeiling): return problem.ceiling[refusal.project]
    case .refused, .retained: return nil
    }
  }

  private mutating func retains(_ project: Int, withFloor units: Int64) -> Bool? {
    var changed = instance
    changed.change(problem.projects[project].id) { $0.floor = Cents(units * problem.unit) }
    return rerun.retains(problem.projects[project].id, in: changed)
  }
}
