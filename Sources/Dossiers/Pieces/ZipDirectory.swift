/// The list of what a ZIP file holds, read from its own table and never unpacked.
///
/// Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
enum ZipDirectory {
  /// More entries than any office document has; a table that announces more is not read.
  private static let mostEntries = 10_000
  private static let entrySize = 46
  private static let endSize = 22

  /// The names in the central directory; `nil` when it is absent, damaged or too long.
  static func names(in bytes: [UInt8]) -> [String]? {
    guard let end = endOfDirectory(in: bytes) else { return nil }
    let count = number(bytes, at: end + 10, size: 2)
    var position = number(bytes, at: end + 16, size: 4)
    guard count <= mostEntries else { return nil }
    var names: [String] = []
    for _ in 0..<count {
      guard position + entrySize <= bytes.count,
        bytes[position...].starts(with: [0x50, 0x4B, 0x01, 0x02])
      else { return nil }
      let length = number(bytes, at: position + 28, size: 2)
      let start = position + entrySize
      guard start + length <= bytes.count else { return nil }
      names.append(String(decoding: bytes[start..<start + length], as: UTF8.self))
      position =
        start + length + number(bytes, at: position + 30, size: 2)
        + number(bytes, at: position + 32, size: 2)
    }
    return names
  }

  /// What the first member, `mimetype`, says: stored plainly and first, so that it can be read so
  /// (OpenDocument 1.3, part 2, section 3.3); `nil` for any other file.
  static func openDocumentType(in bytes: [UInt8]) -> String? {
    let name = Array("mimetype".utf8)
    let start = 30 + name.count
    guard bytes.count > start, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]),
      number(bytes, at: 8, size: 2) == 0, number(bytes, at: 26, size: 2) == name.count,
      bytes[30...].starts(with: name)
    else { return nil }
    let content = start + number(bytes, at: 28, size: 2)
    let length = number(bytes, at: 22, size: 4)
    guard length <= 100, content + length <= bytes.count else { return nil }
    return String(decoding: bytes[content..<content + length], as: UTF8.self)
  }

  /// The last record of the file, searched backwards over its longest comment.
  private static func endOfDirectory(in bytes: [UInt8]) -> Int? {
    var position = bytes.count - endSize
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if bytes[position] == 0x50, bytes[position...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// A little-endian number; the caller knows that the bytes are there.
  private static func number(_ bytes: [UInt8], at position: Int, size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
