import Contract
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `Admissibility` {
  @Test(arguments: [
    ("2016-01-01", "2016-12-31", [String]()),
    ("2016-06-01", "2016-06-01", []),
    ("2015-12-31", "2016-12-31", ["projet.debut"]),
    ("2016-01-01", "2017-01-01", ["projet.fin"]),
    ("2017-02-01", "2017-03-01", ["projet.debut", "projet.fin"]),
    ("2016-06-02", "2016-06-01", ["projet.fin"]),
  ])
  func `keeps the action in the exercise`(start: String, end: String, fields: [String]) throws {
    let club = DossierText.sportsClub.with("projet.debut", start).with("projet.fin", end)
    let verdict = try RuleBench.verdict(of: "periode_dans_exercice", on: club)
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && fields.isEmpty)
      return
    }
    #expect(breaches.map(\.field) == fields)
  }

  @Test func `cannot judge the dates of an action that has none`() throws {
    let club = DossierText.sportsClub.with("projet.fin", nil)
    #expect(
      try RuleBench.verdict(of: "periode_dans_exercice", on: club)
        == .undecided(missing: "la date de fin de l’action"))
  }

  @Test(arguments: [(3, true), (4, false)])
  func `counts indicators up to the call's number`(count: Int, isAllowed: Bool) throws {
    let rows = (1...count).map { "{libelle: i\($0), cible: \"1\"}" }.joined(separator: ", ")
    let club = DossierText.sportsClub.with("evaluation.indicateurs", "[\(rows)]")
    let verdict = try RuleBench.verdict(of: "indicateurs_au_plus", on: club)
    #expect((verdict == .satisfied) == isAllowed)
  }

  @Test(arguments: [("0,01", true), ("0", false)])
  func `lets specific credits go where inhabitants of districts are`(
    share: String, isAllowed: Bool
  ) throws {
    let club = DossierText.sportsClub.with("public.part_qpv", "\"\(share)\"")
    let verdict = try RuleBench.verdict(of: "public_qpv", on: club)
    #expect((verdict == .satisfied) == isAllowed)
  }

  @Test func `measures the public against the threshold of each call`() throws {
    let call = try Territory.lensLievin.call(2026)
    let club = DossierText.sportsClub
    let received = Instant(paris: RuleBench.day(2026, 1, 5))
    func verdict(_ share: String) throws -> Verdict {
      let facts = try RuleBench.facts(
        club.with("public.part_qpv", share), receivedAt: received, year: 2026)
      return try RuleBench.verdict(of: "public_qpv", on: facts)
    }
    #expect(call.parameter(.minimumDistrictShare)?.value == 5000)
    #expect(try verdict("50") == .satisfied)
    #expect(
      try RuleBench.describe(verdict("\"49,99\""), in: club) == [
        "public.part_qpv (part_qpv): Le public compte 49,99\u{00A0}% d’habitants de quartiers prioritaires ; il "
          + "en faut au moins 50\u{00A0}% pour les crédits spécifiques demandés (\(stateName())). → "
          + "Élargissez l’action aux habitants des quartiers, ou demandez des crédits de droit commun."
      ])
  }

  @Test func `asks no district public of ordinary policies`() throws {
    let club = DossierText.sportsClub.with("public.part_qpv", "0")
      .with("financement.demandes", "[{financeur: CAF, montant: 9000}]")
    #expect(try RuleBench.verdict(of: "public_qpv", on: club) == .notApplicable)
  }

  @Test(arguments: [
    (RuleBench.day(2022, 1, 1), Verdict.notApplicable),
    (
      RuleBench.day(2022, 1, 2),
      .breached([
        Breach(
          field: "attestations.engagement_republicain",
          line: DossierText.sportsClub.line(of: "attestations.exactitude"),
          message: "Le porteur n’a pas souscrit au contrat d’engagement républicain.",
          remedy: "Lisez le contrat, informez-en vos membres, puis répondez oui.")
      ])
    ),
  ])
  func `asks for the republican commitment from 2 January 2022`(
    day: Day, verdict: Verdict
  ) throws {
    let facts = try RuleBench.facts(
      .sportsClub, receivedAt: Instant(paris: day, hour: 10), year: 2026)
    #expect(try RuleBench.verdict(of: "engagement_republicain", on: facts) == verdict)
  }

  @Test func `judges an old call under the law of its time`() throws {
    let facts = try RuleBench.facts(
      .sportsClub, receivedAt: Instant(paris: RuleBench.day(2026, 1, 5)), year: 2016)
    #expect(try RuleBench.verdict(of: "engagement_republicain", on: facts) == .notApplicable)
  }

  @Test func `accepts the republican commitment once signed, and asks nothing of communes`() throws
  {
    let received = Instant(paris: RuleBench.day(2026, 1, 5))
    let club = DossierText.sportsClub.with("attestations.engagement_republicain", "oui")
    let signed = try RuleBench.facts(club, receivedAt: received, year: 2026)
    let town = try RuleBench.facts(.townHall, receivedAt: received, year: 2026)
    #expect(try RuleBench.verdict(of: "engagement_republicain", on: signed) == .satisfied)
    #expect(try RuleBench.verdict(of: "engagement_republicain", on: town) == .notApplicable)
  }

  @Test func `asks associations alone to meet their obligations`() throws {
    let club = DossierText.sportsClub.with("attestations.obligations", "non")
    #expect(
      try RuleBench.breaches(of: "attestation_obligations", on: club) == [
        "attestations.obligations (obligations): Le porteur n’atteste pas être à jour de ses obligations. → "
          + "Régularisez sa situation, ou expliquez-la au secrétariat de l’appel."
      ])
    #expect(try RuleBench.verdict(of: "attestation_obligations", on: .townHall) == .notApplicable)
  }

  @Test(arguments: [
    ("9000", [String]()),
    (
      "\"9000,01\"",
      [
        "financement.plancher (plancher): Le minimum indiqué (9\u{202F}000,01\u{00A0}€) dépasse le total demandé "
          + "(9\u{202F}000,00\u{00A0}€). → Indiquez un minimum d’au plus 9\u{202F}000,00\u{00A0}€, ou "
          + "laissez la réponse vide."
      ]
    ),
  ])
  func `keeps the floor within the request`(floor: String, breaches: [String]) throws {
    let club = DossierText.sportsClub.with("financement.plancher", floor)
    #expect(try RuleBench.breaches(of: "plancher_coherent", on: club) == breaches)
  }

  private func stateName() throws -> String {
    try #require(try Territory.lensLievin.reference.funder("ETAT")).name
  }
}
