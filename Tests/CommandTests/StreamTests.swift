import Foundation
import TestKit
import Testing

@Suite struct `Results and messages` {
  @Test func `go each to its stream`() throws {
    let base = try TrainingBase()
    let deposit = try base.expect(0, "dossier", "deposer", TrainingBase.sound, "--format", "json")
    #expect((try deposit.json() as? [[String: Any]])?.first?["numero"] as? String == "2026-0001")
    let receipt = try base.expect(0, "dossier", "recu", "2026-0001")
    #expect(receipt.output.contains("2026-0001") && receipt.output.contains("FORMATION"))
    #expect(receipt.messages.isEmpty)
    let again = try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    #expect(again.output == receipt.output)
    #expect(!again.messages.isEmpty)
    #expect(try base.expect(1, "dossier", "montrer", "2026-0002").output.isEmpty)
  }

  @Test func `are the same with and without NO_COLOR`() throws {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    for command in ["dossier lister", "appel etat", "journal lister", "referentiel objectifs"] {
      let words = command.split(separator: " ").map(String.init)
      let plain = try base.expect(0, words[0], words[1])
      let colourless = try base.run(words[0], words[1], environment: ["NO_COLOR": "1"])
      #expect(plain.output == colourless.output)
      #expect(!plain.output.contains("\u{1B}"))
    }
  }

  @Test func `may be left by their reader at any time`() throws {
    let base = try TrainingBase()
    for command in ["referentiel regles", "journal lister", "formulaire modele association"] {
      let outcome = try Program.shell(
        "set -o pipefail; \"$AAP\" \(command) | head -1", environment: base.environment)
      // 141 is the ordinary end of a writer whose reader left.
      #expect([0, 141].contains(outcome.code), "\(command) \(outcome.code)")
      #expect(outcome.output.split(separator: "\n").count == 1)
      #expect(!outcome.messages.contains("Fatal"))
    }
  }
}

@Suite struct `--simuler` {
  @Test func `changes nothing, whatever the command`() throws {
    let base = try TrainingBase()
    try unchanged(base, "acteur", "ajouter", "x", "--role", "lecteur")
    try unchanged(base, "dossier", "deposer", TrainingBase.sound)
    try unchanged(base, "dossier", "importer", TrainingBase.sound)
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try unchanged(base, "instruire", "recevabilite", "--tous")
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try unchanged(base, "classer")
    try base.expect(0, "classer")
    try unchanged(base, "appel", "cloturer")
    try base.expect(0, "appel", "cloturer")
    try unchanged(base, "comite", "ouvrir")
    try base.expect(0, "comite", "ouvrir")
    try unchanged(base, "comite", "presence", "--tous")
    try base.expect(0, "comite", "presence", "--tous")
    try unchanged(base, "comite", "proposer")
    try base.expect(0, "comite", "proposer")
    try unchanged(base, "comite", "voter", "--proposition", "P1", "--unanimite")
    try unchanged(base, "comite", "decider", "2026-0001", "--decision", "refuse", "--motif", "x")
    try base.expect(0, "comite", "voter", "--proposition", "P1", "--unanimite")
    try unchanged(base, "comite", "clore")
    try base.expect(0, "comite", "clore")
    try unchanged(base, "programmation", "exporter", "-o", base.folder.file("p.xml"))
    try base.expect(0, "acteur", "ajouter", "x", "--role", "lecteur")
    try unchanged(base, "acteur", "retirer", "x")
    try unchanged(
      base, "init", "--referentiel", TrainingBase.reference, "--formation", "--base",
      "autre.sqlite")
    try base.expect(0, "verifier")
  }

  private func unchanged(_ base: TrainingBase, _ arguments: String...) throws {
    let acts = try base.journalLength()
    let files = base.folder.names.filter { !$0.hasPrefix("base.sqlite-") }
    let bytes = FileManager.default.contents(atPath: base.path)
    let outcome = try Program.run(
      arguments + ["--simuler"], environment: base.environment, in: base.folder.path)
    #expect(outcome.code == 0, "\(arguments) \(outcome.messages)")
    #expect(try base.journalLength() == acts, "\(arguments)")
    #expect(FileManager.default.contents(atPath: base.path) == bytes, "\(arguments)")
    #expect(base.folder.names.filter { !$0.hasPrefix("base.sqlite-") } == files, "\(arguments)")
  }
}
