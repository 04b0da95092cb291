public import Vocabulary

/// How sure a funding line is, from a wish to a payment.
public enum ProgrammeFirmness: String, Hashable, Sendable, CaseIterable {
  case requested = "demande"
  case opinion = "avis"
  case intended = "intention"
  case voted = "vote"
  case deliberated = "delibere"
  case agreed = "conventionne"
  case paid = "verse"
  case cancelled = "annule"
}

/// What one purse is asked for and gives to one project.
public struct ProgrammeLine: Hashable, Sendable {
  /// Stable from one year to the next.
  public var id: String
  /// Identifier of a purse of the same programme.
  public var purse: String
  public var requested: Cents
  public var granted: Cents
  public var firmness: ProgrammeFirmness

  /// Builds a line.
  public init(
    id: String, purse: String, requested: Cents, granted: Cents, firmness: ProgrammeFirmness
  ) {
    self.id = id
    self.purse = purse
    self.requested = requested
    self.granted = granted
    self.firmness = firmness
  }
}
