import Contract
import Dossiers
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `A total` {
  private let code = "totaux_dans_les_limites"

  @Test func `that is not beyond all the purses is accepted`() throws {
    let purses = try Territory.lensLievin.call(2016).purses.map(\.amount).total()
    for (asked, isAccepted) in [(purses, true), (purses + Cents(1), false)] {
      let club = DossierText.sportsClub.with(
        "financement.demandes", "[{financeur: CAF, montant: \"\(asked.decimal)\"}]")
      #expect(
        try RuleBench.breaches(of: code, on: club)
          == (isAccepted
            ? []
            : [
              "financement.demandes (demandes): \(asked.french) sont demandés, or toutes les enveloppes "
                + "de l’appel réunies font \(purses.french). → Relisez les montants demandés : ils "
                + "s’écrivent en euros."
            ]))
    }
  }

  @Test(arguments: [
    ("financement.demandes", "{financeur: CAF, montant: ", "}", "Les demandes"),
    (
      "financement.acquis", "{organisme: Fondation, date: 2015-12-10, montant: ", "}",
      "Les financements acquis"
    ),
    ("budget.charges", "\"601\": ", "", "Les charges"),
    ("budget.produits", "\"756\": ", "", "Les ressources hors subventions"),
    (
      "budget.emplois_volontaires", "\"864\": ", "", "Les emplois des contributions volontaires"
    ),
    (
      "budget.ressources_volontaires", "\"870\": ", "",
      "Les ressources des contributions volontaires"
    ),
  ])
  func `beyond what can be counted is refused, whatever its side`(
    field: String, before: String, after: String, name: String
  ) throws {
    let second = [
      "\"601\": ": "\"641\": ", "\"756\": ": "propres: ", "\"864\": ": "\"860\": ",
      "\"870\": ": "\"871\": ",
    ]
    let rows = [
      "\(before)90000000000000\(after)", "\(second[before] ?? before)\"0,01\"\(after)",
    ].joined(separator: ", ")
    let club = DossierText.sportsClub.with(field, after.isEmpty ? "{\(rows)}" : "[\(rows)]")
    let breaches = try RuleBench.breaches(of: code, on: club)
    #expect(
      breaches.map {
        $0.contains(": \(name) totalisent 90\u{202F}000\u{202F}000\u{202F}000\u{202F}000,01")
      }
        == [true])
  }

  @Test func `of the largest tables traps nowhere`() throws {
    let request = Array(repeating: "{financeur: CAF, montant: 90000000000000}", count: 100)
    let grant = Array(
      repeating: "{organisme: CAF, montant: 90000000000000, date: 2015-12-10}", count: 100)
    let club = DossierText.sportsClub
      .with("financement.demandes", "[\(request.joined(separator: ", "))]")
      .with("financement.acquis", "[\(grant.joined(separator: ", "))]")
    let facts = try RuleBench.facts(club)
    #expect(facts.application.plan.requestedTotal == Cents(900_000_000_000_000_000))
    #expect(RuleBench.breachedCodes(facts, atLeast: .blocking).contains(code))
  }

  @Test func `of a hundred requests and a hundred grants is judged at once`() throws {
    let request = Array(repeating: "{financeur: CAF, montant: 1}", count: 100)
    let grant = (0..<100).map {
      "{organisme: Fondation numéro \($0), montant: 1, date: 2015-12-10}"
    }
    let club = DossierText.sportsClub
      .with("financement.demandes", "[\(request.joined(separator: ", "))]")
      .with("financement.acquis", "[\(grant.joined(separator: ", "))]")
    let facts = try RuleBench.facts(club)
    let clock = ContinuousClock()
    let taken = clock.measure { #expect(RuleBook.judge(facts).count == RuleBook.rules.count) }
    #expect(taken < .seconds(1))
  }
}
