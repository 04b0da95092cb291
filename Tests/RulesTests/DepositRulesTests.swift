import Foundation
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `Deposit` {
  @Test(arguments: [
    (Instant(paris: RuleBench.day(2015, 11, 9)), true),
    (Instant(paris: RuleBench.day(2016, 1, 15), hour: 23, minute: 59, second: 59), true),
  ])
  func `is open from the first second of the first day to the last of the last day`(
    moment: Instant, isOpen: Bool
  ) throws {
    let facts = try RuleBench.facts(.sportsClub, receivedAt: moment)
    #expect(try (RuleBench.verdict(of: "appel_ouvert", on: facts) == .satisfied) == isOpen)
  }

  @Test(arguments: [
    (
      Instant(paris: RuleBench.day(2015, 11, 8), hour: 23, minute: 59, second: 59),
      "Le dossier est arrivé le 8 novembre 2015 à 23\u{00A0}h\u{00A0}59, 1 jour avant l’ouverture de "
        + "l’appel."
    ),
    (
      Instant(paris: RuleBench.day(2016, 1, 16)),
      "L’appel est clos depuis le 15 janvier 2016 à minuit (heure de Paris) ; le dossier est arrivé "
        + "le 16 janvier 2016 à 0\u{00A0}h\u{00A0}00, moins d’une minute trop tard."
    ),
    (
      Instant(paris: RuleBench.day(2016, 1, 16), hour: 2, minute: 30),
      "L’appel est clos depuis le 15 janvier 2016 à minuit (heure de Paris) ; le dossier est arrivé "
        + "le 16 janvier 2016 à 2\u{00A0}h\u{00A0}30, 2 heures trop tard."
    ),
    (
      Instant(paris: RuleBench.day(2016, 1, 18)),
      "L’appel est clos depuis le 15 janvier 2016 à minuit (heure de Paris) ; le dossier est arrivé "
        + "le 18 janvier 2016 à 0\u{00A0}h\u{00A0}00, 2 jours trop tard."
    ),
  ])
  func `outside the call says by how much`(moment: Instant, message: String) throws {
    let facts = try RuleBench.facts(.sportsClub, receivedAt: moment)
    let verdict = try RuleBench.verdict(of: "appel_ouvert", on: facts)
    guard case .breached(let breaches) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(breaches.map(\.message) == [message])
  }

  @Test func `is refused in a call the file does not name, and allowed when it names none`() throws
  {
    let club = DossierText.sportsClub
    #expect(
      try RuleBench.breaches(of: "appel_designe", on: club.with("appel", "\"2015\"")) == [
        "appel (appel): Le fichier est rempli pour l’appel « 2015 », l’appel ouvert est « 2016 ». → Écrivez "
          + "« appel: \"2016\" » si le dossier est bien pour cet appel, et relisez ses dates."
      ])
    #expect(try RuleBench.verdict(of: "appel_designe", on: club) == .satisfied)
    #expect(
      try RuleBench.verdict(of: "appel_designe", on: club.with("appel", nil)) == .notApplicable)
  }

  @Test func `admits the kinds of the call with the form of their kind`() throws {
    let club = DossierText.sportsClub
    #expect(
      try RuleBench.breaches(of: "porteur_admis", on: club.with("type_porteur", "asociation")) == [
        "type_porteur (type_porteur): L’appel n’admet pas les porteurs de type « asociation » ; vouliez-vous dire "
          + "« association » ? → Types admis : association, commune, ccas."
      ])
    #expect(
      try RuleBench.breaches(of: "porteur_admis", on: club.with("type_porteur", "ccas")) == [
        "formulaire (formulaire): Un porteur de type « ccas » remplit le formulaire « commune-1 », pas "
          + "« association-1 ». → Repartez du bon modèle : aap formulaire modele ccas"
      ])
    #expect(try RuleBench.verdict(of: "porteur_admis", on: .townHall) == .satisfied)
  }

  @Test func `names each missing answer, columns too`() throws {
    let club = DossierText.sportsClub
      .with("porteur.nom", nil).with("projet.titre", "\"  \"")
      .with("financement.acquis", "[{organisme: Fondation de France, montant: 1000}]")
    #expect(
      try RuleBench.breaches(of: "champs_obligatoires", on: club) == [
        "porteur.nom (siret): La réponse à « Nom de l’association » manque. → Répondez à cette question, par "
          + "exemple : Les Jardins de la Fosse 5",
        "projet.titre (titre): La réponse à « Titre de l’action » manque. → Répondez à cette question, par "
          + "exemple : Un potager pour apprendre, cité 12-14",
        "financement.acquis[1].date (acquis): La réponse à « Date de la décision » manque. → Répondez à "
          + "cette question, par exemple : 2015-12-10",
      ])
  }

  @Test func `shows in words what is missing from a list or an account, in no file's marks`() throws
  {
    let remedies = ["budget.charges", "lieux.communes", "porteur.siret"].map { field in
      (field, DossierText.sportsClub.with(field, nil))
    }
    let told = try remedies.map { field, club in
      let breaches = try RuleBench.breaches(of: "champs_obligatoires", on: club)
      return breaches.first { $0.hasPrefix(field) }?.components(separatedBy: "exemple : ").last
    }
    #expect(told == ["601 : 1200, 641 : 6400, 645 : 2100", "62498", "380 475 558 00058"])
  }

  @Test func `does not call missing what is unreadable`() throws {
    let club = DossierText.sportsClub
      .with("porteur.siret", "\"12\"")
      .with("financement.demandes", "[{financeur: CAF, montant: beaucoup}]")
    #expect(try RuleBench.verdict(of: "champs_obligatoires", on: club) == .satisfied)
  }

  @Test func `asks for last year's number only of a renewal`() throws {
    let club = DossierText.sportsClub.with("projet.nature", "reconduction")
    #expect(
      try RuleBench.breaches(of: "champs_obligatoires", on: club) == [
        "projet.dossier_precedent (titre): La réponse à « Numéro du dossier de l’an dernier » manque. → "
          + "Répondez à cette question, par exemple : 2015-0012"
      ])
    #expect(
      try RuleBench.verdict(
        of: "champs_obligatoires", on: club.with("projet.dossier_precedent", "2015-0012"))
        == .satisfied)
  }

  @Test func `certifies accuracy; a silence is told as a missing answer`() throws {
    let code = "attestation_exactitude"
    let club = DossierText.sportsClub
    #expect(
      try RuleBench.breaches(of: code, on: club.with("attestations.exactitude", "non")) == [
        "attestations.exactitude (exactitude): L’exactitude des renseignements n’est pas attestée. → Relisez le "
          + "dossier, puis répondez oui."
      ])
    #expect(try RuleBench.verdict(of: code, on: club) == .satisfied)
    let silent = club.with("attestations.exactitude", nil)
    #expect(try RuleBench.verdict(of: code, on: silent) == .notApplicable)
    #expect(
      try RuleBench.breaches(of: "champs_obligatoires", on: silent).map { $0.prefix(23) }
        == ["attestations.exactitude"])
  }
}
