public import Vocabulary

/// What a programme says about itself before its projects.
public struct ProgrammeHeader: Hashable, Sendable {
  public var callID: String
  public var callTitle: String
  /// Year of the call.
  public var year: Int
  public var contractID: String
  public var contractName: String
  /// Name of the territory, for readers.
  public var territory: String
  /// The budget year that the money belongs to.
  public var exercise: Period
  /// The day on which the committee of funders decided.
  public var sessionDate: Day
  public var producedAt: Instant
  /// Version of the scoring grid.
  public var gridVersion: String
  /// The dossiers were made up.
  public var isFictional: Bool
  /// The programme comes from a training base.
  public var isTraining: Bool

  /// Builds a header.
  public init(
    callID: String, callTitle: String, year: Int, contractID: String, contractName: String,
    territory: String, exercise: Period, sessionDate: Day, producedAt: Instant,
    gridVersion: String, isFictional: Bool, isTraining: Bool
  ) {
    self.callID = callID
    self.callTitle = callTitle
    self.year = year
    self.contractID = contractID
    self.contractName = contractName
    self.territory = territory
    self.exercise = exercise
    self.sessionDate = sessionDate
    self.producedAt = producedAt
    self.gridVersion = gridVersion
    self.isFictional = isFictional
    self.isTraining = isTraining
  }
}
