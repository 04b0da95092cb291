import Contract
import TestKit
import Testing
import Vocabulary

@testable import Dossiers

@Suite struct `The cells of a request` {
  private func cell(_ purse: String, _ minimum: Int64, _ maximum: Int64) -> FundingCell {
    FundingCell(purse: purse, minimum: Cents(euros: minimum), maximum: Cents(euros: maximum))
  }

  /// The club, cost 12 000,00 €, asks this much of the State.
  private func club(asking amount: Int) throws -> Application {
    try CallBench.club(("financement.demandes", "[{financeur: ETAT, montant: \(amount)}]"))
  }

  @Test func `draw on ordinary policies first, specific credits take the rest`() throws {
    let call = try CallBench.call(
      "id: A-PV, financeur: ETAT, nature: specifique, montant: 100000",
      "id: Z-DC, financeur: ETAT, nature: droit_commun, montant: 100000, maximum: 3000",
      "id: B-PV, financeur: CAF, nature: specifique, montant: 100000")
    #expect(
      try club(asking: 5000).fundingCells(in: call) == [
        cell("Z-DC", 0, 3000), cell("A-PV", 0, 2000),
      ])
    #expect(try club(asking: 3000).fundingCells(in: call) == [cell("Z-DC", 0, 3000)])
  }

  @Test func `purses of one nature follow their identifiers`() throws {
    let call = try CallBench.call(
      "id: B, financeur: ETAT, nature: specifique, montant: 1000",
      "id: A, financeur: ETAT, nature: specifique, montant: 1500")
    #expect(
      try club(asking: 2000).fundingCells(in: call) == [cell("A", 0, 1500), cell("B", 0, 500)])
  }

  @Test(arguments: [
    ("montant: 900", 5000, 900), ("montant: 100000, maximum: 4000", 5000, 4000),
    ("montant: 100000, taux_max_bp: 2500", 5000, 3000),
    ("montant: 100000, maximum: 2999, taux_max_bp: 2500", 5000, 2999),
    ("montant: 100000, maximum: 6000, taux_max_bp: 8000", 5000, 5000),
  ])
  func `are bounded by the purse, its ceiling, its rate and the request`(
    bounds: String, asked: Int, expected: Int64
  ) throws {
    let call = try CallBench.call("id: A, financeur: ETAT, nature: specifique, \(bounds)")
    #expect(try club(asking: asked).fundingCells(in: call) == [cell("A", 0, expected)])
  }

  @Test func `a rate rounds down to the cent`() throws {
    let call = try CallBench.call(
      "id: A, financeur: ETAT, nature: specifique, montant: 100000, taux_max_bp: 3333")
    let purse = try #require(call.purse("A"))
    let odd = try CallBench.club(("budget.charges", "{\"601\": \"100,01\"}"))
    #expect(odd.ceiling(of: purse) == Cents(3333))
  }

  @Test(arguments: [(999, []), (1000, ["A"]), (1001, ["A"])])
  func `a minimum that cannot be reached opens no cell`(asked: Int, purses: [String]) throws {
    let call = try CallBench.call(
      "id: A, financeur: ETAT, nature: specifique, montant: 100000, minimum: 1000")
    #expect(try club(asking: asked).fundingCells(in: call).map(\.purse) == purses)
  }

  @Test func `what a purse below its minimum leaves goes to the next`() throws {
    let call = try CallBench.call(
      "id: A, financeur: ETAT, nature: droit_commun, montant: 100000, minimum: 2000",
      "id: B, financeur: ETAT, nature: specifique, montant: 100000")
    #expect(try club(asking: 1500).fundingCells(in: call) == [cell("B", 0, 1500)])
  }

  @Test func `a purse that cannot serve says why, and opens none`() throws {
    let call = try CallBench.call(
      "id: A, financeur: ETAT, nature: specifique, montant: 100000, territoires: [veille]",
      "id: B, financeur: CAF, nature: specifique, montant: 100000")
    let outcome = try #require(try club(asking: 1500).requestOutcomes(in: call).first)
    #expect(outcome.cells == [])
    #expect(outcome.obstacles == ["A": [.territory([.watch])]])
    #expect(outcome.request.funder == "ETAT")
  }

  @Test func `two communes each open their own purse`() throws {
    let call = try CallBench.call(
      "id: C-62498, financeur: COMMUNE, commune: \"62498\", nature: droit_commun, montant: 100000",
      "id: C-62065, financeur: COMMUNE, commune: \"62065\", nature: droit_commun, montant: 100000")
    let requests = """
      [{financeur: COMMUNE, commune: "62065", montant: 700}, \
      {financeur: COMMUNE, commune: "62498", montant: 300}]
      """
    let both = ("lieux.communes", "[\"62498\", \"62065\"]" as String?)
    let project = try CallBench.club(("financement.demandes", requests), both)
    #expect(project.fundingCells(in: call) == [cell("C-62065", 0, 700), cell("C-62498", 0, 300)])
    let inLens = try CallBench.club(("financement.demandes", requests))
    #expect(inLens.fundingCells(in: call) == [cell("C-62498", 0, 300)])
    #expect(
      inLens.requestOutcomes(in: call).map(\.obstacles)
        == [["C-62065": [.otherCommune("62065")]], [:]])
  }

  @Test func `a request to the communes without naming one takes those concerned`() throws {
    let call = try CallBench.call(
      "id: C-62498, financeur: COMMUNE, commune: \"62498\", nature: droit_commun, montant: 100",
      "id: C-62065, financeur: COMMUNE, commune: \"62065\", nature: droit_commun, montant: 100")
    let project = try CallBench.club(
      ("financement.demandes", "[{financeur: COMMUNE, montant: 150}]"),
      ("lieux.communes", "[\"62498\", \"62065\"]"))
    #expect(project.fundingCells(in: call) == [cell("C-62065", 0, 100), cell("C-62498", 0, 50)])
  }

  @Test(arguments: [(2500, 2500, 4000), (1000, 500, 1500)])
  func `two requests to one purse add up, within its ceiling`(
    first: Int, second: Int, expected: Int64
  ) throws {
    let call = try CallBench.call(
      "id: A, financeur: ETAT, nature: specifique, montant: 100000, maximum: 4000")
    let project = try CallBench.club(
      (
        "financement.demandes",
        "[{financeur: ETAT, montant: \(first)}, {financeur: ETAT, montant: \(second)}]"
      ))
    #expect(project.fundingCells(in: call) == [cell("A", 0, expected)])
  }
}
