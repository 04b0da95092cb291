import Vocabulary

/// Writes `content.xml` (OpenDocument 1.2, part 1).
struct ContentXML {
  private var out: XMLOutput
  private let box = ByteBox()
  private var validations: [CellValidation] = []
  private var forbidden: UInt32?

  private init() {
    let box = box
    out = XMLOutput { box.bytes += $0 }
  }

  static func text(of sheets: [Sheet]) throws(WorkbookUnwritable) -> [UInt8] {
    var writer = ContentXML()
    do { return try writer.write(sheets) } catch let error as WorkbookUnwritable {
      throw error
    } catch {
      throw .unpackable
    }
  }

  private mutating func write(_ sheets: [Sheet]) throws -> [UInt8] {
    let cells = sheets.flatMap(\.rows).flatMap(\.cells)
    for validation in cells.compactMap(\.validation) where !validations.contains(validation) {
      validations.append(validation)
    }
    raw(WorkbookStyles.contentHead(widths: Set(sheets.flatMap(\.widths)).sorted()))
    raw("<office:body><office:spreadsheet>")
    writeValidations()
    for sheet in sheets {
      write(sheet)
      try out.flush(ifAtLeast: 0)
    }
    raw("</office:spreadsheet></office:body></office:document-content>\n")
    try out.flush(ifAtLeast: 0)
    if let forbidden { throw WorkbookUnwritable.character(forbidden) }
    if cells.contains(where: { $0.content.shown.utf8.count > WorkbookLimit.cell }) {
      throw WorkbookUnwritable.tooLarge
    }
    return box.bytes
  }

  /// Markup of ours.
  private mutating func raw(_ markup: String) { out.markup(verbatim: markup) }

  /// An attribute with its name and value.
  private mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    escape(value, inAttribute: true)
    raw("\"")
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    if let scalar = out.text(text, inAttribute: inAttribute), forbidden == nil {
      forbidden = scalar
    }
  }

  private mutating func writeValidations() {
    guard !validations.isEmpty else { return }
    raw("<table:content-validations>")
    for (index, validation) in validations.enumerated() {
      raw("<table:content-validation")
      attribute("table:name", "liste\(index + 1)")
      var message = "Choisissez une des réponses de la liste."
      var kind = "stop"
      switch validation {
      case .words(let words):
        let list = words.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";")
        attribute("table:condition", "of:cell-content-is-in-list(\(list))")
      case .range(let range):
        attribute("table:condition", "of:cell-content-is-in-list(\(range))")
        message = "Ce code n’est pas dans la feuille « \(ListsSheet.name) »."
        kind = "warning"
      }
      raw(" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\">")
      raw("<table:error-message table:display=\"true\" table:title=\"Réponse inattendue\"")
      attribute("table:message-type", kind)
      raw("><text:p>\(message)</text:p></table:error-message></table:content-validation>")
    }
    raw("</table:content-validations>")
  }

  private mutating func write(_ sheet: Sheet) {
    raw("<table:table table:style-name=\"feuille\"")
    attribute("table:name", sheet.name)
    raw(">")
    for (index, width) in sheet.widths.enumerated() {
      raw("<table:table-column table:style-name=\"col\(width)\"")
      raw(index == 0 ? " table:visibility=\"collapse\"/>" : "/>")
    }
    if sheet.headRows > 0 { raw("<table:table-header-rows>") }
    for (index, row) in sheet.rows.enumerated() {
      write(row, widths: sheet.widths)
      if index == sheet.headRows - 1 { raw("</table:table-header-rows>") }
    }
    raw("</table:table>\n")
  }

  private mutating func write(_ row: SheetRow, widths: [Int]) {
    raw("<table:table-row table:style-name=\"lig\(RowHeight.lines(of: row, widths: widths))\"")
    raw(row.isHidden ? " table:visibility=\"collapse\">" : ">")
    for cell in row.cells { write(cell) }
    raw("</table:table-row>\n")
  }

  private mutating func write(_ cell: SheetCell) {
    raw("<table:table-cell table:style-name=\"\(WorkbookStyles.name(of: cell.style))\"")
    if let validation = cell.validation, let index = validations.firstIndex(of: validation) {
      attribute("table:content-validation-name", "liste\(index + 1)")
    }
    switch cell.content {
    case .empty: return raw("/>")
    case .text(let text):
      raw(" office:value-type=\"string\">")
      write(paragraphs: text)
    case .number(let number):
      raw(" office:value-type=\"float\" office:value=\"\(number)\">")
      write(paragraphs: number.replacing(".", with: ","))
    case .day(let day):
      raw(" office:value-type=\"date\" office:date-value=\"\(day.iso)\">")
      let parts = day.iso.split(separator: "-")
      write(paragraphs: parts.reversed().joined(separator: "/"))
    case .amountFormula(let formula, let amount):
      attribute("table:formula", formula)
      raw(" office:value-type=\"float\" office:value=\"\(amount.decimal)\">")
      write(paragraphs: String(amount.french.dropLast(2)))
    case .textFormula(let formula, let text):
      attribute("table:formula", formula)
      raw(" office:value-type=\"string\"")
      attribute("office:string-value", text)
      raw(">")
      write(paragraphs: text)
    }
    raw("</table:table-cell>")
  }

  /// One paragraph a line; spaces that a reader would drop are elements.
  private mutating func write(paragraphs text: String) {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      raw("<text:p>")
      write(line: line.unicodeScalars)
      raw("</text:p>")
    }
  }

  private mutating func write(line: Substring.UnicodeScalarView) {
    var left = line
    var isStart = true
    while let first = left.first {
      switch first {
      case "\t":
        // As LibreOffice keeps it: see ``CellText``.
        raw("\t")
        left.removeFirst()
      case " ":
        let count = left.prefix { $0 == " " }.count
        left = left.dropFirst(count)
        let isPlain = !isStart && !left.isEmpty
        if isPlain { raw(" ") }
        let others = isPlain ? count - 1 : count
        if others > 0 { raw("<text:s text:c=\"\(others)\"/>") }
      default:
        let words = left.prefix { $0 != " " && $0 != "\t" }
        escape(String(words), inAttribute: false)
        left = left.dropFirst(words.count)
      }
      isStart = false
    }
  }
}

private final class ByteBox {
  var bytes: [UInt8] = []
}

/// How tall rows are: readers that do not measure text show them so.
enum RowHeight {
  /// Heights that have a style, in lines.
  static let most = 60

  static func lines(of row: SheetRow, widths: [Int]) -> Int {
    let lines = zip(row.cells, widths).map { cell, width -> Int in
      switch cell.style {
      case .mark, .title, .subtitle, .group, .verdict: return cell.style == .title ? 2 : 1
      default: break
      }
      // A character of ten points is nearly two millimetres wide.
      let room = max(8, width * 10 / 19)
      return cell.content.shown.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + max(1, ($1.count + room - 1) / room) }
    }
    return min(Self.most, lines.max() ?? 1)
  }
}
