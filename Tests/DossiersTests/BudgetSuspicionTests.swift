import Dossiers
import Forms
import TestKit
import Testing
import Vocabulary

@Suite struct `A budget that does not balance` {
  /// Charges 1 200, 2 800, 6 000, 2 000; own 500 and 1 500; secured 1 000; asked 4 000 and 5 000.
  private func suspects(_ changes: (String, String?)...) throws -> [String] {
    let club = try changes.reduce(DossierText.sportsClub) { $0.with($1.0, $1.1) }
      .application(in: Territory.lensLievin)
    return club.budgetSuspicions().map { "\($0.field) \($0.reason.short)" }
  }

  @Test func `has no suspect when it balances or when nothing explains the gap`() throws {
    #expect(try suspects() == [])
    #expect(try suspects(("budget.produits", "{\"756\": 500, propres: 1501}")) == [])
    #expect(try suspects(("budget.charges", nil)) == [])
  }

  @Test func `points at the lines equal to the gap, the side that is too large first`() throws {
    #expect(
      try suspects(
        (
          "budget.charges",
          "{\"601\": 1200, \"622\": 2800, \"641\": 6000, \"645\": 2000, \"616\": 500}"
        )
      ) == ["budget.charges.616 gap", "budget.produits.756 gap"])
  }

  @Test func `points at a request also counted as own money before anything else`() throws {
    #expect(
      try suspects(("budget.produits", "{\"756\": 500, propres: 1500, \"70\": 4000}")) == [
        "budget.produits.70 own CAF", "financement.demandes[1].montant gap",
      ])
  }

  @Test func `points at an account on the wrong side, never at a grant`() throws {
    // 300 € of the resources written among the charges: the gap is twice as much.
    #expect(
      try suspects(
        (
          "budget.charges",
          "{\"601\": 1200, \"622\": 2800, \"641\": 6000, \"645\": 2000, \"616\": 300}"
        ),
        ("budget.produits", "{\"756\": 200, propres: 1500}")) == ["budget.charges.616 side"])
    // 1 000 € too much, half of which no account has: the secured 1 000 € has the gap itself.
    #expect(
      try suspects(("budget.produits", "{\"756\": 500, propres: 2500}")) == [
        "financement.acquis[1].montant gap", "budget.produits.756 side",
      ])
  }

  @Test(arguments: [
    ("12000", "budget.charges.601 decimal 1\u{202F}200,00\u{00A0}€"),
    ("120", "budget.charges.601 decimal 1\u{202F}200,00\u{00A0}€"),
    ("120000", "budget.charges.601 decimal 1\u{202F}200,00\u{00A0}€"),
    ("12", "budget.charges.601 decimal 1\u{202F}200,00\u{00A0}€"),
    ("2100", "budget.charges.601 swap 1\u{202F}200,00\u{00A0}€"),
    ("1002", "budget.charges.601 swap 1\u{202F}200,00\u{00A0}€"),
  ])
  func `finds the slip of the pen that explains the gap`(
    written: String, expected: String
  ) throws {
    let charges = "{\"601\": \(written), \"622\": 2800, \"641\": 6000, \"645\": 2000}"
    #expect(try suspects(("budget.charges", charges)) == [expected])
  }

  @Test func `explains itself in French, with the line of the file`() throws {
    let club = DossierText.sportsClub.with(
      "budget.charges", "{\"601\": 2100, \"622\": 2800, \"641\": 6000, \"645\": 2000}")
    let line = try #require(club.line(of: "budget.charges"))
    #expect(
      try club.application(in: Territory.lensLievin).budgetSuspicions().map(\.french) == [
        "Regardez d’abord le compte 601, ligne \(line) : avec 1\u{202F}200,00\u{00A0}€ au lieu de "
          + "2\u{202F}100,00\u{00A0}€, le budget serait équilibré ; deux chiffres ont pu être "
          + "intervertis."
      ])
  }

  @Test func `of a later year is searched in the sections of that year`() throws {
    let club = try DossierText.sportsClub.with("formulaire", "association-2")
      .with("projet.annees", "2").with("budget_2.charges", "{\"601\": 900, \"616\": 100}")
      .with("financement_2.demandes", "[{financeur: CAF, montant: 900}]")
      .application(in: Territory.lensLievin)
    #expect(club.laterYears.map(\.year) == [2])
    #expect(
      club.budgetSuspicions(year: 2).map { "\($0.field) \($0.reason.short)" } == [
        "budget_2.charges.616 gap"
      ])
  }
}

extension BudgetSuspicion.Reason {
  /// One word, and the amount that would balance.
  fileprivate var short: String {
    switch self {
    case .countedAsOwn(let payer): "own \(payer)"
    case .equalsGap: "gap"
    case .wrongSide: "side"
    case .decimalSlip(let likely): "decimal \(likely.french)"
    case .swappedDigits(let likely): "swap \(likely.french)"
    }
  }
}
