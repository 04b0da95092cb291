/// Contents of papers, as small as each format allows.
public enum Papers {
  /// A PDF without pages; `text` makes two of them different.
  public static func pdf(_ text: String = "") -> [UInt8] {
    Array("%PDF-1.4\n%\(text)\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)
  }

  /// The first and last bytes of a PNG.
  public static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]
    + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

  /// The first and last bytes of a JPEG.
  public static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9]

  /// An OpenDocument file of this media type, with these other members.
  public static func openDocument(_ type: String, _ others: String...) -> [UInt8] {
    zip([("mimetype", type)] + (["content.xml"] + others).map { ($0, "<x/>") })
  }

  /// An Office file with these members besides the list of types.
  public static func office(_ members: String...) -> [UInt8] {
    zip((["[Content_Types].xml"] + members).map { ($0, "<x/>") })
  }

  /// A ZIP file whose members are stored as they are (APPNOTE 6.3.10, sections 4.3.7 to 4.3.16).
  public static func zip(_ members: [(name: String, content: String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let sizes = little(content.utf8.count, 4) + little(content.utf8.count, 4)
      let common =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(0, 4) + sizes
        + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(file.count, 4) + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + Array(content.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(members.count, 2) + little(members.count, 2)
      + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
    return file + directory + end
  }

  private static func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
