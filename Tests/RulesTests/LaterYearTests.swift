import Contract
import Dossiers
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `A request for several years` {
  /// The sports club for two years: 6 000 € the second year, 1 000 € of them its own.
  static let club = DossierText.sportsClub.with("formulaire", "association-2")
    .with("projet.annees", "2")
    .with("budget_2.charges", "{\"601\": 1800, \"641\": 4200}")
    .with("budget_2.produits", "{propres: 1000}")
    .with("budget_2.emplois_volontaires", "{\"864\": 300}")
    .with("budget_2.ressources_volontaires", "{\"870\": 300}")
    .with(
      "financement_2.demandes",
      "[{financeur: CAF, montant: 2500}, {financeur: ETAT, montant: 2500}]")

  @Test func `balances each year to the cent, voluntary contributions apart`() throws {
    let code = "annees_equilibrees"
    #expect(try RuleBench.verdict(of: code, on: Self.club) == .satisfied)
    let swapped = Self.club.with("budget_2.charges", "{\"601\": 8100, \"641\": 4200}")
      .with("budget_2.ressources_volontaires", "{\"870\": \"300,01\"}")
    let line = try #require(swapped.line(of: "budget_2.charges"))
    #expect(
      try RuleBench.breaches(of: code, on: swapped) == [
        "budget_2.charges.601 (charges): Année 2 : les charges totalisent 12\u{202F}300,00\u{00A0}€ et les "
          + "produits 6\u{202F}000,00\u{00A0}€, soit un écart de 6\u{202F}300,00\u{00A0}€. → Regardez "
          + "d’abord le compte 601, ligne \(line) : avec 1\u{202F}800,00\u{00A0}€ au lieu de "
          + "8\u{202F}100,00\u{00A0}€, le budget serait équilibré ; deux chiffres ont pu être "
          + "intervertis.",
        "budget_2.emplois_volontaires (emplois_volontaires): Année 2 : le compte 86 totalise "
          + "300,00\u{00A0}€ et le compte 87 300,01\u{00A0}€. → Ce qui est donné est aussi employé : "
          + "inscrivez le même total des deux côtés.",
      ])
  }

  @Test func `is judged only on the years it covers`() throws {
    let single = Self.club.with("projet.annees", "1").with("budget_2.charges", "{\"601\": 1}")
    #expect(try RuleBench.verdict(of: "annees_equilibrees", on: single) == .notApplicable)
    let third = Self.club.with("projet.annees", "3")
    #expect(
      try RuleBench.breaches(of: "champs_obligatoires", on: third).map { $0.prefix { $0 != " " } }
        .filter { $0.contains("_3") } == ["budget_3.charges", "financement_3.demandes"])
  }

  @Test(arguments: [("1", true), ("2", true), ("3", true), (nil, true)])
  func `fits the call of three years`(years: String?, isAdmitted: Bool) throws {
    let facts = try RuleBench.facts(Self.club.with("projet.annees", years), year: 2026)
    #expect((try RuleBench.verdict(of: "annees_au_plus", on: facts) == .satisfied) == isAdmitted)
  }

  @Test(arguments: [
    ("1", [String]()),
    (
      "2",
      [
        "projet.annees (annees): La demande porte sur 2 ans, l’appel en admet 1. → Ramenez la demande à 1 an au plus."
      ]
    ),
  ])
  func `does not fit a call that says nothing`(years: String, expected: [String]) throws {
    let club = Self.club.with("projet.annees", years)
    let facts = try RuleBench.facts(club, year: 2016)
    let verdict = try RuleBench.verdict(of: "annees_au_plus", on: facts)
    #expect(RuleBench.describe(verdict, in: club) == expected)
    if case .breached(let breaches) = verdict {
      #expect(breaches.map(\.source) == [facts.call.source])
    }
  }

  @Test(arguments: [("1", ["budget_2.charges"]), ("2", []), ("3", []), (nil, ["budget_2.charges"])])
  func `tells a year filled without being asked for`(years: String?, fields: [String]) throws {
    let verdict = try RuleBench.verdict(
      of: "annees_hors_demande", on: Self.club.with("projet.annees", years))
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && fields.isEmpty)
      return
    }
    #expect(breaches.map(\.field) == fields)
    #expect(
      breaches.map(\.message) == ["L’année 2 est remplie, alors que la demande porte sur 1 an."])
  }

  @Test(arguments: [
    ("2", "2027-12-31", [String]()), ("2", "2028-01-01", ["projet.fin"]),
    ("1", "2026-12-31", []), ("1", "2027-01-01", ["projet.fin"]),
  ])
  func `ends in the last of its years`(years: String, end: String, fields: [String]) throws {
    let club = Self.club.with("projet.annees", years).with("projet.debut", "2026-12-31")
      .with("projet.fin", end)
    let verdict = try RuleBench.verdict(
      of: "periode_dans_exercice", on: RuleBench.facts(club, year: 2026))
    guard case .breached(let breaches) = verdict else {
      #expect(verdict == .satisfied && fields.isEmpty)
      return
    }
    #expect(breaches.map(\.field) == fields)
  }

  @Test func `begins in the first of its years`() throws {
    let club = Self.club.with("projet.debut", "2027-01-01").with("projet.fin", "2027-06-01")
    #expect(
      RuleBench.describe(
        try RuleBench.verdict(
          of: "periode_dans_exercice", on: RuleBench.facts(club, year: 2026)), in: club) == [
          "projet.debut (debut): L’action commence le 1er janvier 2027, hors de l’exercice du 1er "
            + "janvier 2026 au 31 décembre 2026. → Choisissez un début entre le 1er janvier 2026 et le "
            + "31 décembre 2026."
        ])
  }

  @Test func `counts its accounts once and asks for more than nothing every year`() throws {
    let club = Self.club.with("budget_2.charges", "{\"60\": 1800, \"601\": 100, \"641\": 4200}")
      .with("financement_2.demandes", "[{financeur: CAF, montant: 0}]")
    #expect(
      try RuleBench.breaches(of: "comptes_sans_double", on: club).map { $0.prefix { $0 != " " } }
        == ["budget_2.charges.60"])
    #expect(
      try RuleBench.breaches(of: "montants_positifs", on: club) == [
        "financement_2.demandes (demandes): Année 2 : la demande à CAF est de 0,00\u{00A0}€. → Indiquez le "
          + "montant demandé, ou retirez cette ligne."
      ])
  }

  @Test func `keeps every total of every year within limits`() throws {
    let club = Self.club.with("budget_2.charges", "{\"601\": 90000000000000, \"641\": 1}")
    #expect(
      try RuleBench.breaches(of: "totaux_dans_les_limites", on: club).map {
        $0.prefix { $0 != " " }
      }
        == ["budget_2.charges"])
  }
}
