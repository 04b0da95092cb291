import Vocabulary

/// What the page of a comparison of scenarios says: tables, and charts of the same figures.
public struct ComparisonView: DocumentView, Hashable {
  let title: String
  let summary: String
  let notes: [PageNote]
  let charts: [PageChart]
  let tables: [PageTable]

  /// Words a page.
  ///
  /// - Parameters:
  ///   - title: the title of the page.
  ///   - summary: what is compared, in one or two sentences.
  ///   - notes: how to read the page, a sentence or two each.
  ///   - charts: what to draw, before the tables.
  ///   - tables: what is compared, in reading order.
  public init(
    title: String, summary: String, notes: [String], charts: [PageChart], tables: [PageTable]
  ) {
    self.title = title.printable
    self.summary = summary.printable
    self.notes = notes.map { PageNote(text: $0.printable) }
    self.charts = charts.enumerated().map { $1.numbered($0 + 1) }
    self.tables = tables
  }

  static let fields: [ViewField<ComparisonView>] = [
    .text("titre") { $0.title },
    .text("resume") { $0.summary },
    .rows("remarques") { $0.notes },
    .flag("avec_graphiques") { !$0.charts.isEmpty },
    .rows("graphiques") { $0.charts },
    .rows("tableaux") { $0.tables },
  ]
}

/// A sentence that helps to read a page.
struct PageNote: DocumentView, Hashable {
  let text: String

  static let fields: [ViewField<PageNote>] = [.text("remarque") { $0.text }]
}
