import Foundation
import TestKit
import Testing

@Suite struct `Matching by the command line` {
  private static let good = """
    {"id":"A","titre":"Une charte de proximité","attendus":{"objectifs":["B.1.1"]}}
    {"id":"B","titre":"Observatoire social","attendus":{"objectifs":["B.1.2"],"financeurs":[]}}
    """

  private func object(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try outcome.json() as? [String: Any])
  }

  @Test func `measures the cases of a file, in JSON and for people`() throws {
    let base = try TrainingBase()
    let path = try base.folder.write(Self.good, to: "cas.jsonl")
    let outcome = try base.expect(
      0, "correspondance", "--evaluer", path, "--format", "json")
    let measure = try object(outcome)
    #expect(
      Set(measure.keys) == [
        "cas", "premier_bp", "trois_premiers_bp", "rang_reciproque", "financeurs", "confusions",
      ])
    #expect(measure["cas"] as? Int == 2)
    #expect((measure["financeurs"] as? [String: Any])?["cas"] as? Int == 1)
    #expect(outcome.messages == "2 cas.\n")
    let table = try base.expect(0, "correspondance", "--evaluer", path)
    #expect(table.output.contains("Objectif accepté en tête"))
    let learned = try base.expect(0, "correspondance", "--evaluer", path, "--apprendre")
    #expect(learned.messages == "2 cas, dont 2 jugés sans eux-mêmes.\n")
    try base.expect(0, "correspondance", "--evaluer", path, "--lexique-seul")
    try base.expect(0, "verifier")
  }

  @Test func `measures what can be read, and says what cannot`() throws {
    let base = try TrainingBase()
    let path = try base.folder.write(
      Self.good
        + #"\n{"id":"C","titre":"T","attendus":{"objectifs":["9.9"]}}"#
        .replacing("\\n", with: "\n"), to: "cas.jsonl")
    let outcome = try base.expect(65, "correspondance", "--evaluer", path, "--format", "json")
    #expect(try object(outcome)["cas"] as? Int == 2)
    #expect(outcome.messages.contains("[objectif_inconnu]"))
    #expect(outcome.messages.contains("cas.jsonl"))
  }

  @Test func `gives one line of JSON a project, with the same keys as a dossier`() throws {
    let base = try TrainingBase()
    let path = try base.folder.write(Self.good, to: "lot.jsonl")
    let lines = try base.expect(0, "correspondance", "--lot", path).output
      .split(separator: "\n")
    let keys: Set = ["id", "objectifs", "financeurs", "partenaires", "doutes"]
    let objects = try lines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["id"] as? String } == ["A", "B"])
    #expect(objects.map { Set($0.keys) } == [keys, keys])
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    let one = try object(
      try base.expect(0, "correspondance", "2026-0001", "--format", "json"))
    #expect(
      Set(one.keys) == keys.union(["objectif_declare", "objectif_confirme", "vocabulaire"]))
    #expect(one["objectif_declare"] as? String == "B.1.1")
    #expect(one["vocabulaire"] as? String == "0")
  }

  @Test func `learns, and still gives what a former vocabulary gave`() throws {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    let show = ["correspondance", "2026-0001", "--format", "json"]
    for (version, code) in zip(1...2, ["B.1.1", "B.1.4"]) {
      try base.expect(0, "instruire", "objectif", "2026-0001", code)
      let learned = try base.expect(0, "correspondance", "apprendre")
      #expect(learned.messages.hasPrefix("Vocabulaire \(version)"), "\(learned.messages)")
    }
    let last = try object(try base.expect(0, show))
    #expect(last["vocabulaire"] as? String == "2")
    #expect(last["objectif_confirme"] as? String == "B.1.4")
    let former = try object(try base.expect(0, show + ["--vocabulaire", "1"]))
    #expect(former["vocabulaire"] as? String == "1")
    let again = try base.expect(0, "correspondance", "apprendre")
    #expect(again.messages.hasPrefix("Rien de neuf"), "\(again.messages)")
    try base.expect(0, "verifier")
  }

  @Test func `refuses with the code of what is wrong`() throws {
    let base = try TrainingBase()
    let path = try base.folder.write(Self.good, to: "cas.jsonl")
    try base.expect(64, "correspondance")
    try base.expect(64, "correspondance", "2026-0001", "--lot", path)
    try base.expect(64, "correspondance", "--lot", path, "--apprendre")
    try base.expect(64, "correspondance", "--lot", path, "--vocabulaire", "1")
    try base.expect(66, "correspondance", "--lot", "absent.jsonl")
    try base.expect(66, "correspondance", "--evaluer", "absent.jsonl")
    try base.expect(66, "correspondance", "apprendre", "--depuis", base.folder.path)
    try base.expect(1, "correspondance", "2026-0099")
    try base.expect(1, "instruire", "objectif", "2026-0001", "B.1.1")
    let broken = try base.folder.write("{\n", to: "casse.jsonl")
    try base.expect(65, "correspondance", "--lot", broken)
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(1, "instruire", "objectif", "2026-0001", "B.9.9")
    try base.expect(1, "correspondance", "2026-0001", "--vocabulaire", "4")
    try base.expect(0, "acteur", "ajouter", "public", "--role", "lecteur")
    try base.expect(77, "correspondance", "apprendre", "--acteur", "public")
  }
}
