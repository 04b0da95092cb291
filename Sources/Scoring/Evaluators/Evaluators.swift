public import Contract
public import Vocabulary

/// The closed list of evaluators that grids may name.
public enum Evaluators {
  /// Every evaluator.
  public static let all: [any Evaluator.Type] = [
    ObjectiveFit.self, DistrictPublic.self, DistrictNeed.self, InhabitantParticipation.self,
    AntiDiscrimination.self, GenderEquality.self, CommonLawShare.self, Partnership.self,
    MeasurableIndicators.self, CostPerBeneficiary.self, ComparableCost.self, BudgetSoundness.self,
    ApplicantCapacity.self, PreviousReport.self,
  ]

  /// Their names, as grids write them, and that of the criteria people mark.
  public static let names = all.map { $0.name } + [Criterion.human]

  /// The evaluator of this name.
  public static func named(_ name: String) -> (any Evaluator.Type)? {
    all.first { $0.name == name }
  }

  /// Judges one criterion; one that cannot be judged gives nothing and says so.
  static func evaluate(
    _ facts: ScoringFacts, by criterion: Criterion, in grid: Grid
  ) -> Evaluation {
    if criterion.isHuman {
      return HumanMark.evaluate(
        facts.beside.marks(of: criterion.code), aggregation: grid.aggregation)
    }
    guard let evaluator = named(criterion.evaluator) else {
      return .nothing(
        "Le critère n’est pas évalué\u{00A0}: l’évaluateur « \(criterion.evaluator) » "
          + "n’existe pas.")
    }
    guard SettingsCheck(evaluator, settings: criterion.settings).isClean else {
      return .nothing(
        "Le critère n’est pas évalué\u{00A0}: ses paramètres dans la grille sont incorrects.")
    }
    return evaluator.evaluate(facts, settings: criterion.settings)
  }

  /// Checks the settings of a grid.
  ///
  /// - Parameters:
  ///   - grid: the grid as read.
  ///   - file: its name, for messages.
  /// - Returns: every setting that is unknown, missing, out of bounds or out of order.
  public static func findings(about grid: Grid, file: String) -> [Finding] {
    grid.criteria.enumerated().flatMap { index, criterion -> [Finding] in
      if criterion.isHuman { return HumanMark.findings(about: criterion, at: index, file: file) }
      guard let evaluator = named(criterion.evaluator) else { return [] }
      return SettingsCheck(evaluator, settings: criterion.settings).faults.map { fault in
        Finding(
          code: fault.code, family: .malformed,
          place: Finding.Place(
            file: file, field: "criteres[\(index)].parametres.\(fault.setting)"),
          message: "Critère « \(criterion.code) »\u{00A0}: \(fault.french).",
          remedy: "Paramètres de « \(evaluator.name) »\u{00A0}: \(description(of: evaluator)).")
      }
    }
  }

  private static func description(of evaluator: any Evaluator.Type) -> String {
    guard !evaluator.settings.isEmpty else { return "aucun" }
    return evaluator.settings.map { setting in
      "\(setting.name) (de \(setting.range.lowerBound) à \(setting.range.upperBound))"
    }.joined(separator: ", ")
  }
}
