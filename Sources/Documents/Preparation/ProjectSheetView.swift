/// What the page of one project says to whoever prepares a session.
public struct ProjectSheetView: DocumentView, Hashable {
  let number: String
  let title: String
  let applicant: String
  let context: String
  let facts: [PageFact]
  let texts: [PageText]
  let tables: [PageTable]
  let notes: [PageNote]
  /// The page that lists the projects, from the folder of this one.
  let list: String

  /// Words the page of a project.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - title: the title of the project.
  ///   - applicant: who carries it.
  ///   - context: the contract and the call, for a reader who only has this page.
  ///   - facts: what is known in a word.
  ///   - texts: what the dossier says at length.
  ///   - tables: money, score, opinions.
  ///   - notes: what a reader should know.
  ///   - list: the page that lists the projects.
  public init(
    number: String, title: String, applicant: String, context: String, facts: [PageFact],
    texts: [PageText], tables: [PageTable], notes: [String], list: String
  ) {
    self.number = number.printable
    self.title = title.printable
    self.applicant = applicant.printable
    self.context = context.printable
    self.facts = facts
    self.texts = texts.filter { !$0.paragraphs.isEmpty }
    self.tables = tables
    self.notes = notes.map { PageNote(text: $0.printable) }
    self.list = list
  }

  static let fields: [ViewField<ProjectSheetView>] = [
    .text("numero") { $0.number },
    .text("titre") { $0.title },
    .text("porteur") { $0.applicant },
    .text("contexte") { $0.context },
    .text("liste") { $0.list },
    .rows("faits") { $0.facts },
    .rows("textes") { $0.texts },
    .rows("tableaux") { $0.tables },
    .rows("remarques") { $0.notes },
  ]
}
