import Contract
import Forms
import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `A file that is no workbook of ours` {
  @Test(
    arguments: [
      ([], .empty), (Array("Bonjour".utf8), .notZip), (Array("<?xml version".utf8), .flat),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldBinary), (Array("PK".utf8), .damaged),
      ([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 100), .damaged),
      (
        [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18),
        .otherDocument("une archive zip")
      ),
      ([UInt8](repeating: 0x50, count: (8 << 20) + 1), .tooLarge),
    ] as [([UInt8], WorkbookObstacle)])
  func `is told by its first bytes`(bytes: [UInt8], obstacle: WorkbookObstacle) {
    #expect(WorkbookKit.obstacle(bytes) == obstacle.source)
  }

  @Test(arguments: [
    ("application/vnd.oasis.opendocument.text", "un texte (.odt)"),
    ("application/vnd.oasis.opendocument.presentation", "une présentation (.odp)"),
    ("application/epub+zip", "un document d’un autre genre"),
  ])
  func `says what it is`(type: String, name: String) throws {
    let bytes = try WorkbookKit.package(content: "<a/>", mimetype: type)
    let refusal = try #require(WorkbookKit.obstacle(bytes))
    #expect(refusal == WorkbookObstacle.otherDocument(name).source)
    #expect(refusal.remedy.contains("enregistrez au format .ods"))
  }

  @Test(arguments: [
    ("xl/workbook.xml", "un classeur Excel (.xlsx)"),
    ("word/document.xml", "un document Word (.docx)"),
    ("lettre.txt", "une archive zip"),
  ])
  func `comes from elsewhere`(entry: String, name: String) throws {
    var package = ZipPackage()
    package.add(entry, [1, 2, 3])
    #expect(
      WorkbookKit.obstacle(try package.packed()) == WorkbookObstacle.otherDocument(name).source)
  }

  static let contents: [(content: String, obstacle: WorkbookObstacle)] = [
    ("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", .doctype),
    ("<!DOCTYPE a SYSTEM \"http://exemple.invalid/a.dtd\"><a/>", .doctype),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .encoding),
    ("\u{FEFF}<a/>", .notSpreadsheet),
    ("<a/>", .notSpreadsheet),
    (WorkbookKit.content("").replacing("spreadsheet", with: "text"), .notSpreadsheet),
    (WorkbookKit.content(""), .notOurs),
    (WorkbookKit.content("<table:table table:name=\"A\"/>"), .notOurs),
    (String(repeating: "<a>", count: 100_000), .notSpreadsheet),
    (
      WorkbookKit.content(
        "<table:table><table:table-row><table:table-cell><text:p>"
          + String(repeating: "<text:span>", count: 100)), .tooDeep
    ),
    (
      WorkbookKit.content(
        WorkbookKit.table(
          "A",
          WorkbookKit.row(
            "<table:table-cell><text:p><text:s text:c=\"999999999999\"/></text:p></table:table-cell>"
          ))),
      .tooMuchText
    ),
    (
      WorkbookKit.content(
        WorkbookKit.table(
          "A", "<table:table-row table:style-name=\"\(String(repeating: "a", count: 1 << 20))\"/>")),
      .tooBig
    ),
    (
      WorkbookKit.content(WorkbookKit.table("A", "")).replacing(
        "aap-classeur/1", with: "aap-classeur/2"),
      .newer("aap-classeur/2")
    ),
  ]

  @Test(arguments: contents.indices)
  func `has a content that is refused`(index: Int) throws {
    let (content, obstacle) = Self.contents[index]
    #expect(WorkbookKit.obstacle(try WorkbookKit.package(content: content)) == obstacle.source)
  }

  @Test(arguments: ["&inconnue;", "\u{01}", "<a", "<a></b>"])
  func `has a content that is no XML`(content: String) throws {
    let refusal = try #require(
      WorkbookKit.obstacle(
        try WorkbookKit.package(content: WorkbookKit.content("<table:table>\(content)"))))
    #expect(refusal.reason.hasPrefix("Le contenu du classeur est abîmé (content.xml : "))
  }

  @Test func `has no content, or two`() throws {
    var package = ZipPackage()
    package.add("mimetype", Array(DossierWorkbook.mediaType.utf8), isStored: true)
    #expect(WorkbookKit.obstacle(try package.packed()) == WorkbookObstacle.noContent.source)
    package.add("content.xml", Array(WorkbookKit.content("").utf8))
    package.add("content.xmm", Array(WorkbookKit.content("").utf8))
    var bytes = try package.packed()
    // The library refuses to write the same name twice: a hostile hand does not.
    let wrong = Array("content.xmm".utf8)
    for start in bytes.indices where bytes[start...].starts(with: wrong) {
      bytes[start + wrong.count - 1] = UInt8(ascii: "l")
    }
    #expect(WorkbookKit.obstacle(bytes) == WorkbookObstacle.damaged.source)
  }

  @Test func `is protected by a password`() throws {
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    let bytes = try WorkbookKit.package(content: "\u{02}\u{03}", manifest: manifest)
    #expect(WorkbookKit.obstacle(bytes) == WorkbookObstacle.encrypted.source)
    var whole = ZipPackage()
    whole.add("mimetype", Array(DossierWorkbook.mediaType.utf8), isStored: true)
    whole.add("encrypted-package", [1, 2, 3])
    #expect(WorkbookKit.obstacle(try whole.packed()) == WorkbookObstacle.encrypted.source)
  }

  @Test func `has an encrypted entry`() throws {
    var bytes = try WorkbookKit.package(content: WorkbookKit.content(""))
    // Bit 0 of the general purpose flags (APPNOTE 4.4.4), in both headers of each entry.
    for start in bytes.indices.dropLast(10) {
      if bytes[start...].starts(with: [0x50, 0x4B, 0x03, 0x04]) { bytes[start + 6] |= 1 }
      if bytes[start...].starts(with: [0x50, 0x4B, 0x01, 0x02]) { bytes[start + 8] |= 1 }
    }
    #expect(WorkbookKit.obstacle(bytes) == WorkbookObstacle.encrypted.source)
  }

  @Test(arguments: [10, 50, 90, 99])
  func `is cut short`(percent: Int) throws {
    let bytes = try WorkbookKit.written(WorkbookKit.blank())
    let cut = Array(bytes.prefix(bytes.count * percent / 100))
    #expect(WorkbookKit.obstacle(cut) == WorkbookObstacle.damaged.source)
  }

  @Test func `has one byte changed in its content`() throws {
    var bytes = try WorkbookKit.written(WorkbookKit.blank())
    bytes[bytes.count / 4] ^= 0xFF
    #expect(WorkbookKit.obstacle(bytes) == WorkbookObstacle.damaged.source)
  }

  @Test(arguments: [3 << 20, 40 << 20])
  func `is a bomb`(size: Int) throws {
    let blanks = String(repeating: " ", count: size)
    let bytes = try WorkbookKit.package(content: WorkbookKit.content(blanks))
    #expect(bytes.count < 64 * 1024)
    #expect(WorkbookKit.obstacle(bytes) == WorkbookObstacle.tooBig.source)
  }

  @Test func `lies about its size`() throws {
    let content = WorkbookKit.content(String(repeating: " ", count: 3 << 20))
    var bytes = try WorkbookKit.package(content: content)
    let real = withUnsafeBytes(of: UInt32(content.utf8.count).littleEndian) { Array($0) }
    for start in bytes.indices.dropLast(4) where bytes[start...].starts(with: real) {
      bytes.replaceSubrange(start..<start + 4, with: [100, 0, 0, 0])
    }
    let refusal = WorkbookKit.obstacle(bytes)
    #expect([WorkbookObstacle.tooBig.source, WorkbookObstacle.damaged.source].contains(refusal))
  }

  @Test func `has more entries than any workbook`() throws {
    var package = ZipPackage()
    for index in 0...WorkbookLimit.entries { package.add("a\(index)", []) }
    #expect(WorkbookKit.obstacle(try package.packed()) == WorkbookObstacle.tooManyEntries.source)
  }

  @Test func `costs nothing when its empty cells and rows are counted by millions`() throws {
    let cells = "<table:table-cell table:number-columns-repeated=\"16384\"/>"
    let full =
      "<table:table-cell table:number-columns-repeated=\"1000000000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
    let rows =
      WorkbookKit.answer("projet.a", WorkbookKit.cell("1"))
      + (0..<1000).map { _ in WorkbookKit.row(cells, repeated: 1_048_576) }.joined()
      + WorkbookKit.row(WorkbookKit.cell("") + full, repeated: 1_000_000_000)
    let start = ContinuousClock.now
    let read = try WorkbookKit.read(rows)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(read.node["projet"]?["a"]?.text == "1")
    #expect(read.findings.map(\.code) == ["ligne_non_lue"])
  }
}
