/// How much one purse must be enlarged by so that the walk retains a project, and with it all those
/// ranked before that a larger purse can let in.
///
/// One walk, along which the purse grows by what is missing each time that is enough. A walk with the
/// amount reached at a project retains the same projects down to it: it has the money for each of
/// them, and what no amount lets in, less does not either.
struct PurseSweep {
  /// The enlargement, in units, for each refused project that it lets in.
  private(set) var extra: [Int: Int64] = [:]

  /// Walks from the first refusal that the purse alone would lift.
  init(of purse: Int, past refusals: [WalkRefusal]) {
    let start = refusals.firstIndex { $0.extra(on: purse) != nil && $0.walk != nil }
    guard let start, var walk = refusals[start].walk else { return }
    let refused = Set(refusals[start...].map(\.project))
    var grown: Int64 = 0
    for project in refusals[start].project..<walk.problem.projects.count
    where !walk.problem.isMandatory[project] {
      guard case .outOfMoney(let shortage) = walk.admit(project, explain: false) else {
        if walk.isRetained[project], refused.contains(project) { extra[project] = grown }
        continue
      }
      guard !shortage.isBeyondCells, walk.relaxed.trail.hasReached(purse) else { continue }
      walk.enlarge(purse, by: shortage.missing)
      if case .retained = walk.admit(project, explain: false) {
        grown += shortage.missing
        extra[project] = grown
      } else {
        walk.enlarge(purse, by: -shortage.missing)
      }
    }
  }
}

extension RankWalk {
  /// Changes what a purse may give, in the network that ignores the side rules.
  mutating func enlarge(_ purse: Int, by extra: Int64) {
    relaxed.setBin(purse, capacity: relaxed.capacity[purse] + extra)
    relaxed.commit()
  }
}

extension Problem {
  /// Whether the relaxed network alone decides who is retained, from the top down.
  func isPlainFlow(of instance: Instance) -> Bool {
    sideRules.isEmpty && instance.commitments.isEmpty && !instance.needsWholeRun
  }
}
