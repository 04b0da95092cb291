public import Vocabulary

extension Instance {
  /// A rule that concerns several projects, or all the grants of one purse.
  public enum Constraint: Hashable, Sendable {
    /// `part_max`: the projects of a category receive at most this share of the purse's amount,
    /// rounded down to the cent.
    case maximumShare(purse: String, of: Category, share: BasisPoints)
    /// `nombre_max`: at most that many projects are retained (`purse` nil) or paid by the purse,
    /// among those of the category when there is one.
    case maximumCount(purse: String?, of: Category?, count: Int64)
    /// `cofinancement_min`: when the purse pays a project, the other purses bring at least this
    /// share of all it receives.
    case cofunding(purse: String, share: BasisPoints)
    /// `reserve`: that much of the purse is not distributed.
    case reserve(purse: String, amount: Cents)
    /// `reserve` with `selon`: that much of the purse serves the projects of the category first.
    case reservation(purse: String, of: Category, amount: Cents)
    /// `part_min`, soft: the projects of a category should receive at least this share of the
    /// purse's amount, rounded up to the cent.
    case minimumShare(purse: String, of: Category, share: BasisPoints)
    /// `nombre_min`, soft: at least that many projects should be retained (`purse` nil) or paid by
    /// the purse, among those of the category when there is one.
    case minimumCount(purse: String?, of: Category?, count: Int64)

    /// The purse it concerns, when there is one.
    public var purse: String? {
      switch self {
      case .maximumShare(let purse, _, _), .minimumShare(let purse, _, _), .cofunding(let purse, _),
        .reserve(let purse, _), .reservation(let purse, _, _):
        purse
      case .maximumCount(let purse, _, _), .minimumCount(let purse, _, _): purse
      }
    }

    /// The projects it concerns; nil when it concerns all of them.
    public var category: Category? {
      switch self {
      case .maximumShare(_, let category, _), .minimumShare(_, let category, _),
        .reservation(_, let category, _):
        category
      case .maximumCount(_, let category, _), .minimumCount(_, let category, _): category
      case .cofunding, .reserve: nil
      }
    }

    /// Whether it may be missed: the least shortfall then comes before everything else.
    public var isSoft: Bool {
      switch self {
      case .minimumShare, .minimumCount: true
      case .maximumShare, .maximumCount, .cofunding, .reserve, .reservation: false
      }
    }
  }

  /// A soft rule as it turned out: what was wanted, what is reached.
  ///
  /// Cents for `part_min`, projects for `nombre_min`.
  public struct Minimum: Hashable, Sendable {
    public var constraint: Constraint
    public var target: Int64
    public var reached: Int64

    /// Describes how far a soft rule is met.
    public init(constraint: Constraint, target: Int64, reached: Int64) {
      self.constraint = constraint
      self.target = target
      self.reached = reached
    }

    /// What is missing to reach the target.
    public var missing: Int64 { max(0, target - reached) }
  }

  /// The projects that share a district, an axis or a kind of applicant.
  public struct Category: Hashable, Sendable {
    /// What the projects have in common.
    public enum Criterion: String, Sendable, CaseIterable {
      case district = "quartier"
      case axis = "axe"
      case applicantKind = "type_porteur"
    }

    public var criterion: Criterion
    public var value: String

    /// Names a category.
    public init(_ criterion: Criterion, _ value: String) {
      self.criterion = criterion
      self.value = value
    }

    /// Whether the project belongs to the category.
    public func contains(_ project: Project) -> Bool {
      switch criterion {
      case .district: project.districts.contains(value)
      case .axis: project.axis == value
      case .applicantKind: project.applicantKind == value
      }
    }

    /// For readers: `quartier QP062019`.
    public var french: String {
      switch criterion {
      case .district: "quartier \(value)"
      case .axis: "axe \(value)"
      case .applicantKind: "type de porteur « \(value) »"
      }
    }
  }
}
