import Contract
import Dossiers
import Rules
import TestKit
import Testing
import Vocabulary

@Suite struct `An applicant of another kind` {
  /// The sports club as another kind of applicant.
  private static func applicant(_ kind: String, _ form: String) -> DossierText {
    DossierText.sportsClub.with("formulaire", form).with("type_porteur", kind)
      .with("attestations.engagement_republicain", nil)
  }

  private func verdict(
    of code: String, on dossier: DossierText, others: [FinancingPlan.Request] = []
  ) throws -> Verdict {
    let facts = try RuleBench.facts(
      dossier, receivedAt: Instant(paris: RuleBench.day(2026, 1, 5)), year: 2026)
    return try RuleBench.verdict(
      of: code,
      on: Facts(
        application: facts.application, call: facts.call, reference: facts.reference,
        form: facts.form, chart: facts.chart, receivedAt: facts.receivedAt, otherRequests: others))
  }

  enum Says { case nothing, breach, notConcerned }

  private func says(_ code: String, _ dossier: DossierText) throws -> Says {
    switch try verdict(of: code, on: dossier) {
    case .satisfied: .nothing
    case .breached: .breach
    case .notApplicable, .undecided: .notConcerned
    }
  }

  @Test(
    arguments: [
      ("bailleur", "bailleur-1", "prive", "societe", false),
      ("bailleur", "bailleur-1", "prive", "fondation", true),
      ("bailleur", "bailleur-1", "public", "office_public", false),
      ("autre", "autre-1", "prive", "association", true),
      ("autre", "autre-1", "prive", "fondation", true),
      ("autre", "autre-1", "prive", "cooperative", false),
      ("autre", "autre-1", "public", "groupement", false),
      ("etablissement_public", "etablissement-public-1", nil, nil, false),
      ("commune", "commune-2", nil, nil, false),
    ] as [(String, String, String?, String?, Bool)])
  func `signs the republican commitment when it is an association or a foundation`(
    kind: String, form: String, law: String?, legalForm: String?, isConcerned: Bool
  ) throws {
    let applicant = Self.applicant(kind, form).with("porteur.droit", law)
      .with("porteur.forme", legalForm)
    let refusing = applicant.with("attestations.engagement_republicain", "non")
    #expect(try says("engagement_republicain", refusing) == (isConcerned ? .breach : .notConcerned))
    let demanded = try verdict(of: "champs_obligatoires", on: applicant)
    guard case .breached(let breaches) = demanded else {
      #expect(!isConcerned)
      return
    }
    #expect(
      breaches.contains { $0.field == "attestations.engagement_republicain" } == isConcerned)
  }

  @Test(arguments: [
    ("prive", "23000", Says.nothing), ("prive", "23000,01", .breach),
    ("public", "23000,01", .notConcerned),
  ])
  func `signs an agreement when it is of private law`(
    law: String, asked: String, expected: Says
  ) throws {
    let landlord = Self.applicant("bailleur", "bailleur-1").with("porteur.droit", law)
      .with("financement.demandes", "[{financeur: ETAT, montant: \"\(asked)\"}]")
    #expect(try says("convention_requise", landlord) == expected)
    #expect(
      try says("attestation_obligations", landlord.with("attestations.obligations", "non"))
        == (law == "prive" ? .breach : .notConcerned))
  }

  @Test func `signs an agreement for what all its dossiers ask of one payer`() throws {
    let club = DossierText.sportsClub
      .with("financement.demandes", "[{financeur: ETAT, montant: 20000}]")
    let others = [
      FinancingPlan.Request(funder: "DDCS", amount: Cents(euros: 3_000)),
      FinancingPlan.Request(funder: "CAF", amount: Cents(euros: 90_000)),
    ]
    #expect(try verdict(of: "convention_requise", on: club, others: others) == .satisfied)
    let more = others + [FinancingPlan.Request(funder: "ETAT", amount: Cents(1))]
    let state = try #require(try Territory.lensLievin.reference.funder("ETAT")).name
    #expect(
      RuleBench.describe(
        try verdict(of: "convention_requise", on: club, others: more), in: club) == [
          "financement.demandes (demandes): 23\u{202F}000,01\u{00A0}€ sont demandés à un même payeur "
            + "(\(state)) dans cet appel, dont 20\u{202F}000,00\u{00A0}€ dans ce dossier et le reste dans "
            + "d’autres dossiers du porteur : s’il accorde plus de 23\u{202F}000,00\u{00A0}€, une "
            + "convention sera signée. → Rien à faire maintenant ; prévoyez ce délai avant le premier "
            + "versement."
        ])
  }

  @Test(arguments: [("153000", Says.nothing), ("153000,01", .breach)])
  func `has its accounts certified strictly above 153 000 € of public grants`(
    declared: String, expected: Says
  ) throws {
    let club = DossierText.sportsClub.with("formulaire", "association-2")
      .with("porteur.subventions_annuelles", "\"\(declared)\"")
    #expect(try says("comptes_certifies", club) == expected)
    let office = Self.applicant("bailleur", "bailleur-1").with("porteur.droit", "public")
      .with("porteur.subventions_annuelles", "\"\(declared)\"")
    #expect(try says("comptes_certifies", office) == .notConcerned)
  }

  @Test(arguments: [(144_000_00, false), (144_000_01, true)] as [(Int64, Bool)])
  func `has its accounts certified for what it asks, when it declares nothing`(
    elsewhere: Int64, isTold: Bool
  ) throws {
    // The club itself asks for 9 000 €.
    let others = [FinancingPlan.Request(funder: "CAF", amount: Cents(elsewhere))]
    let found = try verdict(of: "comptes_certifies", on: .sportsClub, others: others)
    guard case .breached(let breaches) = found else {
      #expect(found == .satisfied && !isTold)
      return
    }
    #expect(breaches.map(\.field) == ["financement.demandes"])
    #expect(isTold)
  }

  @Test func `gives its RNA when it is an association`() throws {
    let other = Self.applicant("autre", "autre-1").with("porteur.rna", nil)
    #expect(try says("rna_absent", other.with("porteur.forme", "association")) == .breach)
    #expect(try says("rna_absent", other.with("porteur.forme", "cooperative")) == .notConcerned)
    let local = DossierText.sportsClub.with("formulaire", "association-2").with("porteur.rna", nil)
      .with("porteur.registre_alsace_moselle", "1998-04-02")
    #expect(try says("rna_absent", local) == .notConcerned)
  }

  @Test func `is told of an answer to a question that does not arise`() throws {
    let club = DossierText.sportsClub.with("formulaire", "association-2")
      .with("projet.dossier_precedent", "2025-0012").with("projet.annees", "1")
      .with("budget_2.charges", "{\"601\": 1}")
    #expect(
      try RuleBench.breaches(of: "reponse_sans_question", on: club) == [
        "projet.dossier_precedent (dossier_precedent): « Numéro du dossier de l’an dernier » est rempli, or la "
          + "question ne se pose que si « projet.nature » vaut « reconduction ». → Videz cette réponse, "
          + "ou corrigez celle dont elle dépend."
      ])
    #expect(
      try RuleBench.verdict(
        of: "reponse_sans_question", on: club.with("projet.nature", "reconduction")) == .satisfied)
    #expect(
      try RuleBench.verdict(
        of: "reponse_sans_question", on: club.with("projet.nature", "reconducion")) == .satisfied)
  }

  @Test func `is told once of amounts with cents, in every year asked for`() throws {
    let club = `A request for several years`.club
    #expect(try RuleBench.verdict(of: "euros_entiers", on: club) == .satisfied)
    let broken = club.with("budget_2.produits", "{propres: \"999,5\"}")
      .with("financement.acquis", "[{organisme: F, montant: \"1000,01\", date: 2015-12-10}]")
    #expect(
      try RuleBench.breaches(of: "euros_entiers", on: broken) == [
        "financement.acquis[1].montant (acquis): 2 montants comportent des centimes ; le premier est "
          + "1\u{202F}000,01\u{00A0}€. → Arrondissez à l’euro, en gardant l’équilibre du budget."
      ])
    #expect(
      try RuleBench.breaches(of: "euros_entiers", on: broken.with("projet.annees", "1"))
        .map { $0.contains("1 montant comporte des centimes") } == [true])
  }
}
