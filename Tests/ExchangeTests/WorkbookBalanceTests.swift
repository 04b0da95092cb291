import Contract
import Forms
import TestKit
import Testing
import Vocabulary

@testable import Exchange

@Suite struct `The budget of a workbook` {
  @Test(arguments: [
    ("12000", "Équilibré", 0), ("12000.01", "Il manque 0,01\u{00A0}€ en produits", 1),
    ("11000", "Il manque 1\u{202F}000,00\u{00A0}€ en charges", -100_000),
  ])
  func `shows the gap of the budget`(charges: String, words: String, cents: Int64) throws {
    var form = try WorkbookKit.sportsClub()
    form["budget.charges"] = .accounts(["601": charges])
    let balance = try sheets(of: form)
    #expect(balance.words == [words, words])
    #expect(balance.gap == Cents(cents))
  }

  @Test func `says that nothing is filled yet`() throws {
    #expect(
      try sheets(of: WorkbookKit.blank()).words
        == Array(repeating: "Rien n’est encore rempli", count: 2))
  }

  private static let years = """
    schema: formulaire/1
    edition: pluriannuel-1
    titre: T
    porteurs: [association]
    source: {citation: "C"}
    sections:
      - id: budget
        titre: Budget
        champs: [{id: budget.charges, libelle: C, type: comptes, cote: charges}]
      - id: budget_2
        titre: Budget, année 2
        champs:
          - {id: budget_2.charges, libelle: C, type: comptes, cote: charges}
          - {id: budget_2.produits, libelle: P, type: comptes, cote: produits}
      - id: financement_2
        titre: Financement, année 2
        champs:
          - id: financement_2.demandes
            libelle: D
            type: tableau
            colonnes: [{id: financeur, libelle: F, type: texte}, {id: montant, libelle: M, type: montant}]
          - id: financement_2.acquis
            libelle: A
            type: tableau
            colonnes: [{id: organisme, libelle: O, type: texte}, {id: montant, libelle: M, type: montant}]
    """

  @Test func `stands for each year with that year's financing plan`() throws {
    let edition = try #require(
      FormEdition.load(SourceFile(name: "f", bytes: Array(Self.years.utf8))).form)
    var form = FilledForm(form: edition.edition, call: nil, applicantKind: "association")
    form["budget.charges"] = .accounts(["60": "100"])
    form["budget_2.charges"] = .accounts(["60": "500"])
    form["budget_2.produits"] = .accounts(["70": "100"])
    form["financement_2.demandes"] = .rows([["financeur": "A", "montant": "150.50"]])
    form["financement_2.acquis"] = .rows([["organisme": "B", "montant": "x"], ["montant": "50"]])
    let sheets = try DossierWorkbook.sheets(
      of: form, edition: edition, chart: try Territory.lensLievin.chart, choices: .none)
    #expect(
      sheets.dropFirst().map { $0.rows[1].cells.last?.content.shown } == [
        "Il manque 100,00\u{00A0}€ en produits", "Il manque 199,50\u{00A0}€ en produits",
        "Il manque 199,50\u{00A0}€ en produits",
      ])
    let bytes = try DossierWorkbook.pack(sheets, title: "T")
    let read = try DossierWorkbook.read(bytes)
    #expect(read.findings == [])
    let back = FilledForm.read(
      read.node, edition: edition, chart: try Territory.lensLievin.chart, file: "f")
    #expect(back.filled == form)
  }

  @Test func `warns when an account and its details are both filled`() throws {
    var form = WorkbookKit.blank()
    form["budget.charges"] = .accounts(["60": "1", "601": "2", "61": "3", "641": "4"])
    let sheets = try DossierWorkbook.sheets(
      of: form, edition: try WorkbookKit.edition(), chart: try Territory.lensLievin.chart,
      choices: .none)
    let warnings = sheets.flatMap(\.rows).filter { row in
      row.cells.contains { $0.content.shown.hasPrefix("Remplissez ce compte ou ses détails") }
    }
    #expect(warnings.map { $0.cells[0].content.shown } == ["budget.charges compte 60"])
  }

  @Test func `never overflows, whatever is written`() throws {
    var form = WorkbookKit.blank()
    form["financement.demandes"] = .rows(
      (0..<2000).map { _ in ["financeur": "A", "montant": "90000000000000"] })
    #expect(try sheets(of: form).words.count == 2)
  }

  /// The verdict in the head of the two sheets, and the gap itself.
  private func sheets(of form: FilledForm) throws -> (words: [String], gap: Cents?) {
    let sheets = try DossierWorkbook.sheets(
      of: form, edition: try WorkbookKit.edition(), chart: try Territory.lensLievin.chart,
      choices: .none)
    let names = [try WorkbookKit.sheet("budget"), try WorkbookKit.sheet("financement")]
    let budgets = names.compactMap { name in sheets.first { $0.name == name } }
    let gap = budgets.first?.rows.first { row in
      row.cells.contains { $0.content.shown == "Écart : charges moins tout le reste" }
    }
    var amount: Cents?
    if case .amountFormula(_, let found)? = gap?.cells[2].content { amount = found }
    return (budgets.compactMap { $0.rows[1].cells.last?.content.shown }, amount)
  }
}
