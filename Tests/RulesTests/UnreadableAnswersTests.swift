import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `An answer nobody can read` {
  /// Codes of what is breached, blocking or not.
  private func breached(_ dossier: DossierText) throws -> [String] {
    try RuleBench.breachedCodes(RuleBench.facts(dossier))
  }

  @Test(arguments: [
    (
      "financement.demandes",
      "[{financeur: CAF, montant: beaucoup}, {financeur: ETAT, montant: 5000}]"
    ),
    ("financement.demandes", "[CAF, {financeur: ETAT, montant: 5000}]"),
    ("financement.acquis", "[{organisme: Fondation, montant: 1000 euros, date: 2015-12-10}]"),
    ("budget.charges", "{\"601\": 1200, \"641\": beaucoup}"),
    ("budget.charges", "{\"641\": beaucoup}"),
    ("budget.produits", "{\"74\": 2000}"),
    ("budget.produits", "{\"756\": 500, \"74\": 1500}"),
    ("budget.ressources_volontaires", "{\"870\": x}"),
    ("budget.emplois_volontaires", "{\"864\": x, \"860\": 3}"),
    ("lieux.communes", "[\(Array(repeating: "62498", count: 101).joined(separator: ", "))]"),
    ("lieux.quartiers", "[\(Array(repeating: "QP062026", count: 101).joined(separator: ", "))]"),
    ("financement.plancher", "beaucoup"),
  ])
  func `breaches no rule besides its own finding`(field: String, value: String) throws {
    #expect(try breached(DossierText.sportsClub.with(field, value)) == [])
  }

  @Test func `leaves a commune asked unknown`() throws {
    let town = DossierText.townHall.with(
      "financement.demandes",
      "[{financeur: COMMUNE, commune: [a], montant: 2000}, {financeur: ETAT, montant: 4000}]")
    #expect(try breached(town) == [])
  }

  @Test func `says what is missing to judge`() throws {
    let club = DossierText.sportsClub
      .with("financement.demandes", "[{financeur: CAF, montant: beaucoup}]")
      .with("financement.plancher", "5000")
    let missing = Verdict.undecided(
      missing: "une réponse lisible à « Subventions demandées dans cet appel »")
    for code in [
      "budget_equilibre", "demande_dans_le_besoin", "plancher_coherent", "totaux_dans_les_limites",
    ] {
      #expect(try RuleBench.verdict(of: code, on: club) == missing, "\(code)")
    }
  }
}
