import Contract
import Foundation
import GRDB
import TestKit
import Testing

@Suite struct `aap piece` {
  private let base: TrainingBase

  init() throws {
    base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
  }

  private func file(_ bytes: [UInt8], _ name: String) throws -> String {
    try base.folder.write(bytes, to: name)
  }

  private func list(_ number: String = "2026-0001") throws -> [[String: Any]] {
    let json = try base.expect(0, "piece", "lister", number, "--format", "json").json()
    return try #require(json as? [[String: Any]])
  }

  private func codes(_ outcome: Program.Outcome) throws -> [String] {
    let json = try #require(try outcome.json() as? [String: Any])
    return try #require(json["constats"] as? [[String: Any]]).compactMap { $0["code"] as? String }
  }

  @Test func `attaches, lists and gives back, byte for byte`() throws {
    let content = Papers.pdf("compte de la trésorerie")
    let path = try file(content, "RIB de l’été (v2).pdf")
    let attached = try base.expect(
      0, "piece", "joindre", "2026-0001", path, "--type", "rib", "--format", "json")
    let report = try #require((try attached.json() as? [[String: Any]])?.first)
    #expect(report["id"] as? Int == 1 && report["nom"] as? String == "RIB de l’été (v2).pdf")
    #expect(report["deja_jointe"] as? Bool == false)
    #expect(attached.messages.contains("Pièces encore attendues : "))
    let line = try #require(try list().first)
    #expect(
      Set(line.keys) == [
        "type", "libelle", "etat", "id", "nom", "jointe_le", "octets", "empreinte", "a_faire",
      ])
    #expect(line["etat"] as? String == "presente" && line["octets"] as? Int == content.count)
    #expect((line["empreinte"] as? String)?.count == 64)
    try base.expect(0, "piece", "extraire", "2026-0001", "1", "-o", base.folder.file("sortie.pdf"))
    let written = FileManager.default.contents(atPath: base.folder.file("sortie.pdf"))
    #expect(written.map { Array($0) } == content)
    try base.expect(73, "piece", "extraire", "2026-0001", "1", "-o", base.folder.file("sortie.pdf"))
    try base.expect(0, "verifier")
  }

  @Test func `says what is missing in every form of the sheet`() throws {
    let missing = try list().filter { $0["etat"] as? String == "manquante" }
    #expect(
      missing.compactMap { $0["type"] as? String } == ["rib", "deliberation"])
    #expect(
      missing.first?["a_faire"] as? String
        == "aap piece joindre 2026-0001 FICHIER --type rib, jusqu’au 30 janvier 2026")
    let sheet = try #require(
      try base.expect(0, "dossier", "montrer", "2026-0001", "--format", "json").json()
        as? [String: Any])
    #expect((sheet["pieces_manquantes"] as? [Any])?.count == missing.count)
    #expect((sheet["pieces"] as? [Any])?.isEmpty == true)
    let receipt = try base.expect(0, "dossier", "recu", "2026-0001").output
    #expect(receipt.contains("Pièces encore attendues, jusqu’au 30 janvier 2026 à minuit"))
    #expect(try base.expect(0, "piece", "lister", "2026-0001").output.contains("manquante"))
    #expect(
      try base.expect(0, "piece", "lister", "2026-0001", "--format", "csv").output
        .hasPrefix("type,libelle,etat,id,nom,jointe_le,octets,empreinte,a_faire\r\n"))
  }

  @Test(
    arguments: [
      ([], "vide.pdf", 65, "piece_vide"), ([1, 2, 3, 0], "rib.pdf", 65, "piece_illisible"),
      (Array("#!/bin/sh\n".utf8), "rib.pdf", 65, "piece_refusee"),
      ([0x7F, 0x45, 0x4C, 0x46], "rib.pdf", 65, "piece_refusee"),
      ([0x4D, 0x5A, 0, 0], "rib.pdf", 65, "piece_refusee"),
      (Array("<html><body>".utf8), "rib.pdf", 65, "piece_refusee"),
      (Array("<svg xmlns='x'/>".utf8), "rib.png", 65, "piece_refusee"),
      (Papers.zip([("rib.pdf", "%PDF-1.4")]), "rib.pdf", 65, "piece_refusee"),
    ] as [([UInt8], String, Int32, String)])
  func `refuses what a file is, whatever its name`(
    bytes: [UInt8], name: String, code: Int32, finding: String
  ) throws {
    let path = try file(bytes, name)
    let outcome = try base.expect(
      code, "piece", "joindre", "2026-0001", path, "--type", "rib", "--format", "json")
    #expect(try codes(outcome) == [finding])
    #expect(try list().allSatisfy { $0["etat"] as? String == "manquante" })
  }

  @Test func `takes a lying name for what the content is, and says so`() throws {
    let path = try file(Papers.pdf(), "rib.exe")
    let outcome = try base.expect(0, "piece", "joindre", "2026-0001", path, "--type", "rib")
    #expect(outcome.messages.contains("[extension_trompeuse]"))
    try base.expect(0, "piece", "extraire", "2026-0001", "1")
    #expect(base.folder.names.contains("rib.exe.pdf"))
  }

  @Test func `never waits for a pipe, reads a folder or fills the memory`() throws {
    try base.expect(66, "piece", "joindre", "2026-0001", base.folder.path, "--type", "rib")
    try base.expect(66, "piece", "joindre", "2026-0001", base.folder.file("non"), "--type", "rib")
    try base.expect(65, "piece", "joindre", "2026-0001", "/dev/zero", "--type", "rib")
    let pipe = base.folder.file("tube.pdf")
    #expect(mkfifo(pipe, 0o600) == 0)
    let outcome = try base.expect(
      65, "piece", "joindre", "2026-0001", pipe, "--type", "rib", "--format", "json")
    #expect(try codes(outcome) == ["fichier_non_ordinaire"])
    let huge = try file([], "gros.pdf")
    #expect(truncate(huge, 200 << 20) == 0)
    let heavy = try Program.shell(
      "ulimit -v 4000000; \"$AAP\" piece joindre 2026-0001 '\(huge)' --type rib --format json",
      environment: base.environment, in: base.folder.path)
    #expect(heavy.code == 1)
    #expect(try codes(heavy) == ["piece_trop_lourde"])
    #expect(try list().allSatisfy { $0["etat"] as? String == "manquante" })
  }

  @Test func `gives the same number to the same file, with a notice`() throws {
    let path = try file(Papers.pdf(), "statuts.pdf")
    try base.expect(0, "piece", "joindre", "2026-0001", path, "--type", "statuts")
    let before = try base.journalLength()
    let again = try base.expect(0, "piece", "joindre", "2026-0001", path, "--type", "statuts")
    #expect(again.messages.contains("était déjà jointe au dossier 2026-0001, sous le n° 1"))
    #expect(try base.journalLength() == before)
  }

  @Test(arguments: [
    ["2026-0001", "a.pdf", "--type", "statut"], ["2026-0001", "a.pdf"],
    ["2026-0001", "--type", "rib"], ["2026-0001", "a.pdf", "--type", "rib", "--reprendre", "1"],
    ["2026-0001", "--reprendre", "un"],
  ])
  func `explains a mistake on the line`(arguments: [String]) throws {
    let outcome = try base.expect(64, ["piece", "joindre"] + arguments)
    if arguments.contains("statut") {
      #expect(outcome.messages.contains("vouliez-vous dire « statuts » ?"))
    }
  }

  @Test func `names a dossier or a paper that does not exist`() throws {
    let path = try file(Papers.pdf(), "a.pdf")
    for number in ["2026-0099", "1999-0001", "bonjour"] {
      try base.expect(1, "piece", "joindre", number, path, "--type", "rib")
      try base.expect(1, "piece", "lister", number)
      try base.expect(1, "piece", "extraire", number, "1")
    }
    try base.expect(1, "piece", "extraire", "2026-0001", "7")
    try base.expect(1, "piece", "joindre", "2026-0001", "--reprendre", "7")
  }

  @Test(arguments: [
    "accents é à ü œ.pdf", "espaces  et\ttabulation.pdf", "-rf.pdf", "rtl\u{202E}fdp.exe",
    "saut\nde ligne.pdf", "emoji 🥊.pdf", String(repeating: "x", count: 250),
  ])
  func `shows and writes odd names without being misled`(name: String) throws {
    let path = try file(Papers.pdf(), name)
    let outcome = try base.expect(
      0, "piece", "joindre", "2026-0001", path, "--type", "rib", "--format", "json")
    let shown = try #require((try outcome.json() as? [[String: Any]])?.first?["nom"] as? String)
    #expect(shown.utf8.count <= 200 && !shown.contains { $0.isNewline || $0 == "/" })
    #expect(!shown.unicodeScalars.contains("\u{202E}") && !shown.hasPrefix("-"))
    let folder = try TemporaryFolder()
    let extracted = try Program.run(
      ["piece", "extraire", "2026-0001", "1"], environment: base.environment, in: folder.path)
    #expect(extracted.code == 0 && folder.names.count == 1)
    #expect(folder.names.allSatisfy { $0.hasSuffix(".pdf") })
  }

  @Test func `is closed to applicants after the last second, unless they were asked`() throws {
    try base.expect(0, "acteur", "ajouter", "asso", "--role", "porteur")
    let path = try file(Papers.pdf(), "a.pdf")
    let other = try file(Papers.pdf("autre"), "b.pdf")
    func attach(_ path: String, at instant: String, as actor: String = "asso") throws -> Int32 {
      try base.run(
        "piece", "joindre", "2026-0001", path, "--type", "rib", "--acteur", actor,
        environment: ["AAP_MAINTENANT": instant]
      ).code
    }
    #expect(try attach(path, at: "2026-01-30T23:59:59+01:00") == 0)
    #expect(try attach(other, at: "2026-01-31T00:00:00+01:00") == 1)
    try DatabaseQueue(path: base.path).write { db in
      try db.execute(
        sql: """
          UPDATE dossier SET stage = 'incomplet';
          INSERT INTO completionRequest (dossier, askedAt, actor, motive, pieces, dueOn)
          VALUES (1, '2026-02-01T10:00:00+01:00', 'secretariat', 'Il manque le RIB.', '["rib"]',
            '2026-02-15')
          """)
    }
    #expect(try attach(other, at: "2026-02-16T00:00:00+01:00") == 1)
    #expect(try attach(other, at: "2026-02-15T23:59:59+01:00") == 0)
    let third = try file(Papers.pdf("c"), "c.pdf")
    #expect(try attach(third, at: "2026-02-16T00:00:00+01:00", as: "secretariat") == 0)
  }

  @Test func `a byte changed in the base is seen by aap verifier`() throws {
    let path = try file(Papers.pdf(), "a.pdf")
    try base.expect(0, "piece", "joindre", "2026-0001", path, "--type", "rib")
    try base.expect(0, "verifier")
    // In the file itself, where no trigger looks: the page that holds the content.
    try DatabaseQueue(path: base.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: base.path)))
    let wanted = Papers.pdf()
    let start = try #require(
      bytes.indices.first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) })
    bytes[start + 10] ^= 1
    try Data(bytes).write(to: URL(filePath: base.path))
    let outcome = try base.expect(1, "verifier")
    #expect(
      outcome.messages
        == "ROMPU — le contenu de chaque pièce a son empreinte : 2026-0001, pièce n° 1\n")
    try base.expect(74, "piece", "extraire", "2026-0001", "1", "-o", base.folder.file("x.pdf"))
    #expect(!base.folder.names.contains("x.pdf"))
  }
}

