import Vocabulary

/// Goes down the ranking and retains whoever can be retained beside those already retained.
///
/// Two networks are kept. `relaxed` ignores the side rules: what it refuses is refused for good.
/// `strict`, absent when there is no side rule, always holds a distribution that respects them all.
struct RankWalk {
  /// Branches tried for one question, and in a whole run.
  static let branchesPerQuestion = 4_000
  static let branchesPerRun = 400_000

  let problem: Problem
  var relaxed: Network
  var strict: Network?
  var search: BranchSearch
  var retention: RetentionRules
  var isRetained: [Bool]
  /// Lower bounds of totals without any branching.
  var baseLower: [Int64]
  /// Questions whose answer was not proven.
  var unprovenCount = 0

  /// What becomes of a project.
  enum Admission {
    case retained
    case refused(RuleRefusal)
    /// The money cannot reach its floor; the relaxed network is rolled back.
    case outOfMoney(Shortage)
    /// Neither a distribution nor a proof that there is none was found.
    case unproven
  }

  init(_ problem: Problem) {
    self.problem = problem
    relaxed = problem.emptyNetwork()
    strict = problem.sideRules.isEmpty ? nil : relaxed
    search = BranchSearch(rules: problem.sideRules, remaining: Self.branchesPerRun)
    retention = problem.retention
    isRetained = [Bool](repeating: false, count: problem.projects.count)
    baseLower = problem.floor
  }

  /// Retains the project if some distribution allows it.
  mutating func admit(_ project: Int, explain: Bool) -> Admission {
    if let refusal = problem.blocked[project]
      ?? retention.refusal(
        of: project, beside: isRetained, isDemanded: problem.isMandatory[project],
        projects: problem.projects)
    {
      return .refused(refusal)
    }
    let start = relaxed.mark
    guard relaxed.open(project, of: problem) else {
      let shortage = Shortage(of: project, in: &relaxed, problem: problem, explain: explain)
      relaxed.rollback(to: start)
      return .outOfMoney(shortage)
    }
    switch admitStrictly(project) {
    case .possible:
      relaxed.commit()
      isRetained[project] = true
      retention.retain(project)
      return .retained
    case .impossible:
      relaxed.rollback(to: start)
      return .refused(.combination)
    case .unknown:
      relaxed.rollback(to: start)
      unprovenCount += 1
      return .unproven
    }
  }

  private mutating func admitStrictly(_ project: Int) -> BranchSearch.Answer {
    let problem = problem
    return ask(limit: Self.branchesPerQuestion) { $0.open(project, of: problem) }
  }

  /// Whether the strict network still has a distribution after `change`; kept only when it has.
  ///
  /// The present branching is tried first with few branches, then everything is reopened.
  mutating func ask(
    limit: Int, after change: (inout Network) -> Bool
  ) -> BranchSearch.Answer {
    guard var network = strict.take() else { return .possible }
    defer { strict = network }
    let start = network.mark
    if change(&network), search.complete(&network, limit: min(50, limit)) == .possible {
      network.commit()
      network.forgetTouched()
      return .possible
    }
    network.rollback(to: start)
    release(&network)
    var answer = BranchSearch.Answer.impossible
    if change(&network) { answer = search.complete(&network, limit: limit) }
    if answer == .possible { network.commit() } else { network.rollback(to: start) }
    network.forgetTouched()
    return answer
  }

  /// Gives every retained project its own bounds back.
  private func release(_ network: inout Network) {
    for project in isRetained.indices where isRetained[project] {
      if network.lower[project] != baseLower[project] {
        network.setProject(project, lower: baseLower[project])
      }
      for cell in network.cells(of: project) {
        let (low, high) = (problem.low[cell], problem.high[cell])
        guard network.low[cell] != low || network.high[cell] != high else { continue }
        network.setCell(cell, amount: network.amount[cell], low: low, high: high)
      }
    }
  }
}
