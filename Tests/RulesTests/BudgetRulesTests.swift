import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `A budget` {
  @Test(arguments: ["1499,99", "1500,01"])
  func `one cent out of balance is refused`(own: String) throws {
    let club = DossierText.sportsClub
      .with("budget.produits", "{\"756\": 500, propres: \"\(own)\"}")
    guard case .breached(let breaches) = try RuleBench.verdict(of: "budget_equilibre", on: club)
    else {
      Issue.record("one cent went unseen")
      return
    }
    #expect(breaches.map { $0.message.hasSuffix(" de 0,01\u{00A0}€.") } == [true])
  }

  @Test func `balanced to the cent is accepted`() throws {
    let club = DossierText.sportsClub
      .with("budget.charges", "{\"601\": \"12000,37\"}")
      .with("budget.produits", "{propres: \"2000,37\"}")
    #expect(try RuleBench.verdict(of: "budget_equilibre", on: club) == .satisfied)
  }

  @Test func `says which line is equal to the gap`() throws {
    let club = DossierText.sportsClub
      .with("budget.charges", "{\"601\": 1200, \"622\": 2800, \"641\": 6000}")
      .with("budget.produits", "{\"756\": 500, propres: 1500}")
    #expect(
      try RuleBench.breaches(of: "budget_equilibre", on: club) == [
        "budget.charges (charges): Les produits (12\u{202F}000,00\u{00A0}€ : 2\u{202F}000,00\u{00A0}€ de "
          + "ressources hors subventions, 1\u{202F}000,00\u{00A0}€ acquis, 9\u{202F}000,00\u{00A0}€ "
          + "demandés) dépassent les charges (10\u{202F}000,00\u{00A0}€) de 2\u{202F}000,00\u{00A0}€. → "
          + "Relisez chaque montant : il manque 2\u{202F}000,00\u{00A0}€ d’un côté ou ils sont en trop "
          + "de l’autre."
      ])
    let forgotten = DossierText.sportsClub.with("budget.produits", "{\"756\": 500}")
      .with("budget.charges", "{\"601\": 1200, \"622\": 2800, \"641\": 1500, \"645\": 6500}")
    let line = try #require(forgotten.line(of: "budget.charges"))
    #expect(
      try RuleBench.breaches(of: "budget_equilibre", on: forgotten) == [
        "budget.charges.641 (charges): Les charges (12\u{202F}000,00\u{00A0}€) dépassent les produits "
          + "(10\u{202F}500,00\u{00A0}€ : 500,00\u{00A0}€ de ressources hors subventions, "
          + "1\u{202F}000,00\u{00A0}€ acquis, 9\u{202F}000,00\u{00A0}€ demandés) de "
          + "1\u{202F}500,00\u{00A0}€. → Regardez d’abord le compte 641, ligne \(line) : son montant est "
          + "exactement celui de l’écart."
      ])
  }

  @Test func `matches voluntary contributions on both sides`() throws {
    let code = "contributions_equilibrees"
    let club = DossierText.sportsClub
    #expect(
      try RuleBench.breaches(
        of: code, on: club.with("budget.ressources_volontaires", "{\"870\": \"1499,99\"}")) == [
          "budget.ressources_volontaires (ressources_volontaires): Le compte 86 totalise 1\u{202F}500,00\u{00A0}€ et le "
            + "compte 87 1\u{202F}499,99\u{00A0}€ : l’écart est de 0,01\u{00A0}€. → Ce qui est donné est "
            + "aussi employé : inscrivez le même total des deux côtés."
        ])
    #expect(try RuleBench.verdict(of: code, on: club) == .satisfied)
    let none = club.with("budget.ressources_volontaires", nil)
      .with("budget.emplois_volontaires", nil)
    #expect(try RuleBench.verdict(of: code, on: none) == .notApplicable)
  }

  @Test func `counts an account once`() throws {
    let club = DossierText.sportsClub
      .with("budget.charges", "{\"60\": 1200, \"601\": 800, \"60x\": 400, \"64\": 10000}")
    #expect(
      try RuleBench.breaches(of: "comptes_sans_double", on: club) == [
        "budget.charges.60 (charges): Le compte 60 (1\u{202F}200,00\u{00A0}€) est donné en même temps que 601 "
          + "(800,00\u{00A0}€) et 60x (400,00\u{00A0}€), qui en sont des détails. → Gardez le total ou "
          + "les détails, pas les deux."
      ])
    #expect(try RuleBench.verdict(of: "comptes_sans_double", on: .sportsClub) == .satisfied)
  }

  @Test func `asks for more than nothing`() throws {
    let code = "montants_positifs"
    let club = DossierText.sportsClub
      .with(
        "financement.demandes",
        "[{financeur: CAF, montant: 0}, {financeur: ETAT, montant: \"0,01\"}]"
      )
      .with("budget.charges", "{\"601\": 0}")
    #expect(
      try RuleBench.breaches(of: code, on: club) == [
        "financement.demandes[1].montant (demandes): La demande à CAF est de 0,00\u{00A0}€. → Indiquez le montant "
          + "demandé, ou retirez cette ligne.",
        "budget.charges (charges): Le budget ne comporte aucune charge. → Inscrivez ce que l’action coûtera, "
          + "compte par compte.",
      ])
    #expect(
      try RuleBench.verdict(of: code, on: DossierText.sportsClub.with("budget.charges", nil))
        == .satisfied)
  }

  @Test(arguments: [("2000", Verdict.satisfied), ("2000,01", nil)])
  func `leaves a need at least as large as the request`(own: String, verdict: Verdict?) throws {
    let club = DossierText.sportsClub.with("budget.produits", "{propres: \"\(own)\"}")
    let found = try RuleBench.verdict(of: "demande_dans_le_besoin", on: club)
    guard let verdict else {
      #expect(
        RuleBench.describe(found, in: club) == [
          "financement.demandes (demandes): 9\u{202F}000,00\u{00A0}€ sont demandés, il reste "
            + "8\u{202F}999,99\u{00A0}€ à financer : c’est 0,01\u{00A0}€ de trop. → Réduisez une demande, "
            + "ou corrigez les ressources déjà inscrites."
        ])
      return
    }
    #expect(found == verdict)
  }
}
