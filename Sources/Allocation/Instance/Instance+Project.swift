public import Vocabulary

extension Instance {
  /// A project that asks for money.
  public struct Project: Hashable, Sendable {
    /// What the committee decided beforehand.
    public enum Band: String, Sendable, CaseIterable {
      case always = "toujours"
      case never = "jamais"
      case free = "libre"
    }

    public var id: String
    /// Its place in the ranking; the smallest is served first.
    public var rank: Int64
    /// The ranking's score × 10; `nil` when unknown.
    public var score: Int64?
    /// The most it may receive.
    public var need: Cents
    /// The least that makes it possible.
    public var floor: Cents
    /// The whole cost of the action; `nil` when unknown.
    public var cost: Cents?
    /// It counts wholly in each of its districts.
    public var districts: [String]
    public var axis: String?
    public var applicant: String?
    public var applicantKind: String?
    /// The applicant's own order of preference, 1 first.
    public var applicantOrder: Int64?
    public var band: Band

    /// Describes a project.
    public init(
      id: String, rank: Int64, score: Int64? = nil, need: Cents, floor: Cents, cost: Cents? = nil,
      districts: [String] = [], axis: String? = nil, applicant: String? = nil,
      applicantKind: String? = nil, applicantOrder: Int64? = nil, band: Band = .free
    ) {
      self.id = id
      self.rank = rank
      self.score = score
      self.need = need
      self.floor = floor
      self.cost = cost
      self.districts = districts
      self.axis = axis
      self.applicant = applicant
      self.applicantKind = applicantKind
      self.applicantOrder = applicantOrder
      self.band = band
    }

    /// Whether `self` is served before `other`: by rank, then by identifier in byte order.
    func precedes(_ other: Project) -> Bool {
      rank == other.rank ? id.precedesInBytes(other.id) : rank < other.rank
    }
  }
}

extension String {
  /// Byte order, which no locale and no Unicode version changes.
  func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
