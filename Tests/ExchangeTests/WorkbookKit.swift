import Contract
import Forms
import Foundation
import TestKit
import Vocabulary

@testable import Exchange

/// What the tests of the workbook share: forms filled in, files taken apart and put together again.
enum WorkbookKit {
  static let association = "association-1"

  static func edition(_ name: String = association) throws -> FormEdition {
    guard let edition = try Territory.lensLievin.forms[name] else {
      throw Territory.Unloadable(reasons: [name])
    }
    return edition
  }

  /// The sports club's dossier.
  static func sportsClub() throws -> FilledForm {
    try filled(DossierText.sportsClub)
  }

  static func filled(_ text: DossierText) throws -> FilledForm {
    let node = try YAMLSource.read(Array(text.text.utf8))
    return try filled(node, edition: node["formulaire"]?.text ?? "").filled
  }

  static func filled(
    _ node: SourceNode, edition: String = association
  ) throws -> (filled: FilledForm, findings: [Finding]) {
    FilledForm.read(
      node, edition: try self.edition(edition), chart: try Territory.lensLievin.chart, file: "f")
  }

  static func blank() -> FilledForm {
    FilledForm(form: association, call: "2016", applicantKind: "association")
  }

  static func written(
    _ filled: FilledForm, choices: WorkbookChoices = .none
  ) throws -> [UInt8] {
    try DossierWorkbook.write(
      filled, edition: try edition(filled.form), chart: try Territory.lensLievin.chart,
      choices: choices)
  }

  static func sheet(_ section: String) throws -> String {
    guard let found = try edition().sections.first(where: { $0.id == section }) else {
      throw Territory.Unloadable(reasons: [section])
    }
    return DossierWorkbook.sheetTitle(of: found)
  }

  /// A part of a workbook, as text.
  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let part = try ZipArchive.read(bytes) { archive throws(UnreadableSource) in
      try archive.entry(name, limit: 64 << 20) ?? []
    }
    return String(decoding: part, as: UTF8.self)
  }

  /// A workbook with this content.
  static func package(
    content: String, mimetype: String = DossierWorkbook.mediaType, manifest: String = ""
  ) throws -> [UInt8] {
    var package = ZipPackage()
    package.add("mimetype", Array(mimetype.utf8), isStored: true)
    package.add("content.xml", Array(content.utf8))
    if !manifest.isEmpty { package.add("META-INF/manifest.xml", Array(manifest.utf8)) }
    return try package.packed()
  }

  /// The same workbook once someone has changed its content.
  static func edited(_ bytes: [UInt8], _ change: (String) -> String) throws -> [UInt8] {
    let names = try ZipArchive.read(bytes) { archive throws(UnreadableSource) in archive.names }
    var package = ZipPackage()
    for name in names {
      let old = try part(name, of: bytes)
      let new = name == "content.xml" ? change(old) : old
      guard name != "content.xml" || new != old else {
        throw Territory.Unloadable(reasons: ["nothing to change"])
      }
      package.add(name, Array(new.utf8), isStored: name == "mimetype")
    }
    return try package.packed()
  }

  /// A document around sheets.
  static func content(_ sheets: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content \(WorkbookParts.namespaces) \
    xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">\
    <office:body><office:spreadsheet>\(sheets)</office:spreadsheet></office:body></office:document-content>
    """
  }

  /// A sheet of ours, made by hand: rows of cells, the first one added.
  static func table(_ name: String, _ rows: String) -> String {
    "<table:table table:name=\"\(name)\">"
      + row([RowMark.layout, "question", "reponse", "aide"].map { cell($0) }.joined())
      + rows + "</table:table>"
  }

  static func row(_ cells: String, repeated: Int = 1) -> String {
    "<table:table-row table:number-rows-repeated=\"\(repeated)\">\(cells)</table:table-row>"
  }

  static func cell(_ text: String) -> String {
    text.isEmpty
      ? "<table:table-cell/>"
      : "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  /// A row that answers a question.
  static func answer(_ mark: String, _ cell: String) -> String {
    row(self.cell(mark) + self.cell("Question") + cell)
  }

  /// Reads one hand-made sheet.
  static func read(_ rows: String) throws -> (node: SourceNode, findings: [Finding]) {
    try DossierWorkbook.read(try package(content: content(table("Essai", rows))), file: "f.ods")
  }

  /// Why a file cannot be read; `nil` when it can.
  static func obstacle(_ bytes: [UInt8]) -> UnreadableSource? {
    do throws(UnreadableSource) {
      _ = try DossierWorkbook.read(bytes)
      return nil
    } catch {
      return error
    }
  }
}
