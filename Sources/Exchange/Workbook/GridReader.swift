import CLibXML2

/// Builds the sheets of a workbook from the tags of its `content.xml` (OpenDocument 1.2, part 1, § 9).
///
/// Repeated cells and rows are counted, never unrolled. Notes, drawings, tracked changes and tables
/// inside cells are passed over with all they hold.
final class GridReader: ContentEvents {
  private(set) var grids: [Grid] = []
  private(set) var obstacle: WorkbookObstacle?

  private let odf: ODFNames
  private let names: Names
  private var isSpreadsheet = false
  /// Depth of what is being passed over.
  private var skipped: Int?
  private var tableDepth: Int?
  private var row: RowUnderWay?
  private var nextRow = 1
  private var cell: CellUnderWay?
  private var cellDepth = 0
  private var textSize = 0

  init(_ odf: ODFNames) {
    self.odf = odf
    names = Names(odf)
  }

  /// Whether the document said it was a spreadsheet.
  var hasSpreadsheet: Bool { isSpreadsheet }

  func opened(_ tag: ODFTag, depth: Int) {
    guard skipped == nil, obstacle == nil else { return }
    if depth <= 3 { return openedFrame(tag, depth: depth) }
    if depth == 4, tag.is(names.table, in: odf.table) {
      tableDepth = depth
      nextRow = 1
      return grids.append(Grid(name: tag.text(names.name, in: odf.table) ?? ""))
    }
    guard tableDepth != nil else {
      skipped = depth
      return
    }
    if cell != nil { return openedInCell(tag, depth: depth) }
    openedInTable(tag, depth: depth)
  }

  private func openedFrame(_ tag: ODFTag, depth: Int) {
    switch depth {
    case 1 where tag.is(names.document, in: odf.office),
      2 where tag.is(names.body, in: odf.office):
      return
    case 3 where tag.is(names.spreadsheet, in: odf.office): isSpreadsheet = true
    case 1: obstacle = .notSpreadsheet
    default: skipped = depth
    }
  }

  private func openedInTable(_ tag: ODFTag, depth: Int) {
    guard tag.namespace == odf.table else {
      skipped = depth
      return
    }
    switch tag.name {
    case names.row:
      let count = tag.count(names.rowsRepeated, in: odf.table, limit: 1 << 30)
      row = RowUnderWay(number: nextRow, count: count, depth: depth)
      nextRow += count
    case names.cell, names.covered:
      guard let row else {
        skipped = depth
        return
      }
      cellDepth = depth
      cell = CellUnderWay(tag, odf: odf, names: names, column: row.nextColumn)
    case names.rowGroup, names.headerRows, names.rows: return
    default: skipped = depth
    }
  }

  private func openedInCell(_ tag: ODFTag, depth: Int) {
    if depth == cellDepth + 1 {
      // Only paragraphs are the cell's own words: not its notes, drawings or inner tables.
      guard tag.is(names.paragraph, in: odf.text) else {
        skipped = depth
        return
      }
      cell?.text.beginParagraph()
      return
    }
    guard tag.namespace == odf.text, tag.name != names.note, tag.name != names.ruby else {
      skipped = depth
      return
    }
    switch tag.name {
    case names.space: cell?.text.add(spaces: tag.count(names.count, in: odf.text, limit: 1 << 30))
    case names.tab: cell?.text.add(mark: UInt8(ascii: "\t"))
    case names.lineBreak: cell?.text.add(mark: UInt8(ascii: "\n"))
    default: return
    }
    checkSize()
  }

  func heard(_ text: UnsafeBufferPointer<UInt8>) {
    guard skipped == nil, obstacle == nil, cell?.text.isInParagraph == true else { return }
    cell?.text.add(text)
    checkSize()
  }

  private func checkSize() {
    guard let size = cell?.text.bytes.count else { return }
    if size > WorkbookLimit.cell || textSize + size > WorkbookLimit.text { obstacle = .tooMuchText }
  }

  func closed(depth: Int) {
    guard obstacle == nil else { return }
    if let skipped {
      if depth == skipped { self.skipped = nil }
      return
    }
    if let open = cell {
      if depth == cellDepth + 1 { cell?.text.endParagraph() }
      guard depth == cellDepth else { return }
      textSize += open.text.bytes.count
      row?.add(open.finished, count: open.count)
      cell = nil
    } else if let open = row, depth == open.depth {
      if let finished = open.finished { grids[grids.count - 1].rows.append(finished) }
      row = nil
    } else if depth == tableDepth {
      tableDepth = nil
    }
  }

  /// The local names looked for.
  struct Names {
    let document, body, spreadsheet, table, name, row, rowsRepeated, cell, covered: XMLName?
    let rowGroup, headerRows, rows, paragraph, note, ruby, space, count, tab, lineBreak: XMLName?
    let columnsRepeated, columnsSpanned, formula, type, currency: XMLName?
    let values: [(name: XMLName?, type: String)]

    init(_ odf: ODFNames) {
      (document, body, spreadsheet) = (odf("document-content"), odf("body"), odf("spreadsheet"))
      (table, name, row, rowsRepeated) = (
        odf("table"), odf("name"), odf("table-row"), odf("number-rows-repeated")
      )
      (cell, covered) = (odf("table-cell"), odf("covered-table-cell"))
      (rowGroup, headerRows, rows) = (
        odf("table-row-group"), odf("table-header-rows"), odf("table-rows")
      )
      (paragraph, note, ruby) = (odf("p"), odf("note"), odf("ruby-text"))
      (space, count, tab, lineBreak) = (odf("s"), odf("c"), odf("tab"), odf("line-break"))
      columnsRepeated = odf("number-columns-repeated")
      columnsSpanned = odf("number-columns-spanned")
      (formula, type, currency) = (odf("formula"), odf("value-type"), odf("currency"))
      values = [
        (odf("value"), "float"), (odf("date-value"), "date"), (odf("time-value"), "time"),
        (odf("boolean-value"), "boolean"), (odf("string-value"), "string"),
      ]
    }
  }
}
