import Contract
import Dossiers
import Exchange
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A whole season on a base` {
  @Test(arguments: ["henin-carvin-2026", "lens-lievin-2016", "lens-lievin-2026"])
  func `ends as its sheet announces, dossier by dossier`(name: String) throws {
    let season = try SeasonFile.load(folder: ProjectRoot.url("fixtures/saisons/\(name)").path)
    let open = try OpenDesk(season.territory, call: season.call)
    var numbers: [DossierNumber: String] = [:]
    var ends: [String: String] = [:]
    for entry in season.entries {
      do {
        let desk = open.desk.acting(at: entry.depositedAt)
        let receipt = try #require(try desk.deposit(entry.file, in: open.context).receipt)
        numbers[receipt.number] = entry.file.name
      } catch let refusal as Refusal {
        ends[entry.file.name] = "refuse \(Self.codes(refusal.findings))"
      }
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { record in
      let file = try #require(numbers[record.number])
      let codes = Self.codes(record.findings)
      ends[file] = "\(record.isAdmissible ? "depose" : "irrecevable") \(codes)"
    }
    let announced = season.entries.map { entry in
      (entry.file.name, "\(entry.expected) \(Set(entry.codes).sorted())")
    }
    #expect(ends == Dictionary(uniqueKeysWithValues: announced))
    #expect(numbers.keys.map(\.order).sorted() == Array(1...numbers.count))
    try open.expectSound()
  }

  @Test func `leads every admissible dossier to a decision and to the programme`() throws {
    let open = try OpenDesk()
    let season = try SeasonFile.load(
      folder: ProjectRoot.url("fixtures/saisons/henin-carvin-2026").path)
    for entry in season.entries {
      _ = try open.desk.acting(at: entry.depositedAt).deposit(entry.file, in: open.context)
    }
    try open.deliberate()
    let counts = try open.desk.stageCounts(open.context)
    #expect(counts[.inadmissible] == 1)
    #expect(counts.filter { $0.key.isDecided }.values.reduce(0, +) == 5)
    let path = open.folder.file("programmation.xml")
    let totals = try open.desk.exportXML(to: path, in: open.context)
    #expect(totals.projects == 5)
    let report = try Desk.validateProgramme(path, resources: OpenDesk.resources)
    #expect(report.isValid)
    #expect(report.totals == totals)
    let granted = try open.desk.dossierLines(in: open.context).map {
      try open.desk.sheet(of: $0.number).fundingLines.map(\.granted).total()
    }.total()
    #expect(totals.granted == granted)
    #expect(granted > .zero)
    try open.expectSound()
  }

  @Test(arguments: ["henin-carvin-2026", "lens-lievin-2016", "lens-lievin-2026"])
  func `played twice writes the same bytes`(name: String) throws {
    let first = try Self.play(name)
    let second = try Self.play(name)
    #expect(
      Set(first.keys) == [
        ".aap-demo", "depots.txt", "recevabilite.txt", "classement.json", "classement.csv",
        "instance.json", "proposition.json", "proces-verbal.html", "proces-verbal.txt",
        "programmation.xml",
      ])
    for (file, bytes) in first { #expect(second[file] == bytes, "\(file)") }
  }

  private static func codes(_ findings: [Finding]) -> [String] {
    Set(findings.filter { $0.severity == .blocking }.map(\.code)).sorted()
  }

  /// Plays a season in a folder of its own; gives the files it wrote, the base apart.
  private static func play(_ name: String) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    let output = folder.file("demo")
    let season = try SeasonFile.load(folder: ProjectRoot.url("fixtures/saisons/\(name)").path)
    let request = DemoRequest(
      reference: OpenDesk.territory(season.territory), call: season.call, season: season.folder,
      count: 0, seed: 1, output: output)
    _ = try Desk.playDemo(request, resources: OpenDesk.resources) { _ in }
    let clock = Surroundings { Instant(secondsSinceEpoch: 0) }
    let desk = try Desk.open(
      path: "\(output)/base.sqlite", actor: "secretariat", resources: OpenDesk.resources,
      surroundings: clock)
    #expect(try desk.verifyBase().isSound)
    let names = try FileManager.default.contentsOfDirectory(atPath: output)
    return try names.filter { !$0.hasPrefix("base.sqlite") }.reduce(into: [:]) { files, name in
      files[name] = try Data(contentsOf: URL(filePath: "\(output)/\(name)"))
    }
  }
}

@Suite struct `A season with nobody in it` {
  @Test func `is judged, ranked and listed without a crash`() throws {
    let open = try OpenDesk()
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in
      Issue.record("nothing to judge")
    }
    #expect(try open.desk.rank(in: open.context).dossiers == 0)
    try open.desk.forEachRanked(in: open.context) { _ in Issue.record("nothing to rank") }
    #expect(try open.desk.rankingListing(in: open.context).rows.isEmpty)
    #expect(try open.desk.dossierLines(in: open.context).isEmpty)
    try open.expectSound()
  }

  @Test func `is played by the demonstration, without a proposal`() throws {
    let folder = try TemporaryFolder()
    let request = DemoRequest(
      reference: OpenDesk.territory("henin-carvin"), call: "appel-2026", season: nil, count: 0,
      seed: 1, output: folder.file("demo"))
    let summary = try Desk.playDemo(request, resources: OpenDesk.resources) { _ in }
    #expect(summary.ranked == 0)
    for file in summary.files {
      #expect(FileManager.default.fileExists(atPath: folder.file("demo/\(file)")), "\(file)")
    }
    #expect(!summary.files.contains("proposition.json"))
  }

  @Test func `goes as far as an empty programme, valid all the same`() throws {
    let open = try OpenDesk()
    try open.deliberate()
    let path = open.folder.file("programmation.xml")
    #expect(try open.desk.exportXML(to: path, in: open.context).projects == 0)
    #expect(try Desk.validateProgramme(path, resources: OpenDesk.resources).isValid)
    let minutes = try open.desk.minutes(of: open.context)
    #expect(!minutes.text.isEmpty)
    try open.expectSound()
  }
}
