public import Contract
public import Dossiers
import Vocabulary

/// Finds the funders of a project and puts them in the order in which to turn to them.
///
/// Not to be shared between threads: it reuses one stemmer.
public final class FunderMatcher {
  private let reference: ReferenceData
  private let rules: FunderRuleBook

  /// Reads the competences that the plan of action gives to each funder, and their special rules.
  public init(reference: ReferenceData) {
    self.reference = reference
    rules = FunderRuleBook(reference: reference)
  }

  /// The funders whose ordinary policies the plan of action names for an objective, in its order;
  /// nobody for an unknown one.
  public func funders(of code: String) -> [FunderMatch] {
    var seen: Set<FunderID> = []
    let named = (reference.objective(code)?.commonLaw ?? []).filter { seen.insert($0).inserted }
    return named.enumerated().map { index, funder in
      FunderMatch(
        id: funder, rank: index + 1, reason: "droit commun de \(code)", purse: nil,
        eligibility: .eligible, isAsked: false, isNamed: true, source: nil)
    }
  }

  /// The partners that the plan of action names for an objective beside its funders, in its order.
  public func partners(of code: String) -> [FunderID] {
    guard let objective = reference.objective(code) else { return [] }
    var seen = Set(objective.commonLaw)
    return objective.partners.filter { seen.insert($0).inserted }
  }

  /// Every purse of a call, judged for an application.
  ///
  /// Order: eligible, then undecided, then not. Within each: the competence the plan names for the
  /// objective, other ordinary policies, then specific credits, which only complete (loi n° 2014-173,
  /// art. 1er, I). Within these: purses with room left; the order of the plan; funders with a special
  /// rule in favour; those from which the applicant’s other dossiers ask least; partners of the
  /// objective; and by identifier.
  public func funders(
    of application: Application, in call: Call, beside: FundingBeside = .none
  ) -> [FunderMatch] {
    let objective = reference.objective(application.project.objective)
    let held = rules.rules(for: application, objective: objective)
    let cases = call.purses.map { purse in
      PurseCase(
        purse, application: application, objective: objective, rules: held[purse.funder] ?? [],
        beside: beside)
    }
    return cases.sorted { $0.order.lexicographicallyPrecedes($1.order) }.enumerated().map {
      $1.match(rank: $0 + 1)
    }
  }
}
