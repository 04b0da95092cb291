import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `A workbook keeps a dossier whole` {
  /// What a workbook gives back.
  private func readBack(_ filled: FilledForm) throws -> FilledForm {
    let read = try DossierWorkbook.read(try WorkbookKit.written(filled))
    #expect(read.findings == [])
    let back = try WorkbookKit.filled(read.node, edition: filled.form)
    #expect(back.findings == [])
    return back.filled
  }

  @Test(arguments: [DossierText.sportsClub, .townHall].indices)
  func `that a person wrote`(index: Int) throws {
    let filled = try WorkbookKit.filled([DossierText.sportsClub, .townHall][index])
    #expect(try readBack(filled) == filled)
  }

  @Test(arguments: Territory.editions, 0..<5)
  func `that chance wrote`(name: String, seed: Int) throws {
    let edition = try WorkbookKit.edition(name)
    let chart = try Territory.lensLievin.chart
    var forms = RandomForm(seed: UInt64(seed), longest: 2000)
    for _ in 0..<10 {
      let form = forms.next(edition, chart: chart)
      #expect(try readBack(form) == form)
    }
  }

  @Test(arguments: RandomForm.traps)
  func `with words that look like something else, in every kind of question`(trap: String) throws {
    let edition = try WorkbookKit.edition()
    var form = WorkbookKit.blank()
    for field in edition.fields {
      switch field.kind {
      case .list: form[field.id] = .list([trap, trap])
      case .table(let columns):
        let row = Dictionary(uniqueKeysWithValues: columns.map { ($0.id, trap) })
        form[field.id] = .rows([row, row])
      case .accounts(let side):
        let code = try Territory.lensLievin.chart.accounts(of: side)[0].code
        form[field.id] = .accounts([code: trap])
      default: form[field.id] = .text(trap)
      }
    }
    let normal = try WorkbookKit.filled(form.node(of: edition)).filled
    #expect(normal.answeredFields == Set(edition.fields.map(\.id)))
    #expect(try readBack(normal) == normal)
  }

  @Test func `with its longest texts`() throws {
    var form = WorkbookKit.blank()
    let paragraph = "Où l’œil s’arrête,  deux  espaces.\n"
    let text = String(repeating: paragraph, count: 8000 / paragraph.count) + "fin"
    form["projet.contenu"] = .text(text)
    form["projet.besoin"] = .text(String(repeating: "é", count: 8000))
    #expect(try readBack(form) == form)
  }

  @Test func `that is empty, without call`() throws {
    let form = FilledForm(form: "association-1", call: nil, applicantKind: "association")
    let read = try DossierWorkbook.read(try WorkbookKit.written(form))
    #expect(read.findings == [])
    #expect(try WorkbookKit.filled(read.node).filled == form)
    let keys = try #require(read.node.entries).map(\.key)
    #expect(
      keys == ["formulaire", "type_porteur"] + (try WorkbookKit.edition().sections.map(\.id)))
  }

  @Test(arguments: [99, 100, 101, 150])
  func `with as many rows as were written`(count: Int) throws {
    var form = WorkbookKit.blank()
    form["projet.partenaires"] = .rows((1...count).map { ["nom": "n°\($0)"] })
    form["lieux.equipements"] = .list((1...count).map { "salle \($0)" })
    #expect(try readBack(form) == form)
  }

  @Test func `and says on which row each answer stands`() throws {
    let bytes = try WorkbookKit.written(try WorkbookKit.sportsClub())
    let node = try DossierWorkbook.read(bytes).node
    let name = try #require(node["porteur"]?["nom"])
    #expect(name.line == 4)
    #expect(node["porteur"]?["siret"]?.line == 6)
    #expect(node["lieux"]?["communes"]?.elements?.map(\.line) == [4])
    let entries = try #require(node["porteur"]?.entries)
    #expect(entries.map(\.key).prefix(4) == ["nom", "sigle", "siret", "rna"])
    // An answer left blank shows the row where it goes.
    #expect(entries[1].line == 5 && entries[1].value.isEmpty)
    #expect(name.value == .scalar("Boxing-club des Cités", isPlain: false))
  }

  @Test func `whose account is no longer in the chart, so that it is refused aloud`() throws {
    var form = WorkbookKit.blank()
    form["budget.charges"] = .accounts(["999": "12", "601": "5"])
    form["projet.partenaires"] = .rows([["nom": "a", "ancien": "b"]])
    let read = try DossierWorkbook.read(try WorkbookKit.written(form))
    let back = try WorkbookKit.filled(read.node)
    #expect(
      back.findings.map(\.place.field) == ["projet.partenaires[1].ancien", "budget.charges.999"])
    #expect(back.filled["budget.charges"] == .accounts(["601": "5"]))
  }

  @Test func `or refuses to write it`() throws {
    var form = WorkbookKit.blank()
    form["projet.titre"] = .list(["a"])
    #expect(throws: Refusal([WorkbookUnwritable.misshapen("projet.titre").finding])) {
      try WorkbookKit.written(form)
    }
    form["projet.titre"] = .text("a\u{01}b")
    #expect(throws: Refusal([WorkbookUnwritable.character(1).finding])) {
      try WorkbookKit.written(form)
    }
    form["projet.titre"] = .text(String(repeating: "a", count: (1 << 20) + 1))
    #expect(throws: Refusal([WorkbookUnwritable.tooLarge.finding])) {
      try WorkbookKit.written(form)
    }
  }

  @Test func `even one that packs suspiciously well`() throws {
    var form = WorkbookKit.blank()
    let text = String(repeating: "a", count: 900_000)
    for field in ["projet.besoin", "projet.contenu", "projet.titre", "public.description"] {
      form[field] = .text(text)
    }
    #expect(try readBack(form) == form)
  }
}
