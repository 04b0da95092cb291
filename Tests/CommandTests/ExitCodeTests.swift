import Foundation
import GRDB
import TestKit
import Testing

@Suite struct `Exit codes` {
  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["referentiel", "regles"], 0),
      (["identifiant", "verifier", "siren", "732829320"], 0),
      (["identifiant", "verifier", "siren", "732829321"], 65),
      (["identifiant", "verifier", "plaque", "AB-123-CD"], 65),
      (["inconnue"], 64), (["dossier", "deposer"], 64), (["dossier", "lister", "--zut"], 64),
      (["dossier", "lister", "--format", "xml"], 64),
      (["comite", "voter", "--proposition", "P1"], 64),
      (["acteur", "ajouter", "x", "--role", "maire"], 64), (["demo", "--dossiers", "0"], 64),
      (["dossier", "lister", "--base", "/absente.sqlite"], 66),
      (["referentiel", "verifier", "/absent"], 66), (["simuler", "/absent.json"], 66),
      (["programmation", "valider", "/absent.xml"], 66),
      (["init", "--referentiel", "/absent", "--base", "/tmp/jamais-cree.sqlite"], 66),
      (["dossier", "lister", "--base", "/etc/passwd"], 65),
    ] as [([String], Int32)])
  func `without a base of one's own`(arguments: [String], code: Int32) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == code, "\(outcome.messages)")
    #expect(!(outcome.output + outcome.messages).isEmpty)
    if code == 0 { #expect(!outcome.output.isEmpty) }
  }

  @Test func `on a base of one's own`() throws {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    let config = "\(TrainingBase.reference)/appel-2026/appel.yaml"
    try base.expect(1, "appel", "ouvrir", "--config", config)
    try base.expect(1, "dossier", "montrer", "2026-0099")
    try base.expect(1, "dossier", "montrer", "n’importe quoi")
    try base.expect(1, "comite", "ouvrir")
    try base.expect(1, "programmation", "exporter")
    try base.expect(66, "dossier", "deposer", "absent.yaml")
    try base.expect(66, "appel", "ouvrir", "--config", "absent.yaml")
    try base.expect(65, "dossier", "deposer", try base.folder.write("a: [", to: "casse.yaml"))
    try base.expect(73, "init", "--referentiel", TrainingBase.reference, "--formation")
    try base.expect(77, "dossier", "deposer", TrainingBase.sound, "--acteur", "inconnu")
    try base.expect(0, "acteur", "ajouter", "public", "--role", "lecteur")
    try base.expect(77, "classer", "--acteur", "public")
    try base.expect(0, "verifier")
    #expect(base.folder.names.filter { !$0.hasPrefix("base.sqlite") } == ["casse.yaml"])
  }

  @Test func `77 for the clock of an ordinary base, 64 for one that cannot be read`() throws {
    let folder = try TemporaryFolder()
    let base = folder.file("ordinaire.sqlite")
    let clock = ["AAP_MAINTENANT": "2026-01-10T10:00:00+01:00", "AAP_BASE": base]
    let create = ["init", "--referentiel", TrainingBase.reference, "--acteur", "s"]
    #expect(try Program.run(create, environment: clock).code == 77)
    #expect(folder.names == [])
    #expect(try Program.run(create, environment: ["AAP_BASE": base]).code == 0)
    #expect(try Program.run(["verifier", "--acteur", "s"], environment: clock).code == 77)
    let training = try TrainingBase()
    #expect(try training.run("verifier", environment: ["AAP_MAINTENANT": "hier"]).code == 64)
  }

  @Test func `75 when another program holds the base`() throws {
    let base = try TrainingBase()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let holder = try DatabaseQueue(path: base.path, configuration: configuration)
    try holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let refused = try base.expect(75, "dossier", "deposer", TrainingBase.sound)
    #expect(refused.output.isEmpty)
    try base.expect(0, "dossier", "lister")
    try holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
  }

  @Test func `1 when the journal or a promise is broken`() throws {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try DatabaseQueue(path: base.path).write { db in
      try db.execute(sql: "DROP TRIGGER journal_refuse_update")
      try db.execute(sql: "UPDATE journal SET actor = 'autre' WHERE sequence = 2")
      try db.execute(sql: "UPDATE call SET lastOrder = 7")
    }
    #expect(try base.expect(1, "journal", "verifier").messages.contains("ligne 2"))
    let messages = try base.expect(1, "verifier").messages
    #expect(messages.contains("la numérotation d’un appel est sans trou"))
    #expect(messages.contains("ligne 2"))
  }
}
