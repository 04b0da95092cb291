public import Contract
public import Vocabulary

extension DossierWorkbook {
  /// Reads a workbook that someone filled, whatever its form.
  ///
  /// - Parameters:
  ///   - bytes: the `.ods` file.
  ///   - file: its name, for the findings.
  /// - Returns: the document in the shape that YAML gives, lines being rows of the sheet of their
  ///   section; and what is wrong with the sheets and cells themselves. A blocking finding means that
  ///   something written is not in the document.
  /// - Throws: why nothing can be read at all.
  public static func read(
    _ bytes: [UInt8], file: String = ""
  ) throws(UnreadableSource) -> (node: SourceNode, findings: [Finding]) {
    let content = try content(of: bytes)
    let reader = try ContentParser.read(content) { GridReader($0) }
    guard reader.hasSpreadsheet else { throw WorkbookObstacle.notSpreadsheet.source }
    let assembly = DossierAssembly(file: file)
    var isOurs = false
    for grid in reader.grids {
      guard let sheet = try SheetDecoder(grid, into: assembly) else { continue }
      isOurs = true
      sheet.decode()
    }
    guard isOurs || !assembly.findings.isEmpty else { throw WorkbookObstacle.notOurs.source }
    return (assembly.node, assembly.findings)
  }

  /// The bytes of `content.xml`, once the file is known to be a readable workbook.
  private static func content(of bytes: [UInt8]) throws(UnreadableSource) -> [UInt8] {
    guard !bytes.isEmpty else { throw WorkbookObstacle.empty.source }
    guard bytes.count <= WorkbookLimit.file else { throw WorkbookObstacle.tooLarge.source }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw WorkbookObstacle.oldBinary.source }
    if bytes.starts(with: Array("<?xml".utf8)) { throw WorkbookObstacle.flat.source }
    guard bytes.starts(with: Array("PK".utf8)) else { throw WorkbookObstacle.notZip.source }
    return try ZipArchive.read(bytes) { archive throws(UnreadableSource) in
      try checkKind(of: archive)
      if archive.names.contains("encrypted-package") { throw WorkbookObstacle.encrypted.source }
      let manifest = try archive.entry("META-INF/manifest.xml", limit: WorkbookLimit.manifest) ?? []
      // OpenDocument 1.2, part 3, § 4.4: only encrypted parts have this element.
      if String(decoding: manifest, as: UTF8.self).contains("encryption-data") {
        throw WorkbookObstacle.encrypted.source
      }
      guard let content = try archive.entry("content.xml", limit: WorkbookLimit.content) else {
        throw WorkbookObstacle.noContent.source
      }
      return content
    }
  }

  private static func checkKind(of archive: ZipArchive) throws(UnreadableSource) {
    let family = "application/vnd.oasis.opendocument."
    guard let bytes = try archive.entry("mimetype", limit: WorkbookLimit.mediaType) else {
      throw officeKind(of: archive.names).source
    }
    let type = String(decoding: bytes, as: UTF8.self).trimmedOfSpaces
    switch type {
    case mediaType, "\(mediaType)-template": return
    case "\(family)text": throw WorkbookObstacle.otherDocument("un texte (.odt)").source
    case "\(family)presentation":
      throw WorkbookObstacle.otherDocument("une présentation (.odp)").source
    case "\(family)graphics": throw WorkbookObstacle.otherDocument("un dessin (.odg)").source
    default: throw WorkbookObstacle.otherDocument("un document d’un autre genre").source
    }
  }

  /// What an archive without `mimetype` is: Office's own formats have none.
  private static func officeKind(of names: [String]) -> WorkbookObstacle {
    if names.contains(where: { $0.hasPrefix("xl/") }) {
      return .otherDocument("un classeur Excel (.xlsx)")
    }
    if names.contains(where: { $0.hasPrefix("word/") }) {
      return .otherDocument("un document Word (.docx)")
    }
    return .otherDocument("une archive zip")
  }
}
