public import Vocabulary

/// The grants of a project: asked for in this call, or already secured.
public struct FinancingPlan: Hashable, Sendable {
  /// An amount asked of a funder in this call.
  public struct Request: Hashable, Sendable {
    public let funder: String
    /// INSEE code, when the funder is a commune.
    public let commune: String?
    public let amount: Cents
    /// Line in the file received.
    public let line: Int?

    /// Asks a funder for an amount.
    public init(funder: String, commune: String? = nil, amount: Cents, line: Int? = nil) {
      self.funder = funder
      self.commune = commune
      self.amount = amount
      self.line = line
    }
  }

  /// An amount already notified or voted elsewhere.
  public struct Secured: Hashable, Sendable {
    public let body: String
    public let amount: Cents
    public let decidedOn: Day?
    /// Line in the file received.
    public let line: Int?

    /// States an amount already granted.
    public init(body: String, amount: Cents, decidedOn: Day?, line: Int? = nil) {
      self.body = body
      self.amount = amount
      self.decidedOn = decidedOn
      self.line = line
    }
  }

  public let requests: [Request]
  public let secured: [Secured]
  /// Least total of this call's grants with which the action can run, when the applicant gives one.
  public let floor: Cents?

  /// Total asked for in this call.
  public var requestedTotal: Cents { requests.lazy.map(\.amount).total() }
  /// Total already secured.
  public var securedTotal: Cents { secured.lazy.map(\.amount).total() }
}
