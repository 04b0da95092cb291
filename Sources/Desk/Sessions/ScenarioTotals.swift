public import Committee
import Contract
import Dossiers
import Forms
import Store
import Vocabulary

/// By what two scenarios are compared, beside dossier by dossier.
public enum ScenarioCriterion: String, CaseIterable, Sendable {
  case purse = "enveloppe"
  case funder = "financeur"
  case district = "quartier"
  case axis = "axe"

  /// The head of its column.
  var french: String {
    switch self {
    case .purse: "Enveloppe"
    case .funder: "Financeur"
    case .district: "Quartier"
    case .axis: "Axe"
    }
  }
}

/// What a scenario gives each value of a criterion; a project of two districts counts in both.
public struct ScenarioTotals: Sendable {
  public let criterion: ScenarioCriterion
  private let values: @Sendable (ProposedGrant) -> [String]

  init(
    _ criterion: ScenarioCriterion, values: @escaping @Sendable (ProposedGrant) -> [String]
  ) {
    self.criterion = criterion
    self.values = values
  }

  func amounts(of scenario: Scenario) -> [String: Cents] {
    scenario.grants.reduce(into: [:]) { totals, grant in
      for value in values(grant) { totals[value, default: .zero] += grant.amount }
    }
  }
}

extension Desk {
  /// The values that a criterion gives the grants of the session's scenarios.
  ///
  /// - Parameters:
  ///   - criterion: by what they are compared.
  ///   - state: the session.
  ///   - context: its call.
  /// - Returns: how to total a scenario.
  /// - Throws: `Store.Failure`.
  public func totals(
    by criterion: ScenarioCriterion, in state: SessionState, of context: CallContext
  ) throws -> ScenarioTotals {
    switch criterion {
    case .purse: return ScenarioTotals(criterion) { [$0.purse] }
    case .funder:
      let funders = state.purses.mapValues(\.funder)
      return ScenarioTotals(criterion) { [funders[$0.purse] ?? $0.purse] }
    case .district, .axis:
      let values = try categories(by: criterion, in: state, of: context)
      return ScenarioTotals(criterion) { values[$0.number] ?? [] }
    }
  }

  private func categories(
    by criterion: ScenarioCriterion, in state: SessionState, of context: CallContext
  ) throws -> [DossierNumber: [String]] {
    var values: [DossierNumber: [String]] = [:]
    let stages = Set(Stage.allCases.filter(\.isDecided)).union([.inSession])
    try store.forEachRankedDossier(call: context.call.id, stages: stages) { _, received in
      guard state.applications[received.number] != nil else { return }
      let project = try application(of: received, in: context).project
      values[received.number] =
        criterion == .district
        ? project.places.districts
        : [context.reference.objective(project.objective)?.axis].compactMap { $0 }
    }
    return values
  }
}
