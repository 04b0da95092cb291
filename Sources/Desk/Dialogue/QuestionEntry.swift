import Forms
import Vocabulary

/// How the answer to one question is typed, line after line.
protocol QuestionEntry: Sendable {
  /// What is shown under the question before its first line.
  var opening: [String] { get }
  /// What is asked before each line; its last line ends with a colon.
  var cue: String { get }
  /// The field that « ? » explains: the column being filled, in a table.
  var explained: Field { get }
  /// Understands one line.
  mutating func take(_ line: String) -> EntryStep
}

/// What one line of an answer leads to.
struct EntryStep: Hashable, Sendable {
  /// The answer to keep; empty to remove what was there.
  var answer: RawAnswer?
  /// The text being written, to keep beside the answer until it is finished.
  var unfinished: String?
  var said: [String] = []
  /// Whether the next question follows.
  var isOver = false

  /// Says something and asks again.
  static func again(_ said: String...) -> EntryStep { EntryStep(said: said) }
}

/// What an entry needs to know of its question.
struct QuestionMatter: Sendable {
  let field: Field
  /// The answer already there.
  let current: RawAnswer?
  /// Whether it is the applicant's own; last year's otherwise.
  let isConfirmed: Bool
  let words: AnswerWords
  let reader: FieldReader
  /// What the contract offers for a field or a column.
  let candidates: @Sendable (Field) -> [ReferenceCandidate]

  /// What Enter alone does when nothing is there.
  var skipped: [String] {
    field.isRequired
      ? ["Cette réponse obligatoire reste à donner ; « :manque » la rappellera."] : []
  }

  /// How the answer already there is announced.
  var announced: String { isConfirmed ? "Réponse actuelle" : "L’an dernier" }

  /// What Enter alone does when an answer is there.
  func kept(_ answer: RawAnswer) -> EntryStep {
    guard !isConfirmed else { return EntryStep(isOver: true) }
    let faults = reader.check(answer, as: field.kind, at: field.id)
    guard faults.isEmpty else { return EntryStep(said: FindingWords.short(faults)) }
    return EntryStep(answer: answer, isOver: true)
  }
}

/// A question that takes one value.
struct ScalarEntry: QuestionEntry {
  /// Columns of a default shown between brackets; a longer one has its own line.
  private static let widestDefault = 40

  private let matter: QuestionMatter
  private let proposals: [String]
  private var value: ValueEntry

  /// - Parameters:
  ///   - matter: the question.
  ///   - proposals: candidates to propose first, with why, one line each.
  init(_ matter: QuestionMatter, proposals: [(candidate: ReferenceCandidate, why: String)] = []) {
    self.matter = matter
    value = ValueEntry(
      matter.field, candidates: matter.candidates(matter.field), reader: matter.reader,
      proposals: proposals.map(\.candidate), mayList: matter.current == nil)
    self.proposals = proposals.enumerated().map { "  \($0 + 1). \($1.candidate.shown)\($1.why)" }
  }

  private var currentWords: String? {
    guard case .text(let text) = matter.current else { return nil }
    return matter.words.value(text, as: matter.field.kind)
  }

  var opening: [String] {
    var said = proposals.isEmpty ? value.offers : ["Les plus proches de votre texte :"] + proposals
    if let words = currentWords, ScreenText.columns(words) > Self.widestDefault {
      said.append("\(matter.announced) : \(words)")
    }
    return said
  }

  var cue: String {
    guard let words = currentWords else { return "Votre réponse :" }
    let prefix = matter.isConfirmed ? "" : "l’an dernier : "
    let isShort = ScreenText.columns(words) <= Self.widestDefault
    return "Votre réponse [\(isShort ? prefix + words : "Entrée : la même")] :"
  }

  var explained: Field { matter.field }

  mutating func take(_ line: String) -> EntryStep {
    switch value.take(line) {
    case .value(let text): return EntryStep(answer: .text(text), isOver: true)
    case .again(let said): return EntryStep(said: said)
    case .nothing:
      if let current = matter.current { return matter.kept(current) }
      return EntryStep(said: matter.skipped, isOver: true)
    }
  }
}
