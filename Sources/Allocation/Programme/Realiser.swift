import Solver
import Vocabulary

/// Finds whole amounts for a given list of retained projects, by flow and a little branching.
struct Realiser {
  /// Branches tried near the amounts that the relaxation suggests, then from anywhere.
  private static let branches = (near: 60, anywhere: 200)

  let problem: Problem
  let instance: Instance
  /// In which order money adds most value, when it adds any.
  var order: [Int]?

  /// Amounts by cell, in units, that respect every rule; nil when none were found.
  func amounts(_ isTaken: [Bool], near suggestion: Search.Suggestion) -> [Int64]? {
    let problem = suggestion.slacks.isEmpty ? problem : keeping(suggestion.slacks)
    let hint = suggestion.amounts
    if !problem.sideRules.isEmpty,
      let found = search(
        problem, isTaken, limit: Self.branches.near,
        bounds: { Self.bounds(of: $0, hint[$0], in: problem) })
    {
      return found
    }
    return search(problem, isTaken, limit: Self.branches.anywhere) {
      (problem.low[$0], problem.high[$0])
    }
  }

  /// Amounts for the list from anywhere, soft minima left aside.
  func amounts(_ isTaken: [Bool]) -> [Int64]? {
    search(problem, isTaken, limit: Self.branches.anywhere) { (problem.low[$0], problem.high[$0]) }
  }

  /// The problem where soft minima lack no more than these slacks, one for each soft rule.
  private func keeping(_ slacks: [Int64]) -> Problem {
    var kept: [Int: Int64] = [:]
    var slacks = slacks.makeIterator()
    for (place, constraint) in instance.constraints.enumerated() where constraint.isSoft {
      guard let slack = slacks.next() else { continue }
      kept[place] = max(0, constraint.target(in: instance) - slack)
    }
    return Problem(instance, keeping: kept)
  }

  /// A cell that the relaxation uses stays used, one that it leaves stays left.
  private static func bounds(
    of cell: Int, _ hint: Int64, in problem: Problem
  ) -> (low: Int64, high: Int64) {
    let (low, high) = (problem.low[cell], problem.high[cell])
    let least = max(problem.minimum[cell], 1)
    guard low == 0, high > 0 else { return (low, high) }
    if hint * 2 >= least, least <= high { return (problem.minimum[cell] > 1 ? least : 0, high) }
    return (0, 0)
  }

  private func search(
    _ problem: Problem, _ isTaken: [Bool], limit: Int, bounds: (Int) -> (low: Int64, high: Int64)
  ) -> [Int64]? {
    var network = problem.emptyNetwork()
    network.watches = Watches(problem.sideRules.groups, cellCount: problem.cellProject.count)
    for project in problem.projects.indices where isTaken[project] {
      network.trail.restart()
      network.setProject(
        project, lower: problem.floor[project], ceiling: problem.ceiling[project])
      for cell in network.cells(of: project) {
        let (low, high) = bounds(cell)
        network.setCell(cell, amount: 0, low: low, high: high)
        network.touch(cell)
      }
      guard network.settle(project) else { return nil }
    }
    network.commit()
    var branching = BranchSearch(rules: problem.sideRules, remaining: limit)
    if !problem.sideRules.isEmpty {
      guard branching.complete(&network, limit: limit) == .possible else { return nil }
    }
    for project in order ?? [] where isTaken[project] {
      raise(project, of: problem, in: &network, &branching)
    }
    return network.amount
  }

  /// Raises a total as far as the rules allow at once; leaves it where it was when they would break.
  private func raise(
    _ project: Int, of problem: Problem, in network: inout Network, _ branching: inout BranchSearch
  ) {
    network.commit()
    network.forgetTouched()
    network.setProject(project, lower: network.ceiling[project])
    _ = network.raise(project, to: network.ceiling[project])
    network.setProject(project, lower: network.total[project])
    guard !problem.sideRules.isEmpty else { return }
    branching.remaining = Self.branches.near
    if branching.complete(&network, limit: Self.branches.near) != .possible {
      network.rollback(to: 0)
      network.setProject(project, lower: network.total[project])
    }
  }
}

extension Instance.Constraint {
  /// What a soft rule still asks of this allocation: cents, or projects; zero for the others.
  func target(in instance: Instance) -> Int64 {
    switch self {
    case .minimumShare(let id, let category, let share):
      let purse = instance.purse(id)
      return max(.zero, purse.target(share) - purse.earlier.given(to: category)).rawValue
    case .minimumCount(_, _, let least): return least
    case .maximumShare, .maximumCount, .cofunding, .reserve, .reservation: return 0
    }
  }
}
