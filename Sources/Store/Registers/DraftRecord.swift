public import Dossiers
import GRDB
public import Vocabulary

/// A value to keep in a draft: a field's, or that of a text being written (``DraftAnswer/partial(of:)``).
public struct DraftValue: Hashable, Sendable {
  /// Identifier of the field.
  public let field: String
  /// Compact JSON, as `RawAnswer.json` writes it.
  public let value: String
  /// `false` for what last year's dossier said and its author has not confirmed yet.
  public let isConfirmed: Bool

  /// Describes a value.
  public init(field: String, value: String, isConfirmed: Bool = true) {
    self.field = field
    self.value = value
    self.isConfirmed = isConfirmed
  }
}

/// A draft to create, with what it starts from.
public struct NewDraft: Sendable {
  public let call: String
  /// Edition of the form.
  public let form: String
  public let applicantKind: String
  /// Number of the dossier it takes up again.
  public let renews: String?
  public let answers: [DraftValue]

  /// Describes a draft; `answers` are kept in the same transaction as the draft itself.
  public init(
    call: String, form: String, applicantKind: String, renews: String? = nil,
    answers: [DraftValue] = []
  ) {
    self.call = call
    self.form = form
    self.applicantKind = applicantKind
    self.renews = renews
    self.answers = answers
  }
}

/// What an applicant has answered and not deposited yet, without the answers.
public struct DraftRecord: Hashable, Sendable {
  public let id: Int
  public let call: String
  /// Edition of the form.
  public let form: String
  public let applicantKind: String
  /// Who started it.
  public let actor: String
  public let createdAt: Instant
  public let updatedAt: Instant
  /// The question to ask first when it is taken up again.
  public let position: String?
  /// Number of the dossier it takes up again.
  public let renews: String?
  /// The dossier it became, once deposited.
  public let dossier: DossierNumber?
  public let abandonedAt: Instant?
  /// How many fields hold a confirmed answer.
  public let answered: Int
  /// Grows with each write: two readings with the same revision are the same.
  public let revision: Int

  /// Whether nothing more may be written in it.
  public var isClosed: Bool { dossier != nil || abandonedAt != nil }
}

/// An answer of a draft as the base holds it.
public struct DraftAnswer: Hashable, Sendable {
  /// Identifier of the field, or ``partial(of:)`` one.
  public let field: String
  /// Compact JSON.
  public let value: String
  public let isConfirmed: Bool
  public let answeredAt: Instant

  /// Where the text that someone is writing for a field waits to be finished, so that the answer in
  /// force stays whole until then.
  public static func partial(of field: String) -> String { field + partialMark }

  static let partialMark = "#suite"
}

/// A change to one answer of a draft.
public enum DraftChange: Hashable, Sendable {
  /// Keeps a value, if what is there is still `replacing` (`nil`: nothing).
  case set(DraftValue, replacing: String?)
  /// Removes a value, if what is there is still `replacing`; nothing happens when there is none.
  case erase(field: String, replacing: String?)

  /// The field it writes, and what its author saw there.
  var expectation: (field: String, value: String?) {
    switch self {
    case .set(let value, let expected): (value.field, expected)
    case .erase(let field, let expected): (field, expected)
    }
  }
}

/// What became of a change.
public enum DraftWriting: Hashable, Sendable {
  /// On disk.
  case written
  /// Someone else answered meanwhile: nothing was written, and this is what the base holds.
  case overtaken(DraftAnswer?)
}
