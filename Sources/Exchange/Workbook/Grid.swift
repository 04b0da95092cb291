/// A sheet as read: only what is written in it.
struct Grid {
  let name: String
  var rows: [GridRow] = []
}

/// A row where at least one cell says something.
struct GridRow {
  /// Number of the row, from 1.
  let number: Int
  /// How many rows say exactly this, one below the other.
  let count: Int
  let cells: [GridCell]

  /// What stands in a column, from 0.
  func cell(at column: Int) -> GridCell? { cells.first { $0.columns.contains(column) } }

  /// The text of a cell; `nil` when nothing is written there.
  func text(at column: Int) -> String? {
    cell(at: column).flatMap { $0.text.isEmpty ? nil : $0.text }
  }
}

/// A cell, or several side by side that say the same.
struct GridCell {
  /// Columns, from 0.
  let columns: Range<Int>
  /// `office:value-type`, or nothing.
  let type: String?
  /// The value as the file writes it, for what is no text.
  let value: String?
  /// The paragraphs, one a line.
  let text: String
  let formula: String?
  /// Whether the spreadsheet itself calls it an error.
  let isError: Bool
  /// Whether a merged neighbour hides it.
  let isCovered: Bool
  /// How many columns it stretches over.
  let span: Int

  /// Whether it says nothing at all.
  var isBlank: Bool { text.isEmpty && formula == nil && value == nil && !isError }

  /// `C12`.
  static func address(column: Int, row: Int) -> String { letters(of: column) + String(row) }

  /// The name of a column: `A`, `Z`, `AA`.
  static func letters(of column: Int) -> String {
    var letters = ""
    var left = column + 1
    while left > 0 {
      left -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(left % 26))) + letters
      left /= 26
    }
    return letters
  }
}
