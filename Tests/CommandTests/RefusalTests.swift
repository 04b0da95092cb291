import Contract
import Foundation
import TestKit
import Testing
import Vocabulary

@Suite struct `The wrong dossiers of the first season` {
  /// What makes a file unreadable as a dossier: exit 65.
  private static let unreadable: Set = [
    "fichier_illisible", "champ_inconnu", "identifiant_invalide",
  ]
  /// Mistakes of typing, which no text needs to forbid.
  private static let typing: Set = ["fichier_illisible", "champ_inconnu"]

  /// A base with the season's call open; the clock is each dossier's own.
  private func base() throws -> TrainingBase {
    try TrainingBase(reference: "lens-lievin", call: "appel-2016-echantillon")
  }

  @Test func `are refused with all their findings, each saying where, why and what to do`() throws {
    let base = try base()
    let season = try Season("lens-lievin-2016")
    let wrong = season.deposits.filter { $0.outcome != "depose" }
    #expect(wrong.count >= 10)
    for deposit in wrong {
      let outcome = try base.run(
        "dossier", "verifier", ProjectRoot.url(deposit.file.name).path, "--format", "json",
        environment: ["AAP_MAINTENANT": deposit.receivedAt.rfc3339])
      let findings = try Refusals.findings(in: outcome)
      let blocking = findings.filter { $0["gravite"] as? String == "bloquant" }
      let codes = Set(blocking.compactMap { $0["code"] as? String })
      #expect(codes == Set(deposit.codes), "\(deposit.file.name)")
      let isUnreadable = !codes.isDisjoint(with: Self.unreadable)
      #expect(outcome.code == (isUnreadable ? 65 : 1), "\(deposit.file.name)")
      for finding in blocking {
        #expect(finding["ligne"] is Int, "\(deposit.file.name) \(finding)")
        let isTyping = (finding["code"] as? String).map(Self.typing.contains) ?? false
        #expect(isTyping || finding["source"] is String, "\(deposit.file.name) \(finding)")
      }
      for finding in findings {
        #expect((finding["message"] as? String)?.isEmpty == false)
        #expect((finding["remede"] as? String)?.isEmpty == false)
      }
    }
  }

  @Test func `say the same to people, on the messages' side`() throws {
    let base = try base()
    let season = try Season("lens-lievin-2016")
    for deposit in season.deposits where deposit.outcome != "depose" {
      let outcome = try base.run(
        "dossier", "verifier", ProjectRoot.url(deposit.file.name).path,
        environment: ["AAP_MAINTENANT": deposit.receivedAt.rfc3339])
      #expect(outcome.output.isEmpty)
      for code in deposit.codes { #expect(outcome.messages.contains("[\(code)]")) }
      #expect(outcome.messages.contains("À faire : "))
    }
  }
}

/// The JSON of a refusal.
enum Refusals {
  static let keys: Set = [
    "code", "gravite", "fichier", "champ", "ligne", "message", "remede", "source",
  ]

  static func findings(in outcome: Program.Outcome) throws -> [[String: Any]] {
    let root = try #require(try outcome.json() as? [String: Any])
    #expect(Set(root.keys) == ["constats"])
    let findings = try #require(root["constats"] as? [[String: Any]])
    for finding in findings { #expect(Set(finding.keys) == keys) }
    return findings
  }
}

@Suite struct `A refusal in JSON` {
  @Test(arguments: [
    ["dossier", "montrer", "2026-0099"], ["classer", "expliquer", "2026-0099"],
    ["dossier", "deposer", "absent.yaml"], ["comite", "proposer"], ["comite", "tableau"],
    ["instruire", "recevabilite", "2026-0099"], ["dossier", "lister", "--appel", "1999"],
    ["identifiant", "verifier", "plaque", "x"], ["dossier", "lister", "--base", "absente"],
  ])
  func `has the published keys whatever was refused`(arguments: [String]) throws {
    let base = try TrainingBase()
    let outcome = try Program.run(
      arguments + ["--format", "json"], environment: base.environment, in: base.folder.path)
    #expect(outcome.code != 0)
    let findings = try Refusals.findings(in: outcome)
    #expect(findings.count == 1)
    for finding in findings {
      #expect(finding["gravite"] as? String == "bloquant")
      #expect((finding["message"] as? String)?.isEmpty == false)
    }
  }

  @Test func `is what it says for each line of an import`() throws {
    let base = try TrainingBase()
    let wrong = try base.folder.write("a: [", to: "casse.yaml")
    let outcome = try base.run(
      "dossier", "importer", TrainingBase.sound, wrong, "--format", "json")
    #expect(outcome.code == 65)
    let lines = try outcome.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["numero"] as? String } == ["2026-0001", nil])
    #expect(
      lines.allSatisfy { Set($0.keys) == ["lieu", "numero", "empreinte", "constats"] })
  }
}

@Suite struct `Files nobody should give` {
  @Test func `are refused without a crash`() throws {
    let base = try TrainingBase()
    let huge = try base.folder.write(String(repeating: "a", count: 9 << 20), to: "enorme.yaml")
    let empty = try base.folder.write("", to: "vide.yaml")
    let binary = base.folder.file("binaire.yaml")
    try Data([0xFF, 0xFE, 0x00, 0x80]).write(to: URL(filePath: binary))
    for command in ["verifier", "deposer", "importer"] {
      try base.expect(65, "dossier", command, huge)
      try base.expect(65, "dossier", command, empty)
      try base.expect(65, "dossier", command, binary)
      try base.expect(66, "dossier", command, base.folder.path)
      try base.expect(66, "dossier", command, base.folder.file("absent.yaml"))
    }
    #expect(try base.deposited() == [])
  }

  @Test func `are not read when their rights forbid it`() throws {
    let base = try TrainingBase()
    let secret = try base.folder.write("a: [", to: "secret.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret)
    // The superuser reads everything: then the file is only badly written.
    let code: Int32 = FileManager.default.isReadableFile(atPath: secret) ? 65 : 66
    try base.expect(code, "dossier", "deposer", secret)
  }
}
