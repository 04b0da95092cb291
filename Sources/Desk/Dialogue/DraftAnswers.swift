import Forms
import Store
import Vocabulary

/// The answers of a draft, as the dialogue holds them between two writes.
struct DraftAnswers: Sendable {
  /// An answer and the very text that the base holds for it.
  struct Held: Hashable, Sendable {
    let raw: RawAnswer
    let json: String
    let isConfirmed: Bool
  }

  let edition: FormEdition
  private let reader: AnswerReader
  private let call: String
  private let applicantKind: String
  private var held: [FieldID: Held] = [:]
  private var unfinished: [FieldID: Held] = [:]
  /// The confirmed answers, as the rules read them.
  private(set) var answers: Answers

  init(edition: FormEdition, chart: ChartOfAccounts, call: String, applicantKind: String) {
    self.edition = edition
    self.call = call
    self.applicantKind = applicantKind
    reader = AnswerReader(form: edition, chart: chart)
    answers = Answers(
      form: edition.edition, call: call, applicantKind: applicantKind, values: [:], lines: [:])
  }

  /// Takes what the base holds in place of everything known.
  mutating func load(_ stored: [DraftAnswer]) {
    held = [:]
    unfinished = [:]
    for answer in stored { put(answer.field, answer.value, isConfirmed: answer.isConfirmed) }
    readAgain()
  }

  /// Takes changes that the base has kept.
  mutating func apply(_ changes: [DraftChange]) {
    for change in changes {
      switch change {
      case .set(let value, _): put(value.field, value.value, isConfirmed: value.isConfirmed)
      case .erase(let name, _):
        held[name] = nil
        for field in edition.fields where DraftAnswer.partial(of: field.id) == name {
          unfinished[field.id] = nil
        }
      }
    }
    readAgain()
  }

  private mutating func put(_ name: String, _ json: String, isConfirmed: Bool) {
    for field in edition.fields {
      guard field.id == name || DraftAnswer.partial(of: field.id) == name else { continue }
      let raw = RawAnswer(json: json, kind: field.kind) ?? .text("")
      let answer = Held(raw: raw, json: json, isConfirmed: isConfirmed)
      if field.id == name { held[name] = answer } else { unfinished[field.id] = answer }
    }
  }

  private mutating func readAgain() {
    answers = reader.read(filled.node(of: edition), file: "").answers
  }

  /// The answer to a field, confirmed or not.
  subscript(field: FieldID) -> Held? { held[field] }

  /// The text that someone has begun to write for a field.
  func unfinishedText(_ field: FieldID) -> Held? { unfinished[field] }

  /// The confirmed answers, as files carry them.
  var filled: FilledForm {
    var filled = FilledForm(form: edition.edition, call: call, applicantKind: applicantKind)
    for (field, answer) in held where answer.isConfirmed { filled[field] = answer.raw }
    return filled
  }

  /// Whether a field holds a confirmed answer.
  func isAnswered(_ field: Field) -> Bool {
    held[field.id].map { $0.isConfirmed && !$0.raw.isEmpty } ?? false
  }

  /// Whether a field is asked, given the other answers.
  func isAsked(_ field: Field) -> Bool { field.condition?.holds(for: answers) ?? true }

  /// The codes of one kind that the answers name, wherever they do.
  func references(_ kind: Field.Reference) -> [String] {
    edition.fields.flatMap { field -> [String] in
      guard field.kind.single == .reference(kind) else { return [] }
      return answers.texts(field.id) + [answers.text(field.id)].compactMap { $0 }
    }
  }
}
