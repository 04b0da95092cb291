import Solver

/// Asks whether a list of projects can be retained together, when branching on amounts does not tell.
///
/// One programme serves all the questions of a walk; each question states the whole list.
final class ListQuestions {
  private static let nodes = 80

  private let problem: Problem
  private let instance: Instance
  private lazy var search: Search = {
    let (problem, instance) = (problem, instance)
    let choice = ProgrammeBuilder.Choice(
      worth: { _ in .init(taken: 0) }, isForced: { _ in false }, isForbidden: { _ in false })
    let builder = ProgrammeBuilder(problem, instance: instance, choice: choice)
    return Search(
      builder.programme,
      limits: SearchLimits(exactNodes: .max, nodes: .max, millionths: 0),
      realise: Realiser(problem: problem, instance: instance).amounts)
  }()

  init(problem: Problem, instance: Instance) {
    self.problem = problem
    self.instance = instance
  }

  /// Amounts for the list and this project, or a proof that there are none.
  func ask(for project: Int, beside isRetained: [Bool]) -> Search.Answer {
    for (other, isTaken) in isRetained.enumerated() {
      search.settle(other, isTaken: isTaken || other == project)
    }
    return search.findAny(nodes: Self.nodes)
  }
}
