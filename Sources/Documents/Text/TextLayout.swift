import Vocabulary

/// Plain text laid out for printing.
enum TextLayout {
  /// Columns of a page.
  static let width = 100

  /// The words of a text, on lines of at most `width` columns.
  ///
  /// No-break spaces hold words together. A word longer than a line is cut, or stays whole when
  /// `keepsWords`: an amount cut in two would be read as two amounts.
  static func wrap(_ text: String, width: Int, keepsWords: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in words(of: text, cutAt: keepsWords ? .max : width) {
      let length = word.count
      if columns > 0, columns + 1 + length > width {
        lines.append(line)
        line = ""
        columns = 0
      }
      line += columns == 0 ? String(word) : " \(word)"
      columns += columns == 0 ? length : length + 1
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private static func words(of text: String, cutAt width: Int) -> [Substring] {
    text.split { $0 == " " || $0 == "\t" || $0.isNewline }.flatMap { word in
      var pieces: [Substring] = []
      var rest = word
      while rest.count > width {
        pieces.append(rest.prefix(width))
        rest = rest.dropFirst(width)
      }
      return pieces + [rest]
    }
  }

  /// A paragraph whose first line starts with `mark` and the others line up under its text.
  static func paragraph(_ text: String, mark: String = "") -> String {
    let indent = String(repeating: " ", count: mark.count)
    return wrap(text, width: width - mark.count).enumerated().map { index, line in
      (index == 0 ? mark : indent) + line
    }.joined(separator: "\n")
  }

  /// The same text with no line wider than a page: longer ones are paragraphs, wrapped, whose lines line
  /// up under the text of the first.
  static func reflow(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.count > width else { return String(line) }
      let mark = line.prefix { $0 == " " || $0 == "-" }
      return paragraph(String(line.dropFirst(mark.count)), mark: String(mark))
    }.joined(separator: "\n")
  }
}

/// A table of plain text, cells wrapped to the width of their column.
struct TextTable {
  /// A column: its header and how many characters it holds.
  struct Column {
    let header: String
    let width: Int
    var alignsRight = false
  }

  /// Cells, then lines that span the table below them.
  struct Row {
    let cells: [String]
    var notes: [String] = []
  }

  let columns: [Column]

  /// The table, header first, without a final newline.
  func text(_ rows: [Row]) -> String {
    let header = lines(of: columns.map(\.header))
    let rule = columns.map { String(repeating: "-", count: $0.width) }.joined(separator: "  ")
    let body = rows.flatMap { row in
      lines(of: row.cells) + row.notes.map { TextLayout.paragraph($0, mark: "      ") }
    }
    return (header + [rule] + body).joined(separator: "\n")
  }

  private func lines(of cells: [String]) -> [String] {
    let wrapped = zip(columns, cells).map {
      TextLayout.wrap($1, width: $0.width, keepsWords: $0.alignsRight)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let parts = zip(columns, wrapped).map { column, lines in
        column.padded(row < lines.count ? lines[row] : "")
      }
      return parts.joined(separator: "  ").withoutTrailingSpaces
    }
  }
}

extension TextTable.Column {
  fileprivate func padded(_ text: String) -> String {
    let blank = String(repeating: " ", count: max(0, width - text.count))
    return alignsRight ? blank + text : text + blank
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var result = self[...]
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
