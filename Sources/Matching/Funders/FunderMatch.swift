public import Contract
public import Vocabulary

/// A funder that a project may, or may not, turn to, and why.
public struct FunderMatch: Hashable, Sendable, Codable {
  public let id: FunderID
  /// From 1, without equals; the eligible ones come first.
  public let rank: Int
  /// For readers, in French, without a final full stop.
  public let reason: String
  /// The purse judged; `nil` without a call.
  public let purse: String?
  public let isEligible: Bool
  /// Whether the application asks this funder for money.
  public let isAsked: Bool
  /// Whether the plan of action names its ordinary policies for the objective.
  public let isNamed: Bool
  /// What the judgement rests on: the rule of the purse; `nil` without a call.
  public let source: LegalSource?

  /// States a judgement.
  public init(
    id: FunderID, rank: Int, reason: String, purse: String?, isEligible: Bool, isAsked: Bool,
    isNamed: Bool, source: LegalSource?
  ) {
    self.id = id
    self.rank = rank
    self.reason = reason
    self.purse = purse
    self.isEligible = isEligible
    self.isAsked = isAsked
    self.isNamed = isNamed
    self.source = source
  }

  /// Whether the applicant forgot it: the plan names it, its purse is open, nothing was asked.
  public var isForgotten: Bool { isNamed && isEligible && !isAsked }
}
