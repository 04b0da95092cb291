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
