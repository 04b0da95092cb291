import Contract
import Forms
import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `A workbook that is written` {
  static let choices = WorkbookChoices([
    .objective: [
      .init(code: "1.1.1", label: "Un objectif"), .init(code: "1.1.3", label: "« Autre »"),
    ],
    .funder: [.init(code: "CAF", label: "Caisse d’allocations familiales")],
  ])

  @Test func `is the same for the same form`() throws {
    let form = try WorkbookKit.sportsClub()
    #expect(try WorkbookKit.written(form) == WorkbookKit.written(form))
  }

  @Test func `says in its first bytes what it is`() throws {
    let bytes = try WorkbookKit.written(WorkbookKit.blank())
    // OpenDocument 1.2, part 3, § 3.3: the media type stands at byte 38, uncompressed.
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(Array(bytes[26..<30]) == [8, 0, 0, 0])
    let start = Array("mimetype\(DossierWorkbook.mediaType)".utf8)
    #expect(Array(bytes[30..<30 + start.count]) == start)
  }

  @Test func `has the parts that its manifest lists, all well formed`() throws {
    let bytes = try WorkbookKit.written(WorkbookKit.blank(), choices: Self.choices)
    let names = try ZipArchive.read(bytes) { archive throws(UnreadableSource) in archive.names }
    #expect(
      names == [
        "mimetype", "content.xml", "styles.xml", "settings.xml", "meta.xml",
        "META-INF/manifest.xml",
      ])
    for name in names.dropFirst() {
      let part = try WorkbookKit.part(name, of: bytes)
      #expect(throws: Never.self) { try ContentParser.read(Array(part.utf8)) { _ in Silent() } }
    }
    let manifest = try WorkbookKit.part("META-INF/manifest.xml", of: bytes)
    for name in names.dropFirst().dropLast() {
      #expect(manifest.contains("manifest:full-path=\"\(name)\""))
    }
  }

  private final class Silent: ContentEvents {
    let obstacle: WorkbookObstacle? = nil
    func opened(_ tag: ODFTag, depth: Int) {}
    func closed(depth: Int) {}
    func heard(_ text: UnsafeBufferPointer<UInt8>) {}
  }

  private func section(_ id: String, _ title: String) throws -> FormEdition.Section {
    let file = SourceFile(
      name: "f",
      bytes: Array(
        """
        schema: formulaire/1
        edition: e-1
        titre: T
        porteurs: [association]
        source: {citation: "C"}
        sections:
          - {id: \(id), titre: "\(title)", champs: [{id: \(id).a, libelle: A, type: texte}]}
        """.utf8))
    return try #require(FormEdition.load(file).form?.sections.first)
  }

  @Test(arguments: [
    ("L’action", "L’action"), ("L'action: [a/b]?*", "L’action a b"),
    ("Le budget prévisionnel de l’action", "Budget prévisionnel de l’action"),
    ("Le budget prévisionnel de l’action, année 2", "Budget prévisionnel… budget_2"),
    ("Une rubrique de trente-et-un ca", "Une rubrique de trente-et-un ca"),
    ("Anticonstitutionnellement-vraiment-tres-long", "Anticonstitutionnelle… budget_2"),
    ("'''", "’’’"), ("[]", "budget_2"),
  ])
  func `names its sheets so that every spreadsheet takes them`(title: String, name: String) throws {
    let found = DossierWorkbook.sheetTitle(of: try section("budget_2", title))
    #expect(found == name)
    #expect(found.count <= 31)
  }

  @Test func `never names two sheets alike`() throws {
    let sections =
      try ["a", "b", "c"].map { try section($0, "Le PUBLIC") } + [try section("d", "le public")]
    #expect(
      DossierWorkbook.sheetNames(of: sections, besides: ["Le public 2"])
        == ["Le PUBLIC", "Le PUBLIC 3", "Le PUBLIC 4", "le public 5"])
  }

  @Test func `stands numbers, days and codes as what they are`() throws {
    let content = try WorkbookKit.part(
      "content.xml", of: try WorkbookKit.written(try WorkbookKit.sportsClub()))
    func cell(_ mark: String) -> String {
      let row = content.split(separator: "<table:table-row ").first {
        $0.contains(">\(mark)</text:p>")
      }
      let cells = (row ?? "").split(separator: "<table:table-cell ")
      return cells.count > 3 ? String(cells[3]) : ""
    }
    #expect(
      cell("porteur.code_postal")
        == "table:style-name=\"case-text\" office:value-type=\"string\"><text:p>62300</text:p></table:table-cell>"
    )
    #expect(
      cell("budget.charges compte 601")
        == "table:style-name=\"case-amount\" office:value-type=\"float\" office:value=\"1200\"><text:p>1200</text:p></table:table-cell>"
    )
    #expect(
      cell("projet.debut")
        == "table:style-name=\"case-day\" office:value-type=\"date\" office:date-value=\"2016-02-01\"><text:p>01/02/2016</text:p></table:table-cell>"
    )
    #expect(cell("public.part_qpv").contains("office:value-type=\"float\" office:value=\"80\""))
    #expect(cell("attestations.exactitude").contains("table:content-validation-name=\"liste"))
  }

  @Test(arguments: [true, false])
  func `offers lists of codes only when it knows some`(isLoaded: Bool) throws {
    let bytes = try WorkbookKit.written(
      WorkbookKit.blank(), choices: isLoaded ? Self.choices : .none)
    let content = try WorkbookKit.part("content.xml", of: bytes)
    #expect(content.contains("table:name=\"Listes\"") == isLoaded)
    #expect(content.contains("of:cell-content-is-in-list([$Listes.$B$3:.$B$4])") == isLoaded)
    #expect(content.contains("of:cell-content-is-in-list([$Listes.$D$3:.$D$3])") == isLoaded)
    #expect(content.contains("of:cell-content-is-in-list(&quot;oui&quot;;&quot;non&quot;)"))
    let read = try DossierWorkbook.read(bytes)
    #expect(read.findings == [])
    #expect(try WorkbookKit.filled(read.node).filled == WorkbookKit.blank())
  }
}
