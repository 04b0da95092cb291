/// What is still missing before a session.
public struct MissingView: DocumentView, Hashable {
  let title: String
  let notes: [PageNote]
  let tables: [PageTable]

  /// Words what is missing.
  ///
  /// - Parameters:
  ///   - title: the title of the page.
  ///   - notes: a sentence or two each.
  ///   - tables: what is missing; none when nothing is.
  public init(title: String, notes: [String], tables: [PageTable]) {
    self.title = title.printable
    self.notes = notes.map { PageNote(text: $0.printable) }
    self.tables = tables
  }

  static let fields: [ViewField<MissingView>] = [
    .text("titre") { $0.title },
    .rows("remarques") { $0.notes },
    .rows("tableaux") { $0.tables },
  ]
}
