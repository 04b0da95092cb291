public import Vocabulary

/// The days of one call, each in Paris.
public struct CallCalendar: Hashable, Sendable, Codable {
  public let opening: Day
  public let closing: Deadline
  /// Last day for judging admissibility.
  public let admissibility: Day
  public let committee: Day
  public let notification: Day
}

/// A value fixed for one call, with the text that fixes it.
public struct CallParameter: Hashable, Sendable, Codable {
  public let value: Int
  public let source: LegalSource
}

/// Who may apply: a kind of applicant and the form edition it fills.
public struct AdmittedApplicant: Hashable, Sendable, Codable {
  public let kind: String
  /// Identifier of the form edition, for instance `association-1`.
  public let form: String
}

/// The parameters a call may set, with the names used in its file.
public enum CallParameterName: String, CaseIterable, Sendable {
  /// Floor of a project when its applicant gives none: share of the need, in basis points.
  case defaultFloor = "plancher_bp"
  /// Largest number of indicators.
  case maximumIndicators = "indicateurs_max"
  /// Least share of inhabitants of priority districts for specific credits, in basis points.
  case minimumDistrictShare = "part_qpv_min_bp"
  /// Days by which an action may overflow the exercise.
  case exerciseTolerance = "ecart_exercice_jours"
  /// Largest number of years a request may cover; one when the call says nothing.
  case maximumYears = "annees_max"
  /// Largest share of a project's cost that the purses bring together, in basis points.
  case maximumPublicShare = "part_publique_max_bp"
  /// Every grant proposed is a multiple of that many cents; one when the call says nothing.
  case rounding = "arrondi_centimes"
  /// Score, in tenths of a point, below which a project is not retained.
  case scoreThreshold = "seuil_score"
  /// Under the strategy `valeur`, what being retained is worth beside the money, in basis points.
  case retainedWeight = "poids_retenu_bp"
  /// 1 when the order that an applicant gives to its own projects binds; it only informs otherwise.
  case applicantOrder = "ordre_porteur"
}

/// One year's call for projects of one contract.
public struct Call: Hashable, Sendable, Codable {
  /// Prefix of the dossier numbers, for instance `2016`.
  public let id: String
  public let year: Int
  public let contract: String
  public let title: String
  /// Invented, for tests and training.
  public let isFictional: Bool
  public let calendar: CallCalendar
  /// The budget year in which actions take place.
  public let exercise: Period
  public let applicants: [AdmittedApplicant]
  public let committee: CommitteeCharter
  public let parameters: [String: CallParameter]
  public let source: LegalSource
  public let grid: Grid
  public let purses: [Purse]
  /// As read in the file; `nil` for calls that say nothing, those opened before papers existed included.
  let pieceRules: PieceRules?

  /// What the call says of the papers of its dossiers.
  public var pieces: PieceRules { pieceRules ?? .standard }

  /// The last day on which applicants give papers of their own accord.
  public var pieceDeadline: Deadline { pieces.deadline ?? calendar.closing }

  /// The same call with another version of its grid.
  public func with(grid: Grid) -> Call {
    Call(
      id: id, year: year, contract: contract, title: title, isFictional: isFictional,
      calendar: calendar, exercise: exercise, applicants: applicants, committee: committee,
      parameters: parameters, source: source, grid: grid, purses: purses, pieceRules: pieceRules)
  }

  /// The form edition an applicant of this kind fills; `nil` when the call does not admit it.
  public func form(for kind: String) -> String? {
    applicants.first { $0.kind == kind }?.form
  }

  /// The purse of this identifier.
  public func purse(_ id: String) -> Purse? { purses.first { $0.id == id } }

  /// A parameter, when the call sets it.
  public func parameter(_ name: CallParameterName) -> CallParameter? { parameters[name.rawValue] }
}
