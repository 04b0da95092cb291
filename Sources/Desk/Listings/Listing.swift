import Exchange
public import Vocabulary

/// Rows to show as a table, as JSON or as CSV: the same figures in the three.
public struct Listing: Sendable {
  /// A column: its key for programs, its title for people.
  public struct Column: Sendable {
    public let key: String
    public let title: String

    /// Names a column.
    public init(_ key: String, _ title: String) {
      self.key = key
      self.title = title
    }
  }

  /// What a cell holds.
  public enum Cell: Sendable {
    case text(String)
    case number(Int)
    /// Shown in euros to people, in cents to programs.
    case amount(Cents)
    case flag(Bool)
    case texts([String])
    /// A number with a decimal point for programs, with a comma for people.
    case decimal(String)
    /// A machine word for programs, French words for people.
    case word(String, french: String)
    /// RFC 3339 for programs, French for people.
    case instant(Instant)
    case none
  }

  /// How to show a listing.
  public enum Format: String, Sendable, CaseIterable {
    case table
    case json
    case csv
  }

  public let columns: [Column]
  public private(set) var rows: [[Cell]] = []

  /// Starts an empty listing.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; one cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has one cell a column")
    rows.append(row)
  }

  /// The whole listing, ending with a line feed.
  public func text(as format: Format) -> String {
    switch format {
    case .table: table
    case .json: json
    case .csv: csv
    }
  }

  private var csv: String {
    var table = TableCSV(header: columns.map(\.key))
    for row in rows { table.append(row.map(\.plain)) }
    return table.text
  }

  private var json: String {
    let objects = rows.map { row in
      let members = zip(columns, row).map { "\(JSONText.string($0.key)):\($1.json)" }
      return "{\(members.joined(separator: ","))}"
    }
    return "[\(objects.joined(separator: ",\n "))]\n"
  }

  private var table: String {
    let lines = [columns.map(\.title)] + rows.map { $0.map(\.forPeople) }
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let isNumeric = columns.indices.map { column in
      let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(\.isNumeric)
    }
    return lines.map { line in
      let cells = line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return isNumeric[column] ? padding + line[column] : line[column] + padding
      }
      return cells.joined(separator: "  ").trimmedAtEnd + "\n"
    }.joined()
  }
}

extension Listing.Cell {
  var isNumeric: Bool {
    switch self {
    case .number, .amount, .decimal: true
    case .text, .flag, .texts, .word, .instant, .none: false
    }
  }

  fileprivate var isEmpty: Bool {
    if case .none = self { true } else { false }
  }

  /// What people read.
  var forPeople: String {
    switch self {
    case .text(let text): text.onOneLine
    case .number(let number): FrenchNumber.text(number)
    case .amount(let amount): amount.french
    case .flag(let flag): flag ? "oui" : "non"
    case .texts(let texts): texts.joined(separator: ", ").onOneLine
    case .decimal(let text): text.replacing(".", with: ",")
    case .word(_, let french): french
    case .instant(let instant): instant.french
    case .none: "–"
    }
  }

  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .amount(let amount): String(amount.rawValue)
    case .flag(let flag): flag ? "oui" : "non"
    case .texts(let texts): texts.joined(separator: ";")
    case .decimal(let text): text
    case .word(let code, _): code
    case .instant(let instant): instant.rfc3339
    case .none: ""
    }
  }

  fileprivate var json: String {
    switch self {
    case .text(let text): JSONText.string(text)
    case .number(let number): String(number)
    case .amount(let amount): String(amount.rawValue)
    case .flag(let flag): flag ? "true" : "false"
    case .texts(let texts): "[\(texts.map(JSONText.string).joined(separator: ","))]"
    case .decimal(let text): text
    case .word(let code, _): JSONText.string(code)
    case .instant(let instant): JSONText.string(instant.rfc3339)
    case .none: "null"
    }
  }
}

extension String {
  /// Line feeds and tabs would break a table's rows.
  fileprivate var onOneLine: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  fileprivate var trimmedAtEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
