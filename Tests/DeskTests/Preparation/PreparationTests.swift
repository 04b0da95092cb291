import Committee
import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `The preparation of a session` {
  private static let files = [
    "01-rouvroy-charte-de-proximite.yaml", "02-voisins-parisienne-bancs.yaml",
    "03-observatoire-par-les-habitants.yaml",
  ]

  private func ready(_ territory: String = "henin-carvin") throws -> OpenDesk {
    let open = try OpenDesk(territory)
    for file in Self.files {
      _ = try open.desk.deposit(
        try Territory.source("fixtures/saisons/henin-carvin-2026/\(file)"), in: open.context)
    }
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    return open
  }

  private func files(_ folder: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func opinion(
    _ purse: String, _ verdict: String = "favorable", _ amount: String? = nil
  ) -> TypedOpinion {
    TypedOpinion(number: "2026-0001", purse: purse, verdict: verdict, amount: amount)
  }

  @Test func `holds an agenda, a page a project, a bundle a funder and what is missing`() throws {
    let open = try ready()
    let folder = open.folder.file("comite")
    let prepared = try open.desk.prepareCommittee(to: folder, in: open.context)
    #expect(prepared.dossiers == 3)
    #expect(prepared.funders == ["CAHC", "CD62", "COMMUNE", "REGION"])
    let names = try files(folder)
    #expect(
      names == [
        ".aap-comite", "financeurs/CAHC/avis.csv", "financeurs/CAHC/dossiers.html",
        "financeurs/CAHC/projets/2026-0001.html", "financeurs/CAHC/projets/2026-0002.html",
        "financeurs/CAHC/projets/2026-0003.html", "financeurs/CD62/avis.csv",
        "financeurs/CD62/dossiers.html", "financeurs/CD62/projets/2026-0003.html",
        "financeurs/COMMUNE/avis.csv", "financeurs/COMMUNE/dossiers.html",
        "financeurs/COMMUNE/projets/2026-0002.html", "financeurs/COMMUNE/projets/2026-0003.html",
        "financeurs/REGION/avis.csv", "financeurs/REGION/dossiers.html",
        "financeurs/REGION/projets/2026-0001.html", "manquants.html", "ordre-du-jour.html",
        "projets/2026-0001.html", "projets/2026-0002.html", "projets/2026-0003.html",
      ])
    #expect(prepared.files == names.count - 1)
    let agenda = try text("\(folder)/ordre-du-jour.html")
    for order in 1...3 { #expect(agenda.contains("id=\"dossier-2026-000\(order)\"")) }
    let page = try text("\(folder)/projets/2026-0001.html")
    for said in ["REGION-QUARTIERS", "11 000,00", "CAHC-COHESION", "Score, critère par critère"] {
      #expect(page.replacing("\u{202F}", with: " ").contains(said), "\(said)")
    }
    let missing = try #require(prepared.missing)
    #expect(missing.opinionCount > 0 && !missing.pieces.isEmpty)
    try open.expectSound()
  }

  @Test func `writes the same bytes again, and replaces what it made only`() throws {
    let open = try ready()
    let folder = open.folder.file("comite")
    _ = try open.desk.prepareCommittee(to: folder, in: open.context)
    let before = try files(folder).map { try text("\(folder)/\($0)") }
    _ = try open.desk.prepareCommittee(to: folder + "/", in: open.context)
    #expect(try files(folder).map { try text("\(folder)/\($0)") } == before)
    try "à moi".write(toFile: "\(folder)/notes.txt", atomically: true, encoding: .utf8)
    let refused = #expect(throws: DeskError.self) {
      try open.desk.prepareCommittee(to: folder, in: open.context)
    }
    #expect(refused?.exitCode == 73)
    #expect(try text("\(folder)/notes.txt") == "à moi")
    let leftovers = open.folder.names.filter { $0.contains("en-cours") || $0.contains("ancien") }
    #expect(leftovers == [])
    let file = try open.folder.write("x", to: "fichier")
    #expect(throws: DeskError.self) {
      try open.desk.prepareCommittee(to: file, in: open.context)
    }
    #expect(try text(file) == "x")
  }

  @Test func `writes nothing when it is only tried`() throws {
    let open = try ready()
    let names = open.folder.names
    let acts = try open.acts()
    let prepared = try open.desk.prepareCommittee(
      to: open.folder.file("comite"), in: open.context, isSimulated: true)
    #expect(prepared.dossiers == 3 && prepared.files == 0)
    #expect(open.folder.names == names)
    #expect(try open.acts() == acts)
  }

  @Test func `gives a funder what concerns its purses, and nothing else`() throws {
    let open = try ready()
    _ = try open.desk.giveOpinions(
      [opinion("CAHC-COHESION", "favorable", "4321"), opinion("REGION-QUARTIERS", "defavorable")],
      in: open.context)
    try open.desk.addActor(Actor(id: "région", role: .funder, funder: "REGION"))
    let region = open.desk.acting(as: "région", at: open.desk.surroundings.now())
    let folder = open.folder.file("region")
    let prepared = try region.prepareCommittee(to: folder, in: open.context)
    #expect(prepared.funders == ["REGION"] && prepared.missing == nil)
    let names = try files(folder)
    #expect(
      names == [
        ".aap-comite", "financeurs/REGION/avis.csv", "financeurs/REGION/dossiers.html",
        "financeurs/REGION/projets/2026-0001.html",
      ])
    for name in names {
      let content = try text("\(folder)/\(name)").replacing("\u{202F}", with: " ")
      for secret in [
        "CAHC-COHESION", "4 321", "9 000,00", "FR73", "Gorczak", "politique-ville", "0353016870",
      ] {
        #expect(!content.contains(secret), "\(secret) in \(name)")
      }
    }
    let page = try text("\(folder)/financeurs/REGION/projets/2026-0001.html")
    #expect(page.contains("défavorable") && page.contains("Demandé à tous"))
    #expect(
      try text("\(folder)/financeurs/REGION/avis.csv").contains(
        "2026-0001,REGION-QUARTIERS,defavorable,,"))
  }

  @Test func `takes back the opinions a funder wrote in its file`() throws {
    let open = try ready()
    let folder = open.folder.file("comite")
    _ = try open.desk.prepareCommittee(to: folder, in: open.context)
    let file = "\(folder)/financeurs/CAHC/avis.csv"
    let filled = try text(file).replacing(
      "2026-0001,CAHC-COHESION,,,", with: "2026-0001,CAHC-COHESION,favorable,8000,")
    try filled.write(toFile: file, atomically: true, encoding: .utf8)
    let given = try open.desk.giveOpinions(
      try TypedOpinion.batch(file: file), in: open.context)
    #expect(given.opinions.map(\.amount) == [Cents(euros: 8_000)])
    let again = try open.desk.prepareCommittee(to: folder, in: open.context)
    #expect(again.missing?.opinions.first { $0.purse == "CAHC-COHESION" }?.dossiers.count == 2)
    #expect(try text("\(folder)/ordre-du-jour.html").contains("CAHC-COHESION favorable"))
    #expect(
      try text(file).contains("2026-0001,CAHC-COHESION,favorable,8000.00,"))
  }

  @Test func `follows the session once it is open, and its opinions stay out`() throws {
    let open = try ready()
    let opening = try open.committee.openSession(in: open.context, place: "ici")
    _ = try open.committee.giveOpinions([opinion("CAHC-COHESION")], in: open.context)
    let folder = open.folder.file("comite")
    let prepared = try open.committee.prepareCommittee(
      to: folder, borderline: .first, in: open.context)
    #expect(prepared.dossiers == opening.applications.count)
    #expect(try !text("\(folder)/ordre-du-jour.html").contains("CAHC-COHESION favorable"))
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "représentant") },
      in: open.context)
    try open.committee.decide(
      Decision(number: DossierNumber(call: "2026", order: 1), kind: .moot, motive: "Retrait."),
      in: open.context)
    let after = try open.committee.prepareCommittee(to: folder, in: open.context)
    #expect(after.dossiers == opening.applications.count - 1)
  }

  @Test func `puts the dossiers that the money barely reaches first or last, as asked`() throws {
    let folder = try TemporaryFolder()
    let territory = folder.file("territoire")
    try FileManager.default.copyItem(
      atPath: OpenDesk.territory("henin-carvin"), toPath: territory)
    let purses = "\(territory)/appel-2026/enveloppes.yaml"
    try text(purses).replacing("montant: \"120000.00\"", with: "montant: \"1000.00\"")
      .write(toFile: purses, atomically: true, encoding: .utf8)
    let open = try ready(territory)
    let first = try open.desk.prepareCommittee(
      to: open.folder.file("tete"), borderline: .first, in: open.context)
    #expect(first.borderline > 0)
    let page = try text(open.folder.file("tete/ordre-du-jour.html"))
    #expect(page.contains("Dossiers à la limite") && page.contains("(à la limite)"))
    _ = try open.desk.prepareCommittee(to: open.folder.file("rang"), in: open.context)
    #expect(try !text(open.folder.file("rang/ordre-du-jour.html")).contains("Dossiers à la limite"))
  }

  @Test func `needs a ranking, and a session that is not closed`() throws {
    let open = try OpenDesk()
    #expect(throws: DeskError.noRanking) {
      try open.desk.prepareCommittee(to: open.folder.file("x"), in: open.context)
    }
    let done = try ready()
    try done.deliberate()
    #expect(throws: DeskError.sessionAlreadyClosed) {
      try done.committee.prepareCommittee(to: done.folder.file("x"), in: done.context)
    }
    #expect(!done.folder.names.contains("x"))
  }
}
