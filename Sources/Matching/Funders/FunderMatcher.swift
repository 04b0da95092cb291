public import Contract
public import Dossiers
import Vocabulary

/// Finds the funders of a project and puts them in the order in which to turn to them.
public struct FunderMatcher: Sendable {
  private let reference: ReferenceData

  /// Reads the competences that the plan of action gives to each funder.
  public init(reference: ReferenceData) { self.reference = reference }

  /// The funders that the plan of action names for an objective; nobody for an unknown one.
  ///
  /// Ordinary policies come first, in the order of the contract, then partners.
  public func funders(of code: String) -> [FunderMatch] {
    guard let objective = reference.objective(code) else { return [] }
    var seen: Set<FunderID> = []
    let named =
      objective.commonLaw.map { (id: $0, isNamed: true) }
      + objective.partners.map { (id: $0, isNamed: false) }
    return named.filter { seen.insert($0.id).inserted }.enumerated().map { index, funder in
      FunderMatch(
        id: funder.id, rank: index + 1,
        reason: funder.isNamed ? "droit commun de \(code)" : "partenaire de \(code)", purse: nil,
        isEligible: true, isAsked: false, isNamed: funder.isNamed, source: nil)
    }
  }

  /// Every purse of a call, judged for an application.
  ///
  /// Order: eligible before not; competence named for the objective, in the order of the plan; other
  /// ordinary policies; specific credits, which only complete (loi n° 2014-173, art. 1er, I); then
  /// partners of the objective before others, and by identifier.
  public func funders(of application: Application, in call: Call) -> [FunderMatch] {
    let objective = reference.objective(application.project.objective)
    let cases = call.purses.map { PurseCase($0, application: application, objective: objective) }
    return cases.sorted { $0.order < $1.order }.enumerated().map { index, judged in
      judged.match(rank: index + 1)
    }
  }
}
