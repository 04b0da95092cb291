public import Vocabulary

extension Scenario {
  /// What becomes of one purse.
  public struct PurseChange: Hashable, Sendable {
    /// The three ways to change a purse.
    public enum Kind: Hashable, Sendable {
      case amount(Cents)
      /// A relative change in basis points, −10 000 at the least; the result is rounded down.
      case variation(Int64)
      /// The funder leaves: the money, the cells, the commitments and the rules of the purse go.
      case withdrawal
    }

    public let purse: String
    public let kind: Kind

    /// Changes a purse.
    public init(_ purse: String, _ kind: Kind) {
      self.purse = purse
      self.kind = kind
    }
  }

  /// A floor that is a share of the need.
  public struct FloorPolicy: Hashable, Sendable {
    /// The share, rounded up to a grant that the rounding allows, never above the need.
    public let shareOfNeed: BasisPoints
    /// Whether a floor that is already higher stays.
    public let onlyRaises: Bool

    /// States a policy.
    public init(shareOfNeed: BasisPoints, onlyRaises: Bool = false) {
      self.shareOfNeed = shareOfNeed
      self.onlyRaises = onlyRaises
    }
  }

  /// What another grid, or the committee, says of one project; nil leaves it as it is.
  public struct ProjectChange: Hashable, Sendable {
    public let project: String
    public let rank: Int64?
    public let score: Int64?
    public let need: Cents?
    public let floor: Cents?
    public let band: Instance.Project.Band?

    /// Changes a project.
    public init(
      _ project: String, rank: Int64? = nil, score: Int64? = nil, need: Cents? = nil,
      floor: Cents? = nil, band: Instance.Project.Band? = nil
    ) {
      self.project = project
      self.rank = rank
      self.score = score
      self.need = need
      self.floor = floor
      self.band = band
    }
  }

  /// The settings that differ; nil leaves a setting as it is.
  public struct ParameterChange: Hashable, Sendable {
    public let rounding: Cents?
    public let publicShare: BasisPoints?
    public let scoreThreshold: Int64?
    public let retainedWeight: BasisPoints?

    /// Changes settings.
    public init(
      rounding: Cents? = nil, publicShare: BasisPoints? = nil, scoreThreshold: Int64? = nil,
      retainedWeight: BasisPoints? = nil
    ) {
      self.rounding = rounding
      self.publicShare = publicShare
      self.scoreThreshold = scoreThreshold
      self.retainedWeight = retainedWeight
    }
  }

  /// What becomes of one settled amount.
  public struct PinChange: Hashable, Sendable {
    public let project: String
    public let purse: String
    /// The amount settled; nil when nothing is settled any more.
    public let amount: Cents?

    /// Settles a cell, or frees it.
    public init(project: String, purse: String, amount: Cents?) {
      self.project = project
      self.purse = purse
      self.amount = amount
    }
  }
}
