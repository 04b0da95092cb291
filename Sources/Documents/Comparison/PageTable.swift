/// A table of a page; the first cell of each row names the row.
public struct PageTable: DocumentView, Hashable {
  /// What a cell shows.
  public struct Cell: DocumentView, Hashable {
    let text: String
    let isNumber: Bool

    /// Words a cell; numbers are set to the right.
    public init(_ text: String, isNumber: Bool = false) {
      self.text = text.printable
      self.isNumber = isNumber
    }

    static let fields: [ViewField<Cell>] = [
      .text("texte") { $0.text },
      .flag("nombre") { $0.isNumber },
    ]
  }

  struct Row: DocumentView, Hashable {
    let name: String
    let cells: [Cell]

    static let fields: [ViewField<Row>] = [
      .text("nom") { $0.name },
      .rows("cellules") { $0.cells },
    ]
  }

  let title: String
  let note: String?
  let columns: [Cell]
  let rows: [Row]

  /// Words a table.
  ///
  /// - Parameters:
  ///   - title: its heading and caption.
  ///   - note: how to read it, when it does not go without saying.
  ///   - columns: the headings, as many as cells in a row.
  ///   - rows: the cells of each row.
  public init(title: String, note: String?, columns: [Cell], rows: [[Cell]]) {
    self.title = title.printable
    self.note = note?.printable
    self.columns = columns
    self.rows = rows.map { Row(name: $0.first?.text ?? "", cells: Array($0.dropFirst())) }
  }

  static let fields: [ViewField<PageTable>] = [
    .text("titre_tableau") { $0.title },
    .text("note") { $0.note },
    .rows("colonnes") { $0.columns },
    .rows("lignes") { $0.rows },
  ]
}
