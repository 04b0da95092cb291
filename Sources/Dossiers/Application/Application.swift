public import Forms
public import Vocabulary

/// What an applicant deposits, for one action: a view of its answers in the words of the domain.
///
/// An application can always be made, whatever is missing; rules say what is wrong with it.
public struct Application: Hashable, Sendable {
  public let answers: Answers
  public let applicant: Applicant
  public let project: Project
  public let budget: Budget
  public let plan: FinancingPlan
  /// The years after the first that the request covers, in order.
  public let laterYears: [LaterYear]

  /// A year of the request after the first.
  public struct LaterYear: Hashable, Sendable {
    /// Its rank: 2 or 3.
    public let year: Int
    public let budget: Budget
    public let plan: FinancingPlan
  }

  /// How many years the request covers, from 1.
  public var years: Int { answers.integer("projet.annees") ?? 1 }

  /// The place that the applicant gives to this dossier among its own, from 1.
  public var priority: Int? { answers.integer("projet.ordre") }

  /// What this call is asked to bring: the total asked.
  public var need: Cents { plan.requestedTotal }

  /// The least total of grants with which the action can run: the applicant's own floor, else the
  /// call's share of the need, rounded up to the cent; never above the need.
  public func floor(defaultRate: BasisPoints) -> Cents {
    min(plan.floor ?? defaultRate.share(of: need, rounding: .up), need)
  }

  /// What remains to be found once own and secured resources are counted.
  public var uncoveredCost: Cents { budget.cost - budget.ownResources - plan.securedTotal }
}
