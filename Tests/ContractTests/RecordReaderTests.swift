import Contract
import Testing
import Vocabulary

@Suite struct `A record reader` {
  /// Reads a text with one reader and returns every finding.
  private func findings(
    _ text: String, _ read: (RecordReader) -> Void
  ) throws -> [Finding] {
    let list = FindingList(file: "f.yaml")
    read(RecordReader(try YAMLSource.read(Array(text.utf8)), path: "", findings: list))
    return list.findings
  }

  private func finding(
    _ code: String, _ line: Int, _ field: String?, _ message: String, _ remedy: String
  ) -> Finding {
    Finding(
      code: code, family: .malformed, place: .init(file: "f.yaml", line: line, field: field),
      message: message, remedy: remedy, source: .dataFormat)
  }

  private func wrongType(_ key: String, _ line: Int, _ expected: String) -> Finding {
    finding(
      "type_inattendu", line, key,
      "La valeur de « \(key) » n’a pas la forme attendue : \(expected).", "Corrigez cette ligne.")
  }

  private func missing(_ key: String) -> Finding {
    finding(
      "cle_manquante", 1, key, "La clé « \(key) » manque.", "Ajoutez « \(key) : … » à cet endroit.")
  }

  @Test func `refuses anything but a mapping`() throws {
    #expect(
      try findings("bonjour") { _ in } == [
        finding(
          "type_inattendu", 1, nil, "Un groupe de « clé : valeur » est attendu.",
          "Écrivez une ligne « clé : valeur » par donnée.")
      ])
  }

  @Test func `names the nearest key of an unknown one`() throws {
    let found = try findings("financeurs: 1\nzzz: 2") { $0.allowOnly(["financeur", "nature"]) }
    #expect(
      found == [
        finding(
          "champ_inconnu", 1, "financeurs",
          "La clé « financeurs » est inconnue ici ; vouliez-vous dire « financeur » ?",
          "Clés possibles : financeur, nature."),
        finding(
          "champ_inconnu", 2, "zzz", "La clé « zzz » est inconnue ici.",
          "Clés possibles : financeur, nature."),
      ])
  }

  @Test func `reports what is missing, an empty text too`() throws {
    #expect(try findings("a: \"\"\nb: ~") { _ = $0.text("a") } == [missing("a")])
    #expect(try findings("a: ~") { _ = $0.text("a") } == [missing("a")])
    #expect(try findings("z: 1") { _ = $0.integer("a") } == [missing("a")])
    #expect(try findings("z: 1") { _ = $0.amount("a") } == [missing("a")])
    #expect(try findings("z: 1") { _ = $0.day("a") } == [missing("a")])
    #expect(try findings("z: 1") { _ = $0.requiredRecord("a") } == [missing("a")])
  }

  @Test func `reports each wrong type once, whatever the number of readings`() throws {
    let text = "\na: [x]\nb: douze\nc: peut-être\nd: 2016-02-30\ne: {x: 1}\nf: [x, [y]]\ng: x"
    let found = try findings(text) { record in
      for _ in 1...2 {
        _ = record.text("a")
        _ = record.integer("b")
        _ = record.flag("c")
        _ = record.day("d")
        _ = record.texts("e")
        _ = record.texts("f")
        _ = record.records("g")
      }
    }
    #expect(
      found == [
        wrongType("a", 2, "un texte"), wrongType("b", 3, "un nombre entier"),
        wrongType("c", 4, "« oui » ou « non »"),
        wrongType("d", 5, "un jour du calendrier écrit AAAA-MM-JJ"),
        wrongType("e", 6, "une liste"), wrongType("f", 7, "une liste de textes"),
        wrongType("g", 8, "une liste"),
      ])
  }

  @Test func `reports an amount that is not understood`() throws {
    #expect(
      try findings("a: 1e5") { _ = $0.amount("a") } == [
        finding(
          "montant_illisible", 1, "a",
          "Le montant « 1e5 » n’est pas compris : \(InvalidAmount.unexpectedCharacter("e").french).",
          "Écrivez un montant en euros comme 1234.56.")
      ])
    #expect(
      try findings("a: [1]") { _ = $0.amount("a") } == [wrongType("a", 1, "un montant en euros")])
  }

  @Test func `gives the path of what lies deep`() throws {
    let found = try findings("e:\n  - {n: 1}\n  - x\n  - {n: y}") { record in
      for entry in record.records("e") { _ = entry.integer("n") }
    }
    #expect(found.map(\.place.field) == ["e[1]", "e[1].n", "e[2].n"])
    #expect(found.map(\.place.line) == [3, 3, 4])
  }

  @Test func `a finding may name its own source`() {
    let list = FindingList(file: "f", source: "Une page")
    list.add("a", line: 1, field: nil, "m", remedy: "r")
    list.add("a", line: 1, field: nil, "m", remedy: "r", source: "Un texte")
    #expect(list.findings.map(\.source) == ["Une page", "Un texte"])
  }
}
