public import Contract
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

    /// States what is known of a district.
    public init(code: String, name: String, medianIncome: Int?) {
      self.code = code
      self.name = name
      self.medianIncome = medianIncome
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

  /// States the facts of a dossier.
  public init(
    application: Application, matches: [ObjectiveMatch], districts: [DistrictFacts],
    descriptions: Descriptions, commonLaw: Cents
  ) {
    self.application = application
    self.matches = matches
    self.districts = districts
    self.descriptions = descriptions
    self.commonLaw = commonLaw
  }

  /// Gathers the facts of an application to a call.
  public init(
    of application: Application, in call: Call, reference: ReferenceData,
    matcher: ObjectiveMatcher
  ) {
    let project = application.project
    self.init(
      application: application,
      matches: matcher.match(
        ProjectText(of: application), declared: [project.objective] + project.secondaryObjectives),
      districts: Self.districts(of: project, in: reference),
      descriptions: Descriptions(
        participation: matcher.substance(of: project.participationText ?? ""),
        discrimination: matcher.substance(of: project.discriminationText ?? ""),
        equality: matcher.substance(of: project.equalityText ?? "")),
      commonLaw: Self.commonLaw(of: application, call: call, reference: reference))
  }

  private static func districts(
    of project: Project, in reference: ReferenceData
  ) -> [DistrictFacts] {
    var seen: Set<String> = []
    return project.places.districts.compactMap { code in
      guard seen.insert(code).inserted, let district = reference.district(code) else { return nil }
      return DistrictFacts(
        code: code, name: district.name, medianIncome: district.medianIncome)
    }
  }

  /// What ordinary-policy purses may bring of what is asked, and what funders that have nothing but
  /// ordinary policies already granted.
  private static func commonLaw(
    of application: Application, call: Call, reference: ReferenceData
  ) -> Cents {
    let asked = application.fundingCells(in: call)
      .filter { call.purse($0.purse)?.nature == .commonLaw }.map(\.maximum).total()
    let secured = application.plan.secured.filter { grant in
      let funder = reference.funder(meantBy: grant.body)
      return funder?.bringsCommonLaw == true && funder?.bringsSpecificCredits != true
    }
    return asked + secured.map(\.amount).total()
  }
}
