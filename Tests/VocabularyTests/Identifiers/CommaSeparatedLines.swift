/// The records of a comma-separated text; a quoted field may hold commas, none holds a quote.
struct CommaSeparatedLines {
  let records: [[String]]

  init(_ text: String) {
    records = text.split(whereSeparator: \.isNewline).map { Self.fields(of: $0) }
  }

  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
