import Dossiers
public import Vocabulary

/// What comparing the cost of an action with its like needs to know.
public struct CostFacts: Hashable, Sendable {
  /// Code of the declared objective.
  public let objective: String
  /// Its axis, when the plan has it.
  public let axis: String?
  /// Total of the charges.
  public let cost: Cents
  /// Number of people expected; `nil` when the dossier does not say.
  public let people: Int?

  /// Cents for each person expected, rounded down; `nil` without a cost or a number of people.
  public var centsPerPerson: Int64? {
    guard cost > .zero, let people, people > 0 else { return nil }
    return cost.rawValue / Int64(people)
  }
}

extension ScoringFacts {
  /// What comparing its cost needs to know.
  public var costFacts: CostFacts {
    CostFacts(
      objective: application.project.objective, axis: axis, cost: application.budget.cost,
      people: application.project.audience.count)
  }
}
