public import Contract
import Vocabulary

/// What the bytes of a paper say it is; its name is never believed.
public enum PieceContent: Hashable, Sendable {
  /// A format that calls may admit.
  case known(PieceFormat)
  /// Something no call admits: what it is, in French, as in « c’est … ».
  case refused(String)
  /// Nothing that is recognised.
  case unknown

  /// Looks at the content alone; text is ``PieceFormat/txt`` or ``PieceFormat/csv`` by its ending, which
  /// nothing else tells apart.
  public static func of(_ bytes: [UInt8], name: String = "") -> PieceContent {
    if let signature = signatures.first(where: { $0.matches(bytes) }) { return signature.content }
    if zipStarts.contains(where: { bytes.starts(with: $0) }) { return ofArchive(bytes) }
    if let text = plainText(bytes) {
      if looksLikeMarkup(text) { return .refused("une page web ou un dessin SVG") }
      return .known(PieceName.ending(of: name) == PieceFormat.csv.rawValue ? .csv : .txt)
    }
    return lettered.first { $0.matches(bytes) }?.content ?? .unknown
  }

  /// First bytes that say what follows.
  private struct Signature {
    let bytes: [UInt8]
    var offset = 0
    let content: PieceContent

    func matches(_ content: [UInt8]) -> Bool {
      content.count > offset && content[offset...].starts(with: bytes)
    }
  }

  private static let program = PieceContent.refused("un programme exécutable")
  private static let archive = PieceContent.refused("une archive")

  private static let signatures: [Signature] = [
    // ISO 32000-1, 7.5.2; ISO/IEC 15948, 5.2; ISO/IEC 10918-1, B.1.1.3.
    Signature(bytes: Array("%PDF-".utf8), content: .known(.pdf)),
    Signature(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], content: .known(.png)),
    Signature(bytes: [0xFF, 0xD8, 0xFF], content: .known(.jpeg)),
    // Programs of Linux, Windows, macOS; scripts.
    Signature(bytes: [0x7F, 0x45, 0x4C, 0x46], content: program),
    Signature(bytes: [0xCF, 0xFA, 0xED, 0xFE], content: program),
    Signature(bytes: [0xCE, 0xFA, 0xED, 0xFE], content: program),
    Signature(bytes: [0xCA, 0xFE, 0xBA, 0xBE], content: program),
    Signature(bytes: Array("#!".utf8), content: .refused("un script exécutable")),
    Signature(
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      content: .refused("un document d’une ancienne version d’Office (doc, xls), ou un programme")),
    Signature(bytes: [0x1F, 0x8B], content: archive),
    Signature(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], content: archive),
    Signature(bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], content: archive),
    Signature(bytes: [0x28, 0xB5, 0x2F, 0xFD], content: archive),
    Signature(bytes: Array("ustar".utf8), offset: 257, content: archive),
  ]

  /// First letters that a text could have too.
  private static let lettered: [Signature] = [
    Signature(bytes: Array("MZ".utf8), content: program),
    Signature(bytes: Array("BZh".utf8), content: archive),
    Signature(bytes: Array("Rar!".utf8), content: archive),
  ]

  /// A first member, or none at all.
  private static let zipStarts: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
  ]

  private static func ofArchive(_ bytes: [UInt8]) -> PieceContent {
    guard let members = ZipDirectory.names(in: bytes) else {
      return .refused("une archive, ou un document abîmé")
    }
    let hasMacros = members.contains { name in
      name.hasSuffix("vbaProject.bin") || name.hasPrefix("Basic/") || name.hasPrefix("Scripts/")
    }
    if hasMacros { return .refused("un document qui contient des macros") }
    if let type = ZipDirectory.openDocumentType(in: bytes) {
      let format = [PieceFormat.odt, .ods].first { $0.mediaType == type }
      return format.map { .known($0) }
        ?? .refused("un document OpenDocument qui n’est ni un texte ni un classeur")
    }
    guard members.contains("[Content_Types].xml") else { return archive }
    if members.contains("word/document.xml") { return .known(.docx) }
    if members.contains("xl/workbook.xml") { return .known(.xlsx) }
    return .refused("un document Office qui n’est ni un texte ni un classeur")
  }

  /// The bytes as text; `nil` when they are not UTF-8, or hold a control character.
  private static func plainText(_ bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let isPlain = body.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains(byte)
    }
    return isPlain && !body.isEmpty ? String(validating: body, as: UTF8.self) : nil
  }

  /// Markup that a browser would run: it starts by a tag, or shows one that no plain text has.
  private static func looksLikeMarkup(_ text: String) -> Bool {
    let head = text.prefix(4096).drop { $0.isWhitespace }.lowercased()
    if head.hasPrefix("<") { return true }
    return ["<html", "<script", "<svg", "<!doctype", "<iframe"].contains { head.contains($0) }
  }
}
