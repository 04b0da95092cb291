/// Writes rows as RFC 4180 has them: comma, CRLF, quotes only where they are needed, UTF-8.
public struct CSVWriter {
  /// Receives the bytes in order; they are valid only during the call.
  public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private static let pieceSize = 64 * 1024

  private var bytes: [UInt8] = []
  private let sink: Sink

  /// Prepares a writer that hands its bytes to `sink` by pieces of about 64 KiB.
  public init(sink: @escaping Sink) { self.sink = sink }

  /// Writes one row.
  ///
  /// - Throws: what the sink throws.
  public mutating func append(_ fields: [String]) throws {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field, isAlone: fields.count == 1)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands over the last bytes.
  ///
  /// - Throws: what the sink throws.
  public mutating func finish() throws { try flush() }

  private mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes { try sink($0) }
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ field: String, isAlone: Bool) {
    // A row of one empty field would read as an empty line.
    guard field.utf8.contains(where: Self.needsQuotes) || (isAlone && field.isEmpty) else {
      return bytes.append(contentsOf: field.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}
