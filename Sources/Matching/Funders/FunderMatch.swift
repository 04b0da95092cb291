public import Contract
public import Vocabulary

/// A funder that a project may, or may not, turn to, and why.
public struct FunderMatch: Hashable, Sendable {
  /// Three answers, not two: what is unknown is not refused.
  public enum Eligibility: String, Hashable, Sendable {
    case eligible = "oui"
    case ineligible = "non"
    case undecided = "indetermine"
  }

  public let id: FunderID
  /// From 1, without equals; the eligible ones come first, then the undecided ones.
  public let rank: Int
  /// For readers, in French, without a final full stop.
  public let reason: String
  /// The purse judged; `nil` without a call.
  public let purse: String?
  public let eligibility: Eligibility
  /// Whether the application asks this funder for money.
  public let isAsked: Bool
  /// Whether the plan of action names its ordinary policies for the objective.
  public let isNamed: Bool
  /// What the judgement rests on: the rule of the purse; `nil` without a call.
  public let source: LegalSource?
  /// What the applicant or the instructor should know beside, in French, a sentence each.
  public let remarks: [String]

  /// States a judgement.
  public init(
    id: FunderID, rank: Int, reason: String, purse: String?, eligibility: Eligibility,
    isAsked: Bool, isNamed: Bool, source: LegalSource?, remarks: [String] = []
  ) {
    self.id = id
    self.rank = rank
    self.reason = reason
    self.purse = purse
    self.eligibility = eligibility
    self.isAsked = isAsked
    self.isNamed = isNamed
    self.source = source
    self.remarks = remarks
  }

  /// Whether the applicant forgot it: the plan names it, its purse is open, nothing was asked.
  public var isForgotten: Bool { isNamed && eligibility == .eligible && !isAsked }
}
