import Contract
import Dossiers
import Exchange
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `An import of many dossiers` {
  let open: OpenDesk

  init() throws { open = try OpenDesk("lens-lievin", call: "appel-2016") }

  /// What the reports of an import say, in order.
  private func reports(_ path: String, isSimulated: Bool = false) throws -> [String] {
    var lines: [String] = []
    try open.desk.importDossiers(path, in: open.context, isSimulated: isSimulated) { report in
      lines.append(report.line(.csv))
    }
    return lines
  }

  /// As many dossiers as asked, the third of which does not balance, in one XML document.
  private func document(_ count: Int) throws -> String {
    let depots = try (1...count).map { index -> String in
      var text = DossierText.sportsClub.with("projet.titre", "Action \(index)")
      if index == 3 { text = text.with("financement.plancher", "abc") }
      let file = SourceFile(name: "d.yaml", bytes: Array(text.text.utf8))
      let xml = String(
        decoding: try open.context.library.convert(file, to: .xml), as: UTF8.self)
      return String(try #require(xml.split(separator: "?>\n", maxSplits: 1).last))
    }
    return "<depots xmlns=\"urn:aap:depot:1\" version=\"1.0\">\n\(depots.joined())</depots>\n"
  }

  @Test func `in one XML document receives or refuses each for itself, with its own lines`() throws
  {
    let path = try open.folder.write(try document(5), to: "tous.xml")
    let told = try reports(path)
    #expect(told.count == 5)
    #expect(told.map { $0.contains("2016-000") } == [true, true, false, true, true])
    #expect(told[2].contains("valeur_illisible"))
    let numbers = try open.desk.dossierLines(in: open.context).map(\.title)
    #expect(numbers == ["Action 1", "Action 2", "Action 4", "Action 5"])
    try open.expectSound()
  }

  @Test func `gives the same receipts when it is replayed, and writes nothing`() throws {
    let path = try open.folder.write(try document(5), to: "tous.xml")
    let first = try reports(path)
    let acts = try open.acts().count
    #expect(try reports(path) == first)
    #expect(try open.acts().count == acts)
  }

  @Test func `keeps a dossier as the same bytes alone and among others`() throws {
    let path = try open.folder.write(try document(2), to: "tous.xml")
    _ = try reports(path)
    let text = DossierText.sportsClub.with("projet.titre", "Action 1")
    let alone = try open.context.library.convert(
      SourceFile(name: "d.yaml", bytes: Array(text.text.utf8)), to: .xml)
    let receipt = try open.desk.deposit(
      SourceFile(name: "un.xml", bytes: alone), in: open.context
    ).receipt
    #expect(receipt?.isRepeated == true)
    #expect(receipt?.number.text == "2016-0001")
  }

  @Test func `stops at what is not XML any more, and keeps what came before`() throws {
    let whole = try document(4)
    let cut = try #require(whole.range(of: "Action 4")).lowerBound
    let path = try open.folder.write(String(whole[..<cut]), to: "coupe.xml")
    let told = try reports(path)
    #expect(told.count == 4)
    #expect(told.last?.contains("xml_tronque") == true)
    #expect(try open.desk.dossierLines(in: open.context).count == 2)
  }

  @Test func `by lines gives one report a line, in order, across batches`() throws {
    let count = 1203
    let lines = try (1...count).map { index -> String in
      let text = DossierText.sportsClub.with("projet.titre", "Action \(index % 700)")
      let file = SourceFile(name: "d.yaml", bytes: Array(text.text.utf8))
      let json = String(
        decoding: try open.context.library.convert(file, to: .json), as: UTF8.self)
      return json.replacing("\n", with: " ")
    }
    let path = try open.folder.write(lines.joined(separator: "\n"), to: "tous.jsonl")
    let told = try reports(path)
    #expect(told.count == count)
    // Seven hundred different ones: those that come again, even in the batch being written, keep their number.
    #expect(try open.desk.dossierLines(in: open.context).count == 700)
    #expect(told[0].contains(",2016-0001,") && told[700].contains(",2016-0001,"))
    #expect(told[1202].contains(",2016-0503,"))
    try open.expectSound()
  }

  @Test func `can be tried without writing anything`() throws {
    let path = try open.folder.write(try document(5), to: "tous.xml")
    let told = try reports(path, isSimulated: true)
    #expect(told.count == 5 && !told.contains { $0.contains("2016-000") })
    #expect(try open.desk.dossierLines(in: open.context).isEmpty)
  }
}
