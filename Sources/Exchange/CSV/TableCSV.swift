/// A small table held whole, for `--format csv`.
public struct TableCSV: Hashable, Sendable {
  public let header: [String]
  public private(set) var rows: [[String]] = []

  /// Starts an empty table.
  public init(header: [String]) { self.header = header }

  /// Adds a row, which must have as many fields as the header.
  public mutating func append(_ row: [String]) {
    precondition(row.count == header.count, "a row has as many fields as the header")
    rows.append(row)
  }

  /// The table as RFC 4180 has it, header first.
  public var text: String {
    let collected = CollectedBytes()
    var writer = CSVWriter { collected.bytes += $0 }
    do {
      for row in [header] + rows { try writer.append(row) }
      try writer.finish()
    } catch {
      // The sink above only fills memory: it throws nothing.
      preconditionFailure("writing to memory failed: \(error)")
    }
    return String(decoding: collected.bytes, as: UTF8.self)
  }
}

private final class CollectedBytes {
  var bytes: [UInt8] = []
}
