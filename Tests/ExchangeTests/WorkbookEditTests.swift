import Contract
import Forms
import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `A workbook that someone has rearranged` {
  private let row = WorkbookKit.row
  private let cell = WorkbookKit.cell

  private func read(_ rows: String...) throws -> (node: SourceNode, findings: [Finding]) {
    try WorkbookKit.read(rows.joined())
  }

  private func table(_ rows: String...) -> String {
    row(cell("projet.t colonnes") + cell("nom") + cell("role"), 1)
      + row(cell("decor") + cell("Nom") + cell("Rôle"), 1) + rows.joined()
  }

  @Test func `is read with its sheets in another order, and others among them`() throws {
    let filled = try WorkbookKit.sportsClub()
    let bytes = try WorkbookKit.edited(try WorkbookKit.written(filled)) { content in
      let sheets = content.split(separator: "<table:table ").map(String.init)
      let own = "table:name=\"Notes\">" + row(cell("à moi") + cell("reponse"), 1) + "</table:table>"
      let last = sheets[sheets.count - 1].split(separator: "</table:table>", maxSplits: 1)
      let reordered = [last[0] + "</table:table>", own] + sheets[1..<(sheets.count - 1)].reversed()
      return sheets[0] + reordered.map { "<table:table \($0)" }.joined() + last[1]
    }
    let read = try DossierWorkbook.read(bytes)
    #expect(read.findings == [])
    #expect(try WorkbookKit.filled(read.node).filled == filled)
  }

  @Test func `is read with a column before the answers, a row above and notes beside`() throws {
    let rows =
      row(cell("Mes remarques"), 1)
      + row(["", RowMark.layout, "question", "", "reponse"].map(cell).joined(), 1)
      + row(["", "porteur.nom", "Nom", "x", "JF5", "note"].map(cell).joined(), 1)
    let content = WorkbookKit.content("<table:table table:name=\"S\">\(rows)</table:table>")
    let read = try DossierWorkbook.read(try WorkbookKit.package(content: content))
    #expect(read.findings == [])
    #expect(read.node["porteur"]?["nom"]?.text == "JF5")
    #expect(read.node["porteur"]?["nom"]?.line == 3)
  }

  @Test func `keeps rows inserted in a list or a table`() throws {
    let read = try read(
      WorkbookKit.answer("lieux.e liste", cell("a")), row(cell("") + cell("") + cell("b"), 1),
      WorkbookKit.answer("lieux.e liste", cell("c")), row(cell("") + cell("") + cell("d"), 1),
      row(cell("decor"), 1),
      table(
        row(cell("") + cell("A") + cell(""), 1),
        row(cell("projet.t ligne") + cell("B") + cell("x"), 1),
        row(cell("") + cell("C"), 1),
        row(cell("decor") + cell("Total"), 1)))
    #expect(read.findings == [])
    #expect(read.node["lieux"]?["e"]?.elements?.map(\.text) == ["a", "b", "c", "d"])
    let rows = try #require(read.node["projet"]?["t"]?.elements)
    #expect(rows.map { $0["nom"]?.text } == ["A", "B", "C"])
    #expect(rows.map { $0["role"]?.text } == [nil, "x", nil])
  }

  @Test func `says which inserted row is not read`() throws {
    let read = try read(
      WorkbookKit.answer("projet.a", cell("1")), row(cell("") + cell("Et ?") + cell("perdu"), 1),
      WorkbookKit.answer("projet.b", cell("2")), row(cell("") + cell("note seule"), 1),
      row(
        cell("") + cell("Somme")
          + "<table:table-cell table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\"/>",
        1),
      row(cell("") + cell("") + cell("en bas"), 1_048_000))
    #expect(read.findings.map(\.severity) == [.warning, .warning])
    #expect(read.findings.map(\.code) == ["ligne_non_lue", "ligne_non_lue"])
    #expect(read.findings.map(\.place.line) == [3, 7])
    #expect(
      read.findings.first?.message
        == "La cellule C3 de la feuille « Essai » ne répond à aucune question : elle n’est pas lue."
    )
  }

  @Test func `unrolls rows that the spreadsheet has counted together`() throws {
    let read = try read(
      row(cell("lieux.e liste") + cell("") + cell("a"), 3),
      row(cell("lieux.e liste"), 1_000_000), table(row(cell("projet.t ligne") + cell("B"), 2)))
    #expect(read.findings == [])
    #expect(read.node["lieux"]?["e"]?.elements?.map(\.line) == [2, 3, 4])
    #expect(read.node["projet"]?["t"]?.elements?.count == 2)
  }

  @Test func `is refused when an answer was copied down without end`() throws {
    let read = try read(row(cell("lieux.e liste") + cell("") + cell("a"), 1_048_575))
    #expect(read.findings.map(\.code) == ["lignes_trop_nombreuses"])
    #expect(read.node["lieux"]?.entries?.map(\.value.isEmpty) == [true])
  }

  @Test func `is refused when a question stands twice`() throws {
    let read = try read(
      WorkbookKit.answer("projet.a", cell("1")), WorkbookKit.answer("projet.a", cell("2")),
      row(cell("projet.b") + cell("") + cell("3"), 2),
      WorkbookKit.answer("budget.c compte 60", cell("1")),
      WorkbookKit.answer("budget.c compte 60", cell("1")),
      WorkbookKit.answer("budget.c compte 61", cell("1")))
    #expect(read.findings.map(\.code) == Array(repeating: "question_en_double", count: 3))
    #expect(read.findings.map(\.place.line) == [3, 5, 7])
    #expect(
      read.findings.first?.message
        == "La question « projet.a » figure deux fois dans la feuille « Essai » (lignes 2 et 3).")
  }

  @Test func `is refused, once a sheet, when a sheet was copied`() throws {
    let bytes = try WorkbookKit.edited(try WorkbookKit.written(try WorkbookKit.sportsClub())) {
      let start = $0.range(of: "<table:table table:style-name=\"feuille\" table:name=\"L’action\"")
      let end = $0.range(of: "<table:table table:style-name=\"feuille\" table:name=\"Le public\"")
      guard let start, let end else { return $0 }
      let sheet = String($0[start.lowerBound..<end.lowerBound])
      return $0.replacing(
        "</office:spreadsheet>",
        with: sheet.replacing("\"L’action\"", with: "\"L’action_2\"") + "</office:spreadsheet>")
    }
    let read = try DossierWorkbook.read(bytes)
    #expect(read.findings.map(\.code) == ["feuille_en_double"])
    #expect(
      read.findings.first?.message
        == "La feuille « L’action_2 » pose les mêmes questions que la feuille « L’action » : on ne sait pas laquelle lire."
    )
  }

  @Test func `is refused when a merge hides an answer`() throws {
    let wide =
      "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>Question</text:p></table:table-cell><table:covered-table-cell/>"
    let hidden =
      "<table:covered-table-cell office:value-type=\"string\"><text:p>caché</text:p></table:covered-table-cell>"
    let empty = "<table:table-cell table:number-columns-spanned=\"2\"/><table:covered-table-cell/>"
    let read = try read(
      row(cell("projet.a") + wide, 1), row(cell("projet.b") + cell("") + hidden, 1),
      row(cell("lieux.e liste") + empty, 1))
    #expect(read.findings.map(\.code) == ["cellule_fusionnee", "cellule_fusionnee"])
    #expect(read.findings.map(\.place.field) == ["projet.a", "projet.b"])
  }

  @Test func `is refused when its hidden column or row was spoilt`() throws {
    let rows =
      WorkbookKit.answer("Bonjour", cell("1"))
      + row(cell("projet.t ligne") + cell("B"), 1) + WorkbookKit.answer("projet.c liste", cell("1"))
      + WorkbookKit.answer("projet.c", cell("1"))
    let read = try read(rows)
    #expect(
      read.findings.map(\.code) == ["repere_inconnu", "repere_inconnu", "question_en_double"])
    #expect(read.findings.map(\.place.line) == [2, 3, 5])
    let bare =
      row(cell(RowMark.layout) + cell("question"), 1) + WorkbookKit.answer("a.b", cell("1"))
    let content = WorkbookKit.content("<table:table table:name=\"S\">\(bare)</table:table>")
    let lost = try DossierWorkbook.read(try WorkbookKit.package(content: content))
    #expect(lost.findings.map(\.code) == ["colonne_reponse_absente"])
    let headless = ["projet.titre", "projet.debut", "projet.fin"].map {
      WorkbookKit.answer($0, cell("1"))
    }.joined()
    let orphan = WorkbookKit.content("<table:table table:name=\"S\">\(headless)</table:table>")
    let unmarked = try DossierWorkbook.read(try WorkbookKit.package(content: orphan))
    #expect(unmarked.findings.map(\.code) == ["premiere_ligne_absente"])
    #expect(unmarked.findings[0].message.contains("« S »"))
    // The sheet of codes that workbooks carry, and a person's own, are nobody's answers.
    let codes = ["B.1.1", "B.1.2", "1.1.3", "12.5"].map { WorkbookKit.answer($0, cell("1")) }
      .joined()
    let form = try WorkbookKit.written(WorkbookKit.blank())
    #expect(try DossierWorkbook.read(form).findings == [])
    let own = WorkbookKit.content("<table:table table:name=\"S\">\(codes)</table:table>")
    #expect(throws: UnreadableSource.self) {
      try DossierWorkbook.read(try WorkbookKit.package(content: own))
    }
  }

  @Test func `stops after a hundred findings`() throws {
    let rows = (0..<150).map { WorkbookKit.answer("Bonjour \($0)", cell("1")) }.joined()
    let codes = try read(rows).findings.map(\.code)
    #expect(codes == Array(repeating: "repere_inconnu", count: 100) + ["constats_tronques"])
  }

  @Test func `is refused for a fault that follows two hundred warnings`() throws {
    let notes = (0..<200).map { row(cell("") + cell("note") + cell("perdu \($0)"), 1) }.joined()
    let answers = ["projet.a", "projet.b", "Bonjour"].map { WorkbookKit.answer($0, cell("1")) }
    let findings = try read(answers[0], notes, answers[1], answers[2]).findings
    #expect(
      findings.map(\.code) == Array(repeating: "ligne_non_lue", count: 100)
        + ["constats_tronques", "repere_inconnu"])
    #expect(findings.last?.severity == .blocking)
    #expect(findings.last?.place.line == 204)
  }

  @Test func `is read through groups of rows and tracked changes`() throws {
    let grouped =
      "<table:table-row-group><table:table-rows>"
      + WorkbookKit.answer("projet.a", cell("1")) + "</table:table-rows></table:table-row-group>"
    let changes =
      "<table:tracked-changes><table:cell-content-change><table:previous>"
      + "<table:change-track-table-cell><text:p>avant</text:p></table:change-track-table-cell>"
      + "</table:previous></table:cell-content-change></table:tracked-changes>"
    let content = WorkbookKit.content(changes + WorkbookKit.table("S", grouped))
    let read = try DossierWorkbook.read(try WorkbookKit.package(content: content))
    #expect(read.findings == [])
    #expect(read.node["projet"]?["a"]?.line == 2)
  }
}