@Suite struct `Papers under pressure` {
  private func base(_ rules: String) throws -> (TemporaryFolder, TrainingBase) {
    let folder = try TemporaryFolder()
    let base = try TrainingBase(reference: folder.territory("henin-carvin", pieces: rules))
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    return (folder, base)
  }

  @Test func `two processes never attach more than the last one allowed`() throws {
    let (_, base) = try base("{nombre_max: 2}")
    let paths = try (0..<4).map { try base.folder.write(Papers.pdf("\($0)"), to: "p\($0).pdf") }
    try base.expect(0, "piece", "joindre", "2026-0001", paths[0], "--type", "autre")
    let running = try paths.dropFirst().map { path in
      try Program.start(
        ["piece", "joindre", "2026-0001", path, "--type", "autre", "--format", "json"],
        environment: base.environment, in: base.folder.path)
    }
    let outcomes = running.map { $0.finish() }
    #expect(outcomes.map(\.code).sorted() == [0, 1, 1])
    for outcome in outcomes where outcome.code == 1 {
      #expect(outcome.output.contains("\"trop_de_pieces\""))
    }
    try base.expect(0, "verifier")
  }

  @Test func `a killed process loses nothing that it acknowledged`() throws {
    let (_, base) = try base("{nombre_max: 200}")
    var acknowledged: Set<String> = []
    var killed = 0
    for round in 0..<24 {
      let path = try base.folder.write(Papers.pdf("\(round)"), to: "p\(round).pdf")
      let running = try Program.start(
        ["piece", "joindre", "2026-0001", path, "--type", "autre", "--format", "json"],
        environment: base.environment, in: base.folder.path)
      Thread.sleep(forTimeInterval: 0.004 * Double(round))
      kill(running.process.processIdentifier, SIGKILL)
      let outcome = running.finish()
      killed += outcome.wasKilled ? 1 : 0
      if outcome.output.hasSuffix("]\n") { acknowledged.insert("p\(round).pdf") }
    }
    #expect(killed > 3, "the kills came too late to prove anything")
    let json = try base.expect(0, "piece", "lister", "2026-0001", "--format", "json").json()
    let kept = Set(try #require(json as? [[String: Any]]).compactMap { $0["nom"] as? String })
    #expect(acknowledged.isSubset(of: kept))
    try base.expect(0, "verifier")
  }
}
