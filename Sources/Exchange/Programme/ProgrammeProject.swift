public import Vocabulary

/// What the committee of funders decided about a project.
public enum ProgrammeDecision: String, Hashable, Sendable, CaseIterable {
  case granted = "accorde"
  case partlyGranted = "accorde_partiellement"
  case postponed = "ajourne"
  case refused = "refuse"
  case noObject = "sans_objet"

  /// Whether the decision gives money.
  public var isRetained: Bool {
    switch self {
    case .granted, .partlyGranted: true
    case .postponed, .refused, .noObject: false
    }
  }
}

/// What a project will be measured by.
public struct ProgrammeIndicator: Hashable, Sendable {
  public var label: String
  /// What is aimed at, as the applicant wrote it.
  public var target: String?
  public var code: String?

  /// Builds an indicator.
  public init(label: String, target: String? = nil, code: String? = nil) {
    self.label = label
    self.target = target
    self.code = code
  }
}

/// One project of a programme, as partners receive it.
public struct ProgrammeProject: Hashable, Sendable {
  /// Number of the dossier, for instance `2016-0042`.
  public var number: String
  public var title: String
  public var applicant: ProgrammeApplicant
  /// Code of the main objective.
  public var objective: String
  public var secondaryObjectives: [String]
  public var communes: [ProgrammePlace]
  public var districts: [ProgrammePlace]
  public var period: Period
  /// Number of people expected.
  public var audienceCount: Int
  /// Share of them who live in priority districts.
  public var districtShare: BasisPoints
  public var indicators: [ProgrammeIndicator]
  public var cost: Cents
  public var requested: Cents
  /// Money already obtained elsewhere.
  public var secured: Cents
  /// Place in the ranking, from 1; `nil` when the project was not ranked.
  public var rank: Int?
  /// Mark × 10; `nil` when the project was not marked.
  public var scoreTenths: Int?
  public var decision: ProgrammeDecision
  public var motive: String?
  /// The sum of what the lines grant.
  public var granted: Cents
  public var lines: [ProgrammeLine]

  /// Builds a project.
  public init(
    number: String, title: String, applicant: ProgrammeApplicant, objective: String,
    secondaryObjectives: [String] = [], communes: [ProgrammePlace] = [],
    districts: [ProgrammePlace] = [], period: Period, audienceCount: Int,
    districtShare: BasisPoints, indicators: [ProgrammeIndicator] = [], cost: Cents,
    requested: Cents, secured: Cents, rank: Int?, scoreTenths: Int?, decision: ProgrammeDecision,
    motive: String? = nil, granted: Cents, lines: [ProgrammeLine]
  ) {
    self.number = number
    self.title = title
    self.applicant = applicant
    self.objective = objective
    self.secondaryObjectives = secondaryObjectives
    self.communes = communes
    self.districts = districts
    self.period = period
    self.audienceCount = audienceCount
    self.districtShare = districtShare
    self.indicators = indicators
    self.cost = cost
    self.requested = requested
    self.secured = secured
    self.rank = rank
    self.scoreTenths = scoreTenths
    self.decision = decision
    self.motive = motive
    self.granted = granted
    self.lines = lines
  }
}
