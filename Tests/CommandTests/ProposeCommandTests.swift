import Foundation
import TestKit
import Testing

@Suite struct `A proposal by the command line` {
  /// A session open on one dossier, under the call as it is or changed.
  private func session(_ changes: CallChange...) throws -> TrainingBase {
    let folder = try TemporaryFolder()
    let base = try TrainingBase(
      reference: changes.isEmpty
        ? "henin-carvin" : folder.territory("henin-carvin", changing: changes))
    for command in [
      ["dossier", "deposer", TrainingBase.sound], ["appel", "cloturer"],
      ["instruire", "recevabilite", "--tous"], ["classer"], ["comite", "ouvrir"],
      ["comite", "presence", "--tous"],
    ] { try base.expect(0, command) }
    return base
  }

  private func scenarios(in base: TrainingBase, _ purse: String = "CAHC-COHESION") throws -> String
  {
    try base.folder.write(
      #"{"scenarios":[{"nom":"Sans","enveloppes":[{"id":"\#(purse)","retrait":true}]}]}"#,
      to: "scenarios.json")
  }

  @Test func `says its status, its objective and its yardstick`() throws {
    let base = try session()
    let table = try base.expect(0, "comite", "proposer")
    #expect(table.messages.contains("Statut : optimal ; stratégie « rang », 1 projet retenu."))
    #expect(table.messages.contains("(repère, "))
    for strategy in ["rang", "valeur", "proportionnel"] {
      let outcome = try base.expect(
        0, "comite", "proposer", "--strategie", strategy, "--format", "json", "--simuler")
      let json = try #require(try outcome.json() as? [String: Any])
      #expect(json["strategie"] as? String == strategy)
      #expect(json["repere"] != nil)
      #expect(json["certificat"] == nil)
    }
    try base.expect(64, "comite", "proposer", "--strategie", "tirage")
    try base.expect(0, "verifier")
  }

  @Test func `follows the strategy and the minima of its call`() throws {
    let source = "source: {citation: \"Hypothèse d’essai\"}"
    let base = try session(
      .call("quorum: 2", "quorum: 2\n  strategie: proportionnel"),
      .purses("nombre_max: 8", "nombre_max: 8\n    nombre_min: {valeur: 3, \(source)}"))
    let table = try base.expect(0, "comite", "proposer")
    #expect(table.messages.contains("stratégie « proportionnel »"))
    #expect(
      table.messages.contains(
        "Minimum non atteint : REGION-QUARTIERS devrait payer au moins 3 projets : 1 sur 3, il en "
          + "manque 2."))
    let named = try base.expect(0, "comite", "proposer", "--strategie", "valeur")
    #expect(named.messages.contains("stratégie « valeur », somme des valeurs "))
    try base.expect(0, "comite", "voter", "--proposition", "P1", "--unanimite")
    try base.expect(0, "verifier")
  }

  @Test func `comes with its certificate when it is asked for`() throws {
    let base = try session()
    let instance = base.folder.file("instance.json")
    let outcome = try base.expect(
      0, "comite", "proposer", "--certificat", "--pas", "500", "--format", "json",
      "--instance-vers", instance)
    let json = try #require(try outcome.json() as? [String: Any])
    let certificate = try #require(json["certificat"] as? [String: Any])
    #expect(certificate["pas_centimes"] as? Int == 50_000)
    let alone = try base.expect(
      0, "simuler", instance, "--certificat", "--pas", "500", "--format", "json")
    #expect(alone.output == outcome.output)
    for step in ["0", "-1", "mille"] {
      try base.expect(64, "comite", "proposer", "--certificat", "--pas", step)
    }
  }

  @Test func `compares scenarios without writing in the ledger`() throws {
    let base = try session()
    let acts = try base.journalLength()
    let file = try scenarios(in: base)
    let table = try base.expect(0, "comite", "proposer", "--scenarios", file)
    #expect(table.output.hasPrefix("SCÉNARIOS\n"))
    let page = base.folder.file("page.html")
    try base.expect(0, "comite", "proposer", "--scenarios", file, "--html", page)
    let text = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    #expect(text.contains("séance de l’appel 2026"))
    let unknown = try base.expect(
      65, "comite", "proposer", "--scenarios", try scenarios(in: base, "ABSENTE"), "--format",
      "json")
    #expect(unknown.output.contains("scenarios[0].enveloppes[0].id"))
    try base.expect(64, "comite", "proposer", "--html", page)
    try base.expect(64, "comite", "proposer", "--scenarios", file, "--certificat")
    #expect(try base.journalLength() == acts)
    let proposed = try base.expect(0, "comite", "proposer")
    #expect(proposed.messages.contains("Proposition P1 :"))
  }
}
