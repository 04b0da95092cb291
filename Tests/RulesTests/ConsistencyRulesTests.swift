import Contract
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `What a dossier says of itself` {
  @Test(arguments: [("2016-01-10", true), ("2016-01-11", false)])
  func `is decided by the day of receipt`(day: String, isPast: Bool) throws {
    let club = DossierText.sportsClub.with(
      "financement.acquis", "[{organisme: Fondation de France, montant: 1000, date: \(day)}]")
    #expect(
      try RuleBench.breaches(of: "dates_passees", on: club)
        == (isPast
          ? []
          : [
            "financement.acquis[1].date (acquis): Le financement acquis de « Fondation de France » "
              + "serait décidé le 11 janvier 2016, après le dépôt du dossier, le 10 janvier 2016. → "
              + "N’inscrivez comme acquis que ce qui est notifié ou voté ; sinon, demandez-le."
          ]))
  }

  @Test(arguments: [("2016-01-10", true), ("2016-01-11", false)])
  func `is declared by the day of receipt`(day: String, isPast: Bool) throws {
    let club = DossierText.sportsClub.with("porteur.date_declaration", day)
    #expect(
      try RuleBench.breaches(of: "dates_passees", on: club)
        == (isPast
          ? []
          : [
            "porteur.date_declaration (date_declaration): La date de déclaration (11 janvier 2016) "
              + "est postérieure au dépôt du dossier, le 10 janvier 2016. → Recopiez la date du "
              + "récépissé de la préfecture."
          ]))
  }

  @Test func `places its districts in its communes`() throws {
    let code = "quartier_hors_communes"
    let club = DossierText.sportsClub
    let reference = try Territory.lensLievin.reference
    let name = try #require(reference.district("QP062026")).name
    #expect(try RuleBench.verdict(of: code, on: club) == .satisfied)
    #expect(
      try RuleBench.breaches(of: code, on: club.with("lieux.communes", "[\"62001\"]")) == [
        "lieux.quartiers[1] (quartiers): Le quartier QP062026 (\(name)) se trouve à Lens, hors des "
          + "communes de l’action. → Ajoutez la commune (\"62498\") aux lieux, ou corrigez le quartier."
      ])
    #expect(
      try RuleBench.verdict(of: code, on: club.with("lieux.quartiers", nil)) == .notApplicable)
  }

  @Test func `asks a funder once, and each commune once`() throws {
    let code = "financeur_demande_deux_fois"
    let caf = try #require(try Territory.lensLievin.reference.funder("CAF")).name
    let twice = DossierText.sportsClub.with(
      "financement.demandes",
      "[{financeur: CAF, montant: 4000}, {financeur: ETAT, montant: 4000}, {financeur: CAF, montant: 1000}]"
    )
    let line = try #require(twice.line(of: "financement.demandes"))
    #expect(
      try RuleBench.breaches(of: code, on: twice) == [
        "financement.demandes[3].financeur (demandes): \(caf.capitalizedFirstLetter) : déjà sollicité "
          + "ligne \(line), pour 4\u{202F}000,00\u{00A0}€. → Regroupez les deux montants sur une ligne, "
          + "ou corrigez le financeur."
      ])
    let communes = DossierText.sportsClub.with(
      "financement.demandes",
      "[{financeur: COMMUNE, commune: \"62498\", montant: 1}, {financeur: COMMUNE, commune: \"62510\", montant: 1}]"
    )
    #expect(try RuleBench.verdict(of: code, on: communes) == .satisfied)
  }
}
