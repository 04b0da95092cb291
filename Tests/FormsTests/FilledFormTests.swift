import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A form and what is written in it` {
  private func read(_ node: SourceNode, _ edition: String) throws -> (FilledForm, [Finding]) {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms[edition])
    return FilledForm.read(node, edition: form, chart: territory.chart, file: "essai")
  }

  private func read(yaml text: String, _ edition: String = "association-1") throws -> FilledForm {
    let (filled, findings) = try read(try YAMLSource.read(Array(text.utf8)), edition)
    #expect(findings == [])
    return filled
  }

  private func drawn(_ seed: UInt64, _ edition: FormEdition) throws -> FilledForm {
    var random = RandomForm(seed: seed)
    return random.next(edition, chart: try Territory.lensLievin.chart)
  }

  @Test(arguments: Territory.editions)
  func `comes back whole from YAML and from JSON, whatever is written in it`(
    edition name: String
  ) throws {
    let territory = try Territory.lensLievin
    let edition = try #require(territory.forms[name])
    for seed in UInt64(1)...40 {
      let filled = try drawn(seed, edition)
      let yaml = CommentedYAML.text(filled, edition: edition, chart: territory.chart)
      let json = FormJSON.text(filled, edition: edition, chart: territory.chart)
      let (fromYAML, yamlFindings) = try read(try YAMLSource.read(Array(yaml.utf8)), name)
      let (fromJSON, jsonFindings) = try read(try JSONSource.read(Array(json.utf8)), name)
      try #require(fromYAML == filled, "seed \(seed)")
      try #require(fromJSON == filled, "seed \(seed)")
      #expect(yamlFindings == [] && jsonFindings == [])
      #expect(
        CommentedYAML.text(fromJSON, edition: edition, chart: territory.chart) == yaml,
        "seed \(seed)")
    }
  }

  @Test func `answers the same as the file it was read from`() throws {
    let territory = try Territory.lensLievin
    let form = try #require(territory.forms["association-1"])
    let text = DossierText.sportsClub
    let filled = try read(yaml: text.text)
    let answers = AnswerReader(form: form, chart: territory.chart)
      .read(filled.node(of: form), file: "essai").answers
    let expected = try text.answers(form: form, chart: territory.chart).answers
    for field in form.fields {
      #expect(
        answers[field.id]?.withoutLines == expected[field.id]?.withoutLines, "\(field.id)")
    }
  }

  @Test(arguments: [
    ("1 234,56", "1234.56"), ("1234.5", "1234.50"), ("1 234 €", "1234"), ("0", "0"),
    ("31/02/2016", "31/02/2016"), ("-5", "-5"), ("12,345", "12,345"),
  ])
  func `spells an amount in one way, and keeps what is none`(typed: String, kept: String) throws {
    let filled = try read(yaml: "budget:\n  charges: {\"601\": \"\(typed)\"}\n")
    #expect(filled["budget.charges"] == .accounts(["601": kept]))
  }

  @Test(arguments: [
    ("01/03/2016", "2016-03-01"), ("2016-03-01", "2016-03-01"), ("31/02/2016", "31/02/2016"),
    ("demain", "demain"),
  ])
  func `spells a day in one way, and keeps what is none`(typed: String, kept: String) throws {
    let filled = try read(yaml: "projet:\n  debut: \"\(typed)\"\n")
    #expect(filled["projet.debut"] == .text(kept))
  }

  @Test func `makes no difference between nothing, an empty text and an empty row`() throws {
    let empty = try read(yaml: "formulaire: association-1\n")
    let blanks = """
      formulaire: association-1
      projet:
        titre: ""
        besoin: "  "
        partenaires: [{nom: ""}, {}]
        objectifs_secondaires: [""]
      """
    #expect(try read(yaml: blanks) == empty)
  }

  @Test func `says what has no place in it, with the nearest name`() throws {
    let text = """
      formulaire: association-1
      projets: {titre: x}
      projet:
        titres: x
        partenaires: [{nom: x, rôles: y}]
      budget:
        charges: {"609": 5}
        produits: {"74": 5}
      """
    let (_, findings) = try read(try YAMLSource.read(Array(text.utf8)), "association-1")
    #expect(
      findings.map(\.place.field) == [
        "projets", "projet.titres", "projet.partenaires[1].rôles", "budget.charges.609",
        "budget.produits.74",
      ])
    #expect(findings.map(\.place.line) == [2, 4, 5, 7, 8])
    #expect(findings[0].message.contains("« projet »"))
    #expect(findings[1].message.contains("« titre »"))
  }

  @Test func `refuses the characters that no format carries`() throws {
    let json = #"{"formulaire": "association-1", "projet": {"titre": "a\uffffb"}}"#
    let (filled, findings) = try read(try JSONSource.read(Array(json.utf8)), "association-1")
    #expect(filled["projet.titre"] == nil)
    #expect(findings.map(\.place.field) == ["projet.titre"])
  }

  @Test func `is kept answer by answer as JSON`() throws {
    let territory = try Territory.lensLievin
    let edition = try #require(territory.forms["association-1"])
    for seed in UInt64(1)...40 {
      let filled = try drawn(seed, edition)
      for field in edition.fields {
        guard let answer = filled[field.id] else { continue }
        #expect(RawAnswer(json: answer.json, kind: field.kind) == answer, "\(field.id)")
      }
    }
  }
}

extension Answer {
  /// The same answer, wherever it stood.
  fileprivate var withoutLines: String {
    switch self {
    case .rows(let rows): "\(rows.map { $0.cells.sorted { $0.key < $1.key }.map { "\($0)" } })"
    case .accounts(let amounts): "\(amounts.map { "\($0.account) \($0.amount)" }.sorted())"
    case .text, .integer, .rate, .amount, .day, .flag, .list: "\(self)"
    }
  }
}
