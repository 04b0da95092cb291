/// An objective of the plan of action, with the axis and the stake above it.
public struct ProgrammeObjective: Hashable, Sendable {
  public var code: String
  public var label: String
  public var axis: String
  public var axisLabel: String
  public var stake: String
  public var stakeLabel: String

  /// Builds an objective; codes are opaque.
  public init(
    code: String, label: String, axis: String, axisLabel: String, stake: String, stakeLabel: String
  ) {
    self.code = code
    self.label = label
    self.axis = axis
    self.axisLabel = axisLabel
    self.stake = stake
    self.stakeLabel = stakeLabel
  }
}
