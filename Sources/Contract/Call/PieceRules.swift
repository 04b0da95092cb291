public import Vocabulary

/// What a call says of the papers of its dossiers: how many, how large, until when, which.
public struct PieceRules: Hashable, Sendable, Codable {
  /// Largest size of one paper, in bytes.
  public let maximumSize: Int
  /// Largest number of papers in a dossier.
  public let maximumCount: Int
  /// Largest size of all the papers of a dossier, in bytes.
  public let maximumTotal: Int
  /// The applicants' last day; `nil` for the last day of the call.
  public let deadline: Deadline?
  /// The formats admitted.
  public let formats: [PieceFormat]
  /// The papers asked for, in the order of the call, a kind once.
  public let required: [RequiredPieceRule]

  /// For calls that say nothing: nothing required, twenty papers of 10 MiB and 50 MiB together at most.
  public static let standard = PieceRules(
    maximumSize: 10 << 20, maximumCount: 20, maximumTotal: 50 << 20, deadline: nil,
    formats: PieceFormat.allCases, required: [])

  /// What the call asks of this kind of paper; `nil` when it does not ask for it.
  public func rule(for kind: PieceKind) -> RequiredPieceRule? {
    required.first { $0.kind == kind }
  }
}

/// A paper a call asks for, and of whom.
public struct RequiredPieceRule: Hashable, Sendable, Codable {
  /// An answer that makes the paper necessary.
  ///
  /// Kept as written: only who knows answers can judge it.
  public struct Condition: Hashable, Sendable, Codable {
    /// Identifier of the field, for instance `attestations.signataire`.
    public let field: String
    public let value: String
  }

  public let kind: PieceKind
  /// For readers, as the call names it.
  public let label: String
  /// Kinds of applicant; `nil` for all.
  public let applicantKinds: [String]?
  public let condition: Condition?
  /// Asked only when the total asked is strictly greater.
  public let requestedAbove: Cents?
  /// Asked only when the grants of the financing plan, asked and secured, are strictly greater.
  public let subsidiesAbove: Cents?
  /// Months during which a paper already given stays valid; `nil` when it does not age.
  public let validMonths: Int?
  /// Whether a dossier without it is not admissible.
  public let isBlocking: Bool
  /// The requirement is an assumption, not read in a source.
  public let isAssumed: Bool
  public let source: LegalSource

  /// Whether it depends on more than the kind of applicant.
  public var isConditional: Bool {
    condition != nil || requestedAbove != nil || subsidiesAbove != nil
  }

  /// The last day on which a paper first given on a day can be used again; `nil` for ever.
  public func lastDay(ofGivenOn day: Day) -> Day? {
    validMonths.map { day.addingRoundingDown(months: $0) }
  }
}
