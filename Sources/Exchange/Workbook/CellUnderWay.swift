import CLibXML2

/// A row whose cells are still coming.
struct RowUnderWay {
  let number: Int
  let count: Int
  let depth: Int
  private(set) var nextColumn = 0
  private var cells: [GridCell] = []

  init(number: Int, count: Int, depth: Int) {
    (self.number, self.count, self.depth) = (number, count, depth)
  }

  mutating func add(_ cell: GridCell, count: Int) {
    nextColumn += count
    // A merged neighbour is kept even when blank: it hides what is under it.
    if !cell.isBlank || cell.span > 1 { cells.append(cell) }
  }

  /// The row; `nil` when nothing is written in it.
  var finished: GridRow? {
    cells.isEmpty ? nil : GridRow(number: number, count: count, cells: cells)
  }
}

/// A cell whose paragraphs are still coming.
struct CellUnderWay {
  let count: Int
  var text = CellText()
  private let column: Int
  private let type: String?
  private let value: String?
  private let formula: String?
  private let isError: Bool
  private let isCovered: Bool
  private let span: Int

  init(_ tag: ODFTag, odf: ODFNames, names: GridReader.Names, column: Int) {
    self.column = column
    count = tag.count(names.columnsRepeated, in: odf.table, limit: 1 << 30)
    span = tag.count(names.columnsSpanned, in: odf.table, limit: 1 << 20)
    isCovered = tag.name == names.covered
    formula = tag.text(names.formula, in: odf.table)
    let told = tag.text(names.type, in: odf.office)
    // Another currency is no amount in euros, whatever its figure.
    let unit = told == "currency" ? tag.text(names.currency, in: odf.office) ?? "EUR" : "EUR"
    type = unit == "EUR" ? told : "monnaie \(unit)"
    isError = tag.text(names.type, in: odf.extensions) == "error"
    let wanted = type == "percentage" || type == "currency" ? "float" : type
    value = names.values.first { $0.type == wanted }.flatMap { tag.text($0.name, in: odf.office) }
  }

  var finished: GridCell {
    GridCell(
      columns: column..<column + count, type: type, value: value, text: text.string,
      formula: formula, isError: isError, isCovered: isCovered, span: span)
  }
}

/// The words of a cell.
///
/// NB: spaces and tabulations written as such are kept, where the norm makes one space of a run
/// (OpenDocument 1.2, part 1, § 6.1.2): LibreOffice 7.4 writes the runs of a cell of several paragraphs so,
/// and forgets `text:tab` when it opens a spreadsheet. Only the line ends of the file itself collapse.
struct CellText {
  private(set) var bytes: [UInt8] = []
  private(set) var isInParagraph = false
  private var hasParagraph = false
  /// Whether spaces that come now only indent the file.
  private var isIndenting = false

  mutating func beginParagraph() {
    if hasParagraph { bytes.append(UInt8(ascii: "\n")) }
    hasParagraph = true
    isInParagraph = true
    isIndenting = false
  }

  mutating func endParagraph() { isInParagraph = false }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if byte == 0x0A || byte == 0x0D {
        if !isIndenting { bytes.append(0x20) }
        isIndenting = true
      } else if byte != 0x20 || !isIndenting {
        bytes.append(byte)
        isIndenting = false
      }
    }
  }

  mutating func add(spaces count: Int) {
    // One more than a cell may hold is enough to be refused.
    bytes += repeatElement(0x20, count: min(count, WorkbookLimit.cell + 1))
    isIndenting = false
  }

  mutating func add(mark: UInt8) {
    bytes.append(mark)
    isIndenting = false
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
