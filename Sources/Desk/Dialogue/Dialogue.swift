import Contract
import Forms
import Store
import Vocabulary

/// What the dialogue knows besides the answers; its closures answer the same to the same answers.
struct DialogueMatter: Sendable {
  let edition: FormEdition
  let chart: ChartOfAccounts
  let catalogue: ReferenceCatalogue
  /// Judges the confirmed answers as a deposit would.
  let judge: @Sendable (FilledForm) -> DraftJudgement
  /// The objectives nearest to what is already written, with the words that count.
  let nearest: @Sendable (Answers) -> [NearObjective]

  var reader: FieldReader { FieldReader(chart: chart, source: edition.source) }
  var words: AnswerWords { AnswerWords(catalogue: catalogue, chart: chart) }
}

/// An objective that the texts already typed suggest.
struct NearObjective: Hashable, Sendable {
  let code: String
  let words: [String]
}

/// What one line leads to: what must be done first, and what is said once it is done.
struct Turn: Hashable, Sendable {
  var request: DialogueRequest?
  var said: [String] = []
}

/// What the dialogue asks of whoever holds the base and the files.
enum DialogueRequest: Hashable, Sendable {
  /// Keep these changes, and where the author stands, before anything more is said.
  case keep([DraftChange], position: String)
  case readFile(String)
  case export(String)
  case deposit
  case leave
}

/// A guided form, one line after the other: a value that knows neither terminal, base nor clock.
///
/// Whoever drives it shows ``prompt()``, gives the line typed to ``take(_:)``, does what the turn
/// requests, tells the dialogue what became of it, and only then says what the turn says.
struct Dialogue: Sendable {
  /// The position that stands for the end of the form.
  static let end = "fin"

  let matter: DialogueMatter
  var answers: DraftAnswers
  /// Index of the question in the form; past the last, the end of the form.
  private(set) var index: Int
  var entry: (any QuestionEntry)?
  /// Whether the next line may name a question to go to.
  var isChoosing = false
  /// Whether a yes deposits.
  var isDepositing = false
  private var mustShow = true
  private var sectionShown: String?

  /// - Parameters:
  ///   - matter: the form and what surrounds it.
  ///   - answers: what the draft holds.
  ///   - position: the question to ask first; the first one by default.
  init(_ matter: DialogueMatter, answers: DraftAnswers, position: String?) {
    self.matter = matter
    self.answers = answers
    let fields = matter.edition.fields
    index =
      position == Self.end
      ? fields.count : fields.firstIndex { $0.id == position } ?? 0
    settle()
  }

  var fields: [Field] { matter.edition.fields }
  /// The question being asked; `nil` at the end of the form.
  var field: Field? { fields.indices.contains(index) ? fields[index] : nil }
  /// What the base remembers of where the author stands.
  var position: String { field?.id ?? Self.end }

  // MARK: Where one stands

  /// Goes to a question, or past the last.
  mutating func go(to index: Int) {
    self.index = index
    settle()
  }

  /// To the next question that is asked.
  mutating func goOn() { go(to: index + 1) }

  /// To the one asked before; `false` when there is none.
  mutating func goBack() -> Bool {
    guard let earlier = fields[..<min(index, fields.count)].lastIndex(where: answers.isAsked)
    else { return false }
    go(to: earlier)
    return true
  }

  /// Begins the question again, with what the draft now holds.
  mutating func restart() { go(to: index) }

  private mutating func settle() {
    while let field, !answers.isAsked(field) { index += 1 }
    mustShow = true
    isChoosing = false
    isDepositing = false
    entry = field.map { makeEntry($0) }
  }

  private func makeEntry(_ field: Field) -> any QuestionEntry {
    let held = answers[field.id].flatMap { $0.raw.isEmpty ? nil : $0 }
    let answers = answers
    let catalogue = matter.catalogue
    let question = QuestionMatter(
      field: field, current: held?.raw, isConfirmed: held?.isConfirmed ?? true,
      words: matter.words, reader: matter.reader,
      candidates: { catalogue.candidates(for: $0, given: answers) })
    switch field.kind {
    case .list: return ListEntry(question)
    case .table: return TableEntry(question)
    case .accounts: return AccountsEntry(question)
    case .longText:
      let unfinished = answers.unfinishedText(field.id)?.raw
      guard case .text(let text) = unfinished else { return TextEntry(question, unfinished: nil) }
      return TextEntry(question, unfinished: text)
    default: return ScalarEntry(question, proposals: proposals(for: field))
    }
  }

  private func proposals(for field: Field) -> [(candidate: ReferenceCandidate, why: String)] {
    guard field.kind == .reference(.objective), answers[field.id] == nil else { return [] }
    return matter.nearest(answers.answers).compactMap { near in
      matter.catalogue.name(of: near.code, .objective).map {
        (
          ReferenceCandidate(code: near.code, name: $0),
          " — mots : \(near.words.joined(separator: ", "))"
        )
      }
    }
  }

  // MARK: What is shown

  /// What to show before the next line is read; its last line ends with a colon.
  mutating func prompt() -> [String] {
    defer { mustShow = false }
    if isChoosing { return ["Votre réponse (numéro d’une question, Entrée pour revenir) :"] }
    guard let field, let entry else {
      let shown = mustShow ? summary() : []
      return shown + [
        isDepositing
          ? "Votre réponse (oui ou non) :" : "Votre réponse (numéro d’une question, ou commande) :"
      ]
    }
    guard mustShow else { return [entry.cue] }
    return section(of: field)
      + QuestionHelp.heading(field, number: index + 1, of: fields.count) + entry.opening
      + [entry.cue]
  }

  private mutating func section(of field: Field) -> [String] {
    let section = matter.edition.sections.first { $0.fields.contains(field) }
    guard let section, section.id != sectionShown else { return [""] }
    sectionShown = section.id
    return ["", "Rubrique : \(section.title)", ""]
  }
}
