import Solver
import Vocabulary

/// The least that soft minima must lack, and a solution that lacks no more.
///
/// Missing projects come first, all `nombre_min` together, then missing cents, all `part_min`
/// together.
struct MinimaGoal {
  /// The sum of missing projects; nil when no `nombre_min` is stated.
  private(set) var projects: Int64?
  /// The sum of missing cents; nil when no `part_min` is stated.
  private(set) var cents: Int64?
  private(set) var solution: Selection?
  /// Whether no solution lacks less.
  private(set) var isProven = true

  private static let nodes = (exact: 2_000, all: 4_000)

  /// Computes the goal.
  ///
  /// - Returns: nil when the demanded projects leave no solution at all.
  init?(_ problem: Problem, instance: Instance) {
    guard problem.isDemandAllowed else { return nil }
    let hasCounts = instance.constraints.contains { constraint in
      if case .minimumCount = constraint { true } else { false }
    }
    let hasShares = instance.constraints.contains { constraint in
      if case .minimumShare = constraint { true } else { false }
    }
    if hasCounts {
      guard let sum = lower(problem, instance, projects: 1, cents: 0) else { return nil }
      projects = sum
    }
    if hasShares {
      guard let sum = lower(problem, instance, projects: 0, cents: 1) else { return nil }
      cents = sum
    }
  }

  /// Makes one kind of shortfall as small as possible within what is already settled.
  private mutating func lower(
    _ problem: Problem, _ instance: Instance, projects: Int64, cents: Int64
  ) -> Int64? {
    let choice = ProgrammeBuilder.Choice(
      worth: { _ in .init(taken: 0) }, isForced: { problem.isMandatory[$0] },
      isForbidden: { _ in false })
    var builder = ProgrammeBuilder(problem, instance: instance, choice: choice)
    let slacks = impose(on: &builder, costOfProject: projects, costOfCent: cents)
    let search = Search(
      builder.programme,
      limits: SearchLimits(exactNodes: Self.nodes.exact, nodes: Self.nodes.all, millionths: 0),
      start: solution, realise: Realiser(problem: problem, instance: instance).amounts)
    let result = search.run()
    guard let best = result.best else { return nil }
    solution = best
    let sum = slacks.reduce(Int64(0)) { sum, entry in
      entry.isCount == (projects > 0) ? sum + best.slacks[entry.slack] : sum
    }
    if let bound = result.bound(inUnitsOf: 1), -bound < sum { isProven = false }
    return sum
  }

  /// States the soft minima, and bounds their sums by what is already settled.
  @discardableResult
  func impose(
    on builder: inout ProgrammeBuilder, costOfProject: Int64 = 0, costOfCent: Int64 = 0
  ) -> [ProgrammeBuilder.SoftSlack] {
    let slacks = builder.addMinima(costOfProject: costOfProject, costOfCent: costOfCent)
    if let projects { builder.bound(slacks.filter(\.isCount).map(\.slack), to: projects) }
    if let cents { builder.bound(slacks.filter { !$0.isCount }.map(\.slack), to: cents) }
    return slacks
  }

  /// What each soft rule reaches with these amounts, by its place among the constraints.
  static func reached(
    by selection: Selection, _ problem: Problem, _ instance: Instance
  ) -> [Int: Int64] {
    var reached: [Int: Int64] = [:]
    for (place, constraint) in instance.constraints.enumerated() {
      switch constraint {
      case .minimumShare(let id, let category, _):
        let given = problem.usableCells(of: id, category).reduce(Int64(0)) {
          $0 + selection.amounts[$1] * problem.unit
        }
        reached[place] = min(given, constraint.target(in: instance))
      case .minimumCount(let id?, let category, let least):
        let used = problem.usableCells(of: id, category).count { selection.amounts[$0] > 0 }
        reached[place] = min(Int64(used), least)
      default: continue
      }
    }
    return reached
  }
}

extension Problem {
  /// Whether no rule about single projects forbids one that is demanded.
  var isDemandAllowed: Bool {
    projects.indices.allSatisfy { !isMandatory[$0] || blocked[$0] == nil }
  }

  /// The usable cells of a purse, among the projects of a category when there is one.
  func usableCells(of id: String, _ category: Instance.Category?) -> [Int] {
    guard let purse = purses.firstIndex(where: { $0.id == id }) else { return [] }
    return cellPurse.indices.filter { cell in
      cellPurse[cell] == purse && high[cell] > 0
        && category?.contains(projects[cellProject[cell]]) ?? true
    }
  }
}
