import Contract
public import Dossiers
public import Matching
public import Vocabulary

/// Everything an evaluator may know of a dossier; gathered once, so that scoring looks nothing up.
public struct ScoringFacts: Hashable, Sendable {
  /// A priority district of the project.
  public struct DistrictFacts: Hashable, Sendable {
    public let code: String
    public let name: String
    /// Whole euros a year; `nil` when the contract does not give it.
    public let medianIncome: Int?
    /// Inhabitants; `nil` when the contract does not give them.
    public let population: Int?

    /// States what is known of a district.
    public init(code: String, name: String, medianIncome: Int?, population: Int? = nil) {
      self.code = code
      self.name = name
      self.medianIncome = medianIncome
      self.population = population
    }
  }

  /// How much each described commitment says.
  public struct Descriptions: Hashable, Sendable {
    public let participation: TextSubstance
    public let discrimination: TextSubstance
    public let equality: TextSubstance

    /// Groups the measures of the three texts.
    public init(
      participation: TextSubstance, discrimination: TextSubstance, equality: TextSubstance
    ) {
      self.participation = participation
      self.discrimination = discrimination
      self.equality = equality
    }
  }

  public let application: Application
  /// Objectives near the project; only ``ObjectiveMatch/textScore`` counts here.
  public let matches: [ObjectiveMatch]
  /// The districts named by the project that the contract knows, each once.
  public let districts: [DistrictFacts]
  public let descriptions: Descriptions
  /// Grants asked of ordinary policies, or secured from them.
  public let commonLaw: Cents
  /// Axis of the declared objective.
  public let axis: String?
  /// The last day of the call: ages are counted on that day.
  public let closingDay: Day?
  /// What the plan of action says of the declared objective.
  public let expectations: ScoringContext.Expectations
  public let beside: ScoringBeside
  /// What the actions of the call cost; `nil` while they are not all known.
  public var comparables: ComparableCosts?

  /// States the facts of a dossier.
  public init(
    application: Application, matches: [ObjectiveMatch], districts: [DistrictFacts],
    descriptions: Descriptions, commonLaw: Cents, axis: String? = nil, closingDay: Day? = nil,
    expectations: ScoringContext.Expectations = .none, beside: ScoringBeside = .none,
    comparables: ComparableCosts? = nil
  ) {
    self.application = application
    self.matches = matches
    self.districts = districts
    self.descriptions = descriptions
    self.commonLaw = commonLaw
    self.axis = axis
    self.closingDay = closingDay
    self.expectations = expectations
    self.beside = beside
    self.comparables = comparables
  }

  /// Gathers the facts of an application to a call.
  ///
  /// - Parameters:
  ///   - application: the dossier.
  ///   - context: the contract and the call.
  ///   - matcher: finds the objectives near the project.
  ///   - beside: what is known outside the dossier.
  ///   - comparables: what the actions of the call cost.
  public init(
    of application: Application, in context: ScoringContext, matcher: ObjectiveMatcher,
    beside: ScoringBeside = .none, comparables: ComparableCosts? = nil
  ) {
    let project = application.project
    self.init(
      application: application,
      matches: matcher.match(
        ProjectText(of: application), declared: [project.objective] + project.secondaryObjectives),
      districts: context.districts(project.places.districts),
      descriptions: Descriptions(
        participation: matcher.substance(of: project.participationText ?? ""),
        discrimination: matcher.substance(of: project.discriminationText ?? ""),
        equality: matcher.substance(of: project.equalityText ?? "")),
      commonLaw: Self.commonLaw(of: application, in: context),
      axis: context.axis(of: project.objective), closingDay: context.call.calendar.closing.lastDay,
      expectations: context.expectations(of: project.objective), beside: beside,
      comparables: comparables)
  }

  /// What ordinary-policy purses may bring of what is asked, and what funders that have nothing but
  /// ordinary policies already granted.
  private static func commonLaw(of application: Application, in context: ScoringContext) -> Cents {
    let call = context.call
    let asked = application.fundingCells(in: call)
      .filter { call.purse($0.purse)?.nature == .commonLaw }.map(\.maximum).total()
    let secured = application.plan.secured.filter { context.meansCommonLawOnly($0.body) }
    return asked + secured.map(\.amount).total()
  }
}
