import Committee
import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Notifying a whole season` {
  @Test func `writes one letter a payer that gives, one for a dossier that gets nothing`() throws {
    let season = try DecidedSeason()
    try season.adopt()
    let outcome = try season.desk.notify(season.request(), in: season.context)
    var expected: [String] = []
    for (number, decision) in try season.desk.session(of: season.context).state.decisions {
      let payers = Set(
        decision.grants.filter { $0.amount > .zero }.compactMap {
          season.context.call.purse($0.purse)?.payer
        })
      expected += payers.map { "lettre-\(number.text)-\($0).html" }
      if payers.isEmpty { expected.append("lettre-\(number.text).html") }
    }
    #expect(season.files() == expected.sorted())
    #expect(Set(outcome.files) == Set(expected))
    #expect(outcome.unchanged == 0 && outcome.recorded == expected.count)
    try season.open.expectSound()
  }

  @Test func `done again writes and records nothing new`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    try season.adopt()
    let first = try season.desk.notify(season.request(), in: season.context)
    let acts = try season.open.acts()
    let later = season.desk.acting(at: season.open.morning.adding(seconds: 86_400))
    let second = try later.notify(season.request(), in: season.context)
    #expect(second.files == first.files)
    #expect(second.unchanged == first.files.count && second.recorded == 0)
    #expect(try season.open.acts() == acts)
    // The register knows a letter by its bytes, wherever they are written.
    let elsewhere = try season.desk.notify(season.request("ailleurs"), in: season.context)
    #expect(elsewhere.recorded == 0)
    try season.open.expectSound()
  }

  @Test func `never touches a file of another content unless told to`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    try season.adopt()
    let name = try #require(
      season.desk.notify(season.request(isSimulated: true), in: season.context).files.last)
    #expect(season.files() == [])
    try FileManager.default.createDirectory(
      atPath: season.open.folder.file("papiers"), withIntermediateDirectories: true)
    try Data("à moi".utf8).write(to: URL(filePath: season.open.folder.file("papiers/\(name)")))
    #expect(throws: DeskError.self) {
      try season.desk.notify(season.request(), in: season.context)
    }
    #expect(season.files() == [name])
    #expect(try season.text(name) == "à moi")
    #expect(try season.desk.store.letters(call: season.context.call.id) == [])
    _ = try season.desk.notify(season.request(replaces: true), in: season.context)
    #expect(try season.text(name).contains("<html"))
  }

  @Test func `makes a merge file that no spreadsheet runs`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    try season.adopt()
    let path = season.open.folder.file("fusion.csv")
    let outcome = try season.desk.notify(
      season.request(), mergeFile: path, in: season.context)
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
    #expect(rows.count == outcome.files.count + 1)
    #expect(rows[0].hasPrefix("Dossier,Financeur,Nom du financeur,Porteur"))
    for file in outcome.files { #expect(rows.contains { $0.contains(",\(file),") }) }
    #expect(MergeFile.harmless("=HYPERLINK(1)") == "'=HYPERLINK(1)")
    for start in ["+", "-", "@", "\t", "\r"] { #expect(MergeFile.harmless(start).hasPrefix("'")) }
    #expect(MergeFile.harmless("Les Mains vertes") == "Les Mains vertes")
  }

  @Test func `waits for the session to be closed, and for a dossier that was before it`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    #expect(throws: DeskError.self) {
      try season.desk.notify(season.request(), in: season.context)
    }
    #expect(throws: DeskError.self) {
      try season.desk.draftAgreements(season.request(), in: season.context)
    }
    try season.adopt()
    let unknown = DossierNumber(call: season.context.call.id, order: 999)
    #expect(throws: DeskError.unknownDossier(unknown.text)) {
      try season.desk.notify(season.request(number: unknown), in: season.context)
    }
    #expect(season.files() == [])
  }

  @Test func `of one dossier writes its letters alone`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    try season.adopt()
    let number = try #require(
      season.desk.session(of: season.context).state.decisions.keys.sorted().first)
    let outcome = try season.desk.notify(season.request(number: number), in: season.context)
    #expect(!outcome.files.isEmpty)
    #expect(outcome.files.allSatisfy { $0.hasPrefix("lettre-\(number.text)") })
  }

  @Test func `is checked letter by letter against the session`() throws {
    let season = try DecidedSeason("henin-carvin-2026")
    try season.adopt()
    _ = try season.desk.notify(season.request(), in: season.context)
    let letters = try season.desk.store.letters(call: season.context.call.id)
    let letter = try #require(letters.first)
    let other = LetterRecord(
      number: letter.number, funder: letter.funder, kind: letter.kind, format: letter.format,
      template: letter.template, sha256: String(repeating: "0", count: 64))
    _ = try season.desk.store.record(
      [other], actor: "secretariat", at: season.open.morning.adding(seconds: 900))
    #expect(
      try season.desk.verifyBase().broken == [
        BrokenInvariant(
          name: "toute lettre se réécrit à l’identique depuis la séance",
          culprits: [letter.number.text])
      ])
  }
}
