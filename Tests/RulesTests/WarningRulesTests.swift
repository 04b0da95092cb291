import Contract
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `A warning` {
  @Test(arguments: [("7200", [Cents]()), ("7200,01", [Cents(1)])])
  func `tells what a purse can give at most`(asked: String, excess: [Cents]) throws {
    // The purse pays at most 60 % of a cost of 12 000 €.
    let club = DossierText.sportsClub
      .with("financement.demandes", "[{financeur: CAF, montant: \"\(asked)\"}]")
    let caf = try #require(try Territory.lensLievin.reference.funder("CAF")).name
    #expect(
      try RuleBench.breaches(of: "plafond_enveloppe", on: club)
        == excess.map {
          "financement.demandes[1].montant (demandes): 7\u{202F}200,01\u{00A0}€ sont demandés à \(caf), qui peut "
            + "donner au plus 7\u{202F}200,00\u{00A0}€ à cette action. → Réduisez la demande de "
            + "\($0.french), ou trouvez un autre financeur pour cette part."
        })
  }

  @Test(arguments: [("1000", true), ("999,99", false)])
  func `tells the least a purse gives`(asked: String, isEnough: Bool) throws {
    let club = DossierText.sportsClub
      .with("financement.demandes", "[{financeur: ETAT, montant: \"\(asked)\"}]")
    let verdict = try RuleBench.verdict(of: "minimum_enveloppe", on: club)
    #expect((verdict == .satisfied) == isEnough)
  }

  @Test(arguments: [("16200", true), ("16200,01", false)])
  func `tells a floor that no purse can reach`(floor: String, isReachable: Bool) throws {
    // 7 200 € from one purse (60 %) and 9 000 € asked of the other.
    let club = DossierText.sportsClub
      .with(
        "financement.demandes",
        "[{financeur: CAF, montant: 12000}, {financeur: ETAT, montant: 9000}]"
      )
      .with("financement.plancher", "\"\(floor)\"")
    let verdict = try RuleBench.verdict(of: "plancher_atteignable", on: club)
    #expect((verdict == .satisfied) == isReachable)
  }

  @Test(arguments: [
    ("12", "12", "40", [String]()), ("13", "12", "40", ["public.age_min"]),
    ("12", "18", "41", ["public.femmes"]),
  ])
  func `tells figures of the public that disagree`(
    youngest: String, oldest: String, women: String, fields: [String]
  ) throws {
    let club = DossierText.sportsClub.with("public.age_min", youngest)
      .with("public.age_max", oldest).with("public.femmes", women)
    let verdict = try RuleBench.verdict(of: "public_coherent", on: club)
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && fields.isEmpty)
      return
    }
    #expect(breaches.map(\.field) == fields)
  }

  @Test(arguments: ["57463", "67482", "68224"])
  func `spares associations under local law a number they have not`(seat: String) throws {
    let club = DossierText.sportsClub.with("porteur.rna", nil)
    #expect(
      try RuleBench.breaches(of: "rna_absent", on: club) == [
        "porteur.rna (nom): Le numéro RNA de l’association n’est pas donné. → Recopiez-le du récépissé de "
          + "la préfecture : il commence par W."
      ])
    let local = club.with("porteur.commune_siege", "\"\(seat)\"")
    #expect(try RuleBench.verdict(of: "rna_absent", on: local) == .notApplicable)
  }

  @Test func `tells a SIRET that is not the commune's`() throws {
    let town = DossierText.townHall.with("porteur.siret", "\"38047555800058\"")
    #expect(
      try RuleBench.breaches(of: "siret_de_la_commune", on: town) == [
        "porteur.siret (siret): Ce numéro SIRET commence par 380475558, alors que le numéro SIREN de Lens est "
          + "216204982. → Vérifiez le numéro, ou la commune du siège."
      ])
    #expect(try RuleBench.verdict(of: "siret_de_la_commune", on: .townHall) == .satisfied)
  }

  @Test(arguments: [("23000", true), ("23000,01", false)])
  func `tells an agreement strictly above 23 000 €`(asked: String, isFree: Bool) throws {
    let requests = "[{financeur: ETAT, montant: \"\(asked)\"}]"
    let club = DossierText.sportsClub.with("financement.demandes", requests)
    let verdict = try RuleBench.verdict(of: "convention_requise", on: club)
    #expect((verdict == .satisfied) == isFree)
    let town = DossierText.townHall.with("financement.demandes", requests)
    #expect(try RuleBench.verdict(of: "convention_requise", on: town) == .notApplicable)
  }

  @Test func `adds up what one payer is asked through its services`() throws {
    let club = DossierText.sportsClub.with(
      "financement.demandes",
      "[{financeur: ETAT, montant: 12000}, {financeur: DDCS, montant: 11000}]")
    #expect(try RuleBench.verdict(of: "convention_requise", on: club) == .satisfied)
    let more = DossierText.sportsClub.with(
      "financement.demandes",
      "[{financeur: ETAT, montant: 12000}, {financeur: DDCS, montant: \"11000,01\"}]")
    let state = try #require(try Territory.lensLievin.reference.funder("ETAT")).name
    #expect(
      try RuleBench.breaches(of: "convention_requise", on: more) == [
        "financement.demandes (demandes): 23\u{202F}000,01\u{00A0}€ sont demandés à un même payeur (\(state)) "
          + "dans ce dossier : s’il accorde plus de 23\u{202F}000,00\u{00A0}€, une convention sera signée. → Rien à faire "
          + "maintenant ; prévoyez ce délai avant le premier versement."
      ])
  }

  @Test func `tells an indicator without a target`() throws {
    let club = DossierText.sportsClub
      .with("evaluation.indicateurs", "[{libelle: a, cible: \"1\"}, {libelle: jeunes}]")
    #expect(
      try RuleBench.breaches(of: "indicateur_sans_cible", on: club) == [
        "evaluation.indicateurs[2].cible (indicateurs): L’indicateur « jeunes » n’a pas de valeur visée. → "
          + "Indiquez le nombre ou le résultat attendu à la fin de l’action."
      ])
  }

  @Test(arguments: [
    ("2015-0012", [String]()),
    ("douze", ["Le numéro du dossier de l’an dernier n’a pas la forme d’un numéro de dossier."]),
    ("2016-0012", ["Le dossier 2016-0012 est de cet appel, pas du précédent."]),
  ])
  func `tells a renewal of nothing known`(number: String, messages: [String]) throws {
    let club = DossierText.sportsClub.with("projet.nature", "reconduction")
      .with("projet.dossier_precedent", number)
    let verdict = try RuleBench.verdict(of: "reconduction_justifiee", on: club)
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && messages.isEmpty)
      return
    }
    #expect(breaches.map(\.message) == messages)
  }
}
