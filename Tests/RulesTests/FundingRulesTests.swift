import Contract
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `A request` {
  private func club(asking requests: String) -> DossierText {
    DossierText.sportsClub.with("financement.demandes", requests)
  }

  private func inWatchOnly(asking requests: String) -> DossierText {
    club(asking: requests).with("lieux.quartiers", nil).with("lieux.communes", "[\"62510\"]")
      .with("lieux.veille", "[VEILLE-62510-A]").with("public.part_qpv", "0")
  }

  @Test func `from a watch territory reaches only the specific credits that serve it`() throws {
    let dossier = inWatchOnly(
      asking: "[{financeur: ETAT, montant: 5000}, {financeur: REGION, montant: 3000}, "
        + "{financeur: CAF, montant: 1000}]")
    let facts = try RuleBench.facts(dossier)
    let purse = try #require(facts.call.purse("ETAT-PV"))
    let verdict = try RuleBench.verdict(of: "veille_active", on: facts)
    #expect(
      verdict
        == .breached([
          Breach(
            field: "financement.demandes[1].financeur",
            line: dossier.line(of: "financement.demandes"),
            message: "L’action se déroule seulement en veille active, que l’enveloppe "
              + "« \(purse.label) » ne sert pas.",
            remedy:
              "Demandez plutôt à un financeur ouvert à cette action : REGION, CD62, DDCS, CAF.",
            source: purse.source)
        ]))
    #expect(RuleBench.breachedCodes(facts, atLeast: .blocking) == ["veille_active"])
  }

  @Test func `from a watch territory and a district is no matter of watch`() throws {
    let dossier = inWatchOnly(asking: "[{financeur: ETAT, montant: 9000}]")
      .with("lieux.quartiers", "[QP062030]").with("public.part_qpv", "20")
    let facts = try RuleBench.facts(dossier)
    #expect(try RuleBench.verdict(of: "veille_active", on: facts) == .notApplicable)
    #expect(RuleBench.breachedCodes(facts, atLeast: .blocking) == [])
  }

  @Test func `to a funder without a purse says who has one`() throws {
    let dossier = club(
      asking: "[{financeur: CPAM, montant: 4000}, {financeur: ARS, montant: 5000}]")
    let facts = try RuleBench.facts(dossier)
    let reference = facts.reference
    let cpam = try #require(reference.funder("CPAM")).name.capitalizedFirstLetter
    let ars = try #require(reference.funder("ARS")).name.capitalizedFirstLetter
    let open = "ETAT, REGION, CALL, CD62, DDCS, CAF"
    #expect(
      try RuleBench.describe(
        RuleBench.verdict(of: "financeur_sollicitable", on: facts), in: dossier) == [
          "financement.demandes[1].financeur (demandes): \(cpam) : pas d’enveloppe dans cet appel. → Pour "
            + "l’objectif 1.1.1, une enveloppe est ouverte chez : \(open).",
          "financement.demandes[2].financeur (demandes): \(ars) : aucune enveloppe ne peut servir cette action. "
            + "« ARS – prévention et accès aux soins » : l’objectif 1.1.1 n’est pas de ceux qu’elle "
            + "finance. → Pour l’objectif 1.1.1, une enveloppe est ouverte chez : \(open).",
        ])
  }

  @Test func `is not judged before the objective is known`() throws {
    let dossier = DossierText.sportsClub.with("projet.objectif_principal", nil)
    #expect(
      try RuleBench.verdict(of: "financeur_sollicitable", on: dossier)
        == .undecided(missing: "un objectif principal du contrat de ville"))
  }

  @Test func `to a commune says which, and that one must be concerned`() throws {
    let dossier = club(
      asking: "[{financeur: COMMUNE, montant: 100}, {financeur: COMMUNE, commune: \"62510\", "
        + "montant: 200}]")
    let facts = try RuleBench.facts(dossier.with("projet.objectif_principal", "\"1.1.3\""))
    #expect(
      try RuleBench.describe(
        RuleBench.verdict(of: "commune_paie_pour_elle", on: facts), in: dossier) == [
          "financement.demandes[1].commune (demandes): La demande à une commune ne dit pas laquelle. → Ajoutez le "
            + "code Insee de la commune sollicitée, par exemple \"62498\" (Lens).",
          "financement.demandes[2].commune (demandes): La commune sollicitée (Liévin) n’est ni un lieu de l’action "
            + "ni son porteur. → Retirez cette demande, ou ajoutez la commune aux lieux si l’action s’y "
            + "déroule.",
        ])
    #expect(try RuleBench.verdict(of: "financeur_sollicitable", on: facts) == .satisfied)
  }

  @Test func `to a commune that carries the action elsewhere is allowed`() throws {
    let town = DossierText.townHall.with("lieux.communes", "[\"62510\"]")
    #expect(try RuleBench.verdict(of: "commune_paie_pour_elle", on: town) == .satisfied)
  }

  @Test func `to a commune of the project without a purse is told once`() throws {
    let dossier = club(asking: "[{financeur: COMMUNE, commune: \"62033\", montant: 9000}]")
      .with("lieux.communes", "[\"62033\"]")
    let facts = try RuleBench.facts(dossier)
    #expect(RuleBench.breachedCodes(facts, atLeast: .blocking) == ["financeur_sollicitable"])
  }

  @Test(arguments: [
    ("Caf", "4000", ["financement.demandes[1].montant"]),
    ("CAF", "\"3999,99\"", []),
    ("Fondation de France", "4000", []),
  ])
  func `does not ask again what is secured`(
    body: String, amount: String, fields: [String]
  ) throws {
    let dossier = DossierText.sportsClub.with(
      "financement.acquis", "[{organisme: \(body), montant: \(amount), date: 2015-12-10}]")
    let verdict = try RuleBench.verdict(of: "argent_compte_deux_fois", on: dossier)
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && fields.isEmpty)
      return
    }
    #expect(breaches.map(\.field) == fields)
  }

  @Test(arguments: [
    ("Ville de Lens", true), ("lens", true), ("Commune de Liévin", false), ("COMMUNE", false),
  ])
  func `does not ask again what its commune voted`(body: String, isTwice: Bool) throws {
    let town = DossierText.townHall.with(
      "financement.acquis", "[{organisme: \(body), montant: 2000, date: 2015-12-10}]")
    let verdict = try RuleBench.verdict(of: "argent_compte_deux_fois", on: town)
    #expect((verdict != .satisfied) == isTwice)
  }
}

extension String {
  /// The text as it begins a sentence.
  var capitalizedFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
