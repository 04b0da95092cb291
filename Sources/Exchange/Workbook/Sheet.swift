import Vocabulary

/// A sheet to write.
struct Sheet {
  let name: String
  /// Millimetres of each column; the first is hidden.
  let widths: [Int]
  var rows: [SheetRow] = []
  /// Rows that stay in sight, and are printed again on each page.
  var headRows = 0

  /// Number of the row that comes next, from 1.
  var nextRow: Int { rows.count + 1 }

  /// Adds a row and gives its number.
  @discardableResult
  mutating func add(_ mark: RowMark, _ cells: [SheetCell], isHidden: Bool = false) -> Int {
    addRow([SheetCell(.text(mark.text), .mark)] + cells, isHidden: isHidden)
  }

  /// Adds the hidden first row, which names the columns.
  mutating func addLayout(_ columns: [String]) {
    addRow(([RowMark.layout] + columns).map { SheetCell(.text($0), .mark) }, isHidden: true)
  }

  @discardableResult
  private mutating func addRow(_ cells: [SheetCell], isHidden: Bool) -> Int {
    rows.append(SheetRow(cells: cells, isHidden: isHidden))
    return rows.count
  }
}

/// A row to write.
struct SheetRow {
  var cells: [SheetCell]
  let isHidden: Bool
}

/// A cell to write.
struct SheetCell {
  var content: CellContent
  let style: CellStyle
  var validation: CellValidation?

  init(_ content: CellContent, _ style: CellStyle, validation: CellValidation? = nil) {
    (self.content, self.style, self.validation) = (content, style, validation)
  }

  init(_ text: String, _ style: CellStyle) { self.init(text.isEmpty ? .empty : .text(text), style) }
}

/// What a cell holds.
enum CellContent {
  case empty
  case text(String)
  /// A number in plain decimal notation.
  case number(String)
  case day(Day)
  /// A formula of ours, with what it gives for the answers written.
  case amountFormula(String, Cents)
  case textFormula(String, String)

  /// The words shown, to guess the height of the row.
  var shown: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .textFormula(_, let text): text
    case .day(let day): day.iso
    case .amountFormula(_, let amount): amount.decimal
    }
  }
}

/// How a cell looks, and what is typed in it becomes.
enum CellStyle: String, CaseIterable {
  case mark, title, subtitle, plain, header, question, group, child, help, verdict
  /// Cells to fill, by what they become: text, amount, whole number, percentage, day.
  case text, amount, integer, percentage, day
  case totalLabel, total
}

/// What a cell admits, offered as a drop-down list.
enum CellValidation: Hashable {
  /// These words and no other.
  case words([String])
  /// The cells of a column, or something else after a warning.
  case range(String)
}

/// A cell of a sheet, for formulas.
struct CellPlace: Hashable {
  let sheet: String
  let column: Int
  let row: Int

  /// `[$'Budget'.C12]`, in the notation of OpenFormula (ISO/IEC 26300, part 2, § 5.8).
  var absolute: String {
    "[$'\(sheet.replacing("'", with: "''"))'.\(GridCell.address(column: column, row: row))]"
  }

  /// `[.C12]`.
  static func local(_ column: Int, _ row: Int) -> String {
    "[.\(GridCell.address(column: column, row: row))]"
  }

  /// `[.C5:.C12]`.
  static func local(_ column: Int, _ rows: ClosedRange<Int>) -> String {
    let (first, last) = (rows.lowerBound, rows.upperBound)
    return
      "[.\(GridCell.address(column: column, row: first)):.\(GridCell.address(column: column, row: last))]"
  }
}
