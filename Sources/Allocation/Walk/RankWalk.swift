import Solver
import Vocabulary

/// Goes down the ranking and retains whoever can be retained beside those already retained.
///
/// Two networks are kept. `relaxed` ignores the side rules: what it refuses is refused for good.
/// `strict`, absent when there is no side rule, always holds a distribution that respects them all.
struct RankWalk {
  /// Branches tried for one question, and in a whole run.
  static let branchesPerQuestion = 4_000
  /// Branches tried before the search is asked.
  static let branchesBeforeAsking = 100
  static let branchesPerRun = 400_000
  /// Branches tried in each stage of the amounts, when cells have minima.
  static let branchesPerStage = 12_000
  /// Choices of used cells tried in a whole run; each costs a look at every retained project.
  static let choicesPerRun = 300
  /// Projects looked at to better cuts in a whole run.
  static let stepsPerRun = 4_000_000

  let problem: Problem
  var relaxed: Network
  var strict: Network?
  var search: BranchSearch
  var retention: RetentionRules
  var isRetained: [Bool]
  /// Lower bounds of totals without any branching.
  var baseLower: [Int64]
  /// What shows that counts leave no distribution.
  var proofs: CutProofs
  /// Choices of used cells that may still be tried.
  var remainingChoices = Self.choicesPerRun
  /// Branches that must be left when the present stage of the amounts ends.
  private var stageEnd = 0
  /// Projects that may still be looked at to better cuts.
  var remainingSteps = Self.stepsPerRun
  /// Projects whose bounds in the strict network are tighter than their own, without repetition.
  var tightened: [Int32] = []
  var hasTightBounds: [Bool]
  /// Questions whose answer was not proven.
  var unprovenCount = 0
  /// Decides what branching leaves open; absent where an open answer is good enough.
  var questions: ListQuestions?

  /// What becomes of a project.
  enum Admission {
    case retained
    case refused(RuleRefusal)
    /// The money cannot reach its floor; the relaxed network is rolled back.
    case outOfMoney(Shortage)
    /// It could join the list, which would then be worth less.
    case outvalued
    /// Neither a distribution nor a proof that there is none was found.
    case unproven
  }

  init(_ problem: Problem) {
    self.problem = problem
    relaxed = problem.emptyNetwork()
    strict = problem.sideRules.isEmpty ? nil : relaxed
    strict?.watches = Watches(problem.sideRules.groups, cellCount: problem.cellProject.count)
    proofs = CutProofs(problem: problem)
    hasTightBounds = [Bool](repeating: false, count: problem.projects.count)
    search = BranchSearch(rules: problem.sideRules, remaining: Self.branchesPerRun)
    retention = problem.retention
    isRetained = [Bool](repeating: false, count: problem.projects.count)
    baseLower = problem.floor
  }

  /// Starts a stage of the amounts: raising, sparing or spreading.
  ///
  /// With minima, what cuts do not prove is seldom proven by branches: each stage has few.
  mutating func beginStage() {
    stageEnd = proofs.choosesUses ? max(0, search.remaining - Self.branchesPerStage) : 0
  }

  /// Whether the stage may still search.
  var maySearch: Bool { search.remaining > stageEnd }

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
      proofs.raise(project, from: nil, to: baseLower[project])
      return .retained
    case .impossible:
      relaxed.rollback(to: start)
      return .refused(.combination)
    case .unknown:
      relaxed.rollback(to: start)
      return question(project)
    }
  }

  /// Asks the search what branching has not found.
  private mutating func question(_ project: Int) -> Admission {
    switch questions?.ask(for: project, beside: isRetained) {
    case .possible(let selection):
      let retained = problem.projects.indices.filter { isRetained[$0] || $0 == project }
      if adopt(retained, witness: selection.amounts) { return .retained }
    case .impossible: return .refused(.combination)
    case .unknown, nil: break
    }
    unprovenCount += 1
    return .unproven
  }

  private mutating func admitStrictly(_ project: Int) -> BranchSearch.Answer {
    let problem = problem
    let question = Question(project: project, lower: baseLower[project], former: nil)
    let limit = questions == nil ? Self.branchesPerQuestion : Self.branchesBeforeAsking
    return ask(limit: limit, about: question) { $0.open(project, of: problem) }
  }
}
