public import Vocabulary

/// Stable identifier of a field: its section, a point, its name, for instance `projet.titre`.
public typealias FieldID = String

/// One edition of a form: what applicants of some kinds are asked, in which order.
public struct FormEdition: Hashable, Sendable {
  /// A titled group of fields.
  public struct Section: Hashable, Sendable {
    public let id: String
    public let title: String
    public let fields: [Field]
  }

  /// For instance `association-1`.
  public let edition: String
  public let title: String
  /// Kinds of applicant that fill it.
  public let applicantKinds: [String]
  public let source: LegalSource
  public let sections: [Section]

  /// Its place among the editions of one form: 2 for `association-2`; 0 when its name has none.
  public var rank: Int { edition.split(separator: "-").last.flatMap { Int($0) } ?? 0 }

  /// Every field, in the order of the form.
  public var fields: [Field] { sections.flatMap(\.fields) }

  /// The field of this identifier; `nil` when this edition does not ask it.
  public func field(_ id: FieldID) -> Field? { fields.first { $0.id == id } }
}

/// One question of a form.
public struct Field: Hashable, Sendable {
  /// What kind of answer a field takes.
  public indirect enum Kind: Hashable, Sendable {
    /// One line of at most `maximum` characters.
    case text(maximum: Int)
    /// Several lines of at most `maximum` characters in all.
    case longText(maximum: Int)
    case choice([Choice])
    case yesNo
    case integer(ClosedRange<Int>)
    /// A share from 0 to 100 %.
    case percentage
    /// An amount in euros.
    case amount
    case day
    case identifier(IdentifierKind)
    /// A code of the reference data.
    case reference(Reference)
    /// Several answers of one kind.
    case list(of: Kind, maximum: Int?)
    /// Rows with the same columns.
    case table(columns: [Field])
    /// Amounts by account.
    case accounts(AccountSide)
  }

  /// One answer of a closed list.
  public struct Choice: Hashable, Sendable {
    public let value: String
    public let label: String
  }

  /// What a code of the reference data names.
  public enum Reference: String, Hashable, Sendable, CaseIterable {
    case objective = "objectif"
    case funder = "financeur"
    case commune
    case district = "quartier"
    case watchTerritory = "veille"
  }

  /// What becomes of an answer when last year's dossier is taken up again.
  public enum Renewal: String, Hashable, Sendable, CaseIterable {
    /// Carried as it is.
    case keep = "garder"
    /// Asked as if for the first time.
    case clear = "vider"
    /// Proposed, and counted only once the applicant has confirmed it.
    case ask = "redemander"
  }

  public let id: FieldID
  public let label: String
  public let help: String?
  public let kind: Kind
  public let isRequired: Bool
  /// When the question is asked; `nil` for always.
  public let condition: Condition?
  /// An example, written as in a file.
  public let example: String?
  public let renewal: Renewal
}

extension Field.Kind {
  /// Whether an answer of this kind commits its author for one year only: an amount, a date, a declaration.
  public var isOfTheYear: Bool {
    switch self {
    case .amount, .accounts, .day, .yesNo: true
    case .list(let kind, _): kind.isOfTheYear
    case .table(let columns): columns.contains { $0.kind.isOfTheYear }
    case .text, .longText, .choice, .integer, .percentage, .identifier, .reference: false
    }
  }

  /// Whether an answer of this kind can be what a condition compares it with.
  public func canBe(_ value: String) -> Bool {
    switch self {
    case .choice(let choices): choices.contains { $0.value == value }
    case .yesNo: ["oui", "non"].contains(value)
    case .percentage, .amount, .list, .table, .accounts: false
    case .text, .longText, .integer, .day, .identifier, .reference: true
    }
  }
}
