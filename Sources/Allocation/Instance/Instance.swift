public import Vocabulary

/// Projects, purses and rules, as one file describes them: everything an allocation depends on.
///
/// Identifiers are opaque texts. The order of the rows never matters: projects are taken by rank,
/// equal ranks by identifier in byte order.
public struct Instance: Hashable, Sendable {
  /// The projects that ask for money.
  public var projects: [Project]
  /// The purses that may pay.
  public var purses: [Purse]
  /// The pairs that are allowed; a pair absent is forbidden.
  public var cells: [Cell]
  /// Rules that concern several projects, or one purse.
  public var constraints: [Constraint]
  /// Amounts settled beforehand.
  public var pins: [Pin]
  /// Conditional commitments of the funders.
  public var commitments: [Commitment]
  /// Settings of the whole allocation.
  public var parameters: Parameters
  /// Projects of which at most one may be retained, group by group.
  public var incompatibleGroups: [[String]]

  /// Gathers an instance; nothing is checked here (see ``init(json:)``).
  public init(
    projects: [Project], purses: [Purse], cells: [Cell], constraints: [Constraint] = [],
    pins: [Pin] = [], commitments: [Commitment] = [], parameters: Parameters = Parameters(),
    incompatibleGroups: [[String]] = []
  ) {
    self.projects = projects
    self.purses = purses
    self.cells = cells
    self.constraints = constraints
    self.pins = pins
    self.commitments = commitments
    self.parameters = parameters
    self.incompatibleGroups = incompatibleGroups
  }
}

extension Instance {
  /// A purse: the money of one funder under one set of rules.
  public struct Purse: Hashable, Sendable {
    /// Whether ordinary policies pay, or the credits that complete them.
    public enum Nature: String, Sendable, CaseIterable {
      case commonLaw = "droit_commun"
      case specific = "specifique"
    }

    public var id: String
    public var amount: Cents
    public var nature: Nature
    /// What it gave before, which is no longer in its amount.
    public var earlier: Earlier

    /// Describes a purse.
    public init(
      id: String, amount: Cents, nature: Nature = .commonLaw, earlier: Earlier = .nothing
    ) {
      self.id = id
      self.amount = amount
      self.nature = nature
      self.earlier = earlier
    }
  }

  /// A purse may give a project nothing, or from `minimum` to `maximum`.
  public struct Cell: Hashable, Sendable {
    public var project: String
    public var purse: String
    public var minimum: Cents
    public var maximum: Cents

    /// Allows a pair.
    public init(project: String, purse: String, minimum: Cents = .zero, maximum: Cents) {
      self.project = project
      self.purse = purse
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// An amount settled beforehand: the cell is exactly that; zero is a ban.
  public struct Pin: Hashable, Sendable {
    public var project: String
    public var purse: String
    public var amount: Cents

    /// Settles a cell.
    public init(project: String, purse: String, amount: Cents) {
      self.project = project
      self.purse = purse
      self.amount = amount
    }
  }

  /// A purse gives a retained project exactly `amount` when the `condition` purse gives it at least
  /// `threshold`, otherwise nothing.
  public struct Commitment: Hashable, Sendable {
    public var project: String
    public var purse: String
    public var amount: Cents
    public var condition: String
    public var threshold: Cents

    /// States a commitment.
    public init(
      project: String, purse: String, amount: Cents, condition: String, threshold: Cents
    ) {
      self.project = project
      self.purse = purse
      self.amount = amount
      self.condition = condition
      self.threshold = threshold
    }
  }

  /// Settings of the whole allocation.
  public struct Parameters: Hashable, Sendable {
    /// Every grant is a multiple of this; one cent by default.
    public var rounding: Cents
    /// The grants of a project never exceed this share of its cost, rounded down.
    public var publicShare: BasisPoints?
    /// A project whose score is below is not retained.
    public var scoreThreshold: Int64?
    /// Read for the strategy `valeur`; the strategy `rang` has no use for it.
    public var retainedWeight: BasisPoints?

    /// Chooses the settings.
    public init(
      rounding: Cents = Cents(1), publicShare: BasisPoints? = nil, scoreThreshold: Int64? = nil,
      retainedWeight: BasisPoints? = nil
    ) {
      self.rounding = rounding
      self.publicShare = publicShare
      self.scoreThreshold = scoreThreshold
      self.retainedWeight = retainedWeight
    }
  }
}
