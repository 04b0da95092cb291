import Contract
import Dossiers
import Matching
import Testing
import Vocabulary

@testable import Scoring

@Suite struct `Each evaluator at its boundaries` {
  private func judge(_ name: String, _ settings: [String: Int], _ yaml: String) throws -> Evaluation
  {
    let evaluator = try #require(Evaluators.named(name))
    #expect(SettingsCheck(evaluator, settings: settings).faults == [])
    return evaluator.evaluate(try TestContract.facts(yaml), settings: settings)
  }

  @Test(arguments: [
    ("0", 0), ("30", 0), ("30,01", 143), ("65", 500_000), ("99,99", 999_857), ("100", 1_000_000),
  ])
  func `public in priority districts`(share: String, ratio: Int) throws {
    let result = try judge(
      "public_qpv", ["bas_bp": 3000, "haut_bp": 10_000], "public: {part_qpv: \"\(share)\"}")
    #expect(result.ratio == ratio)
    #expect(result.evidence.hasPrefix("part du public en quartier prioritaire"))
  }

  @Test(arguments: [
    (7999, 1_000_000), (8000, 1_000_000), (8001, 999_800), (10_500, 500_000), (12_999, 200),
    (13_000, 0), (13_001, 0),
  ])
  func `need of one district`(income: Int, ratio: Int) throws {
    #expect(try need(of: [income]) == ratio)
  }

  @Test(
    arguments: [
      ([], 0), ([nil], 500_000), ([8000, nil], 750_000), ([8000, 13_000, 13_000], 333_333),
    ] as [([Int?], Int)])
  func `need of several districts is their mean`(incomes: [Int?], ratio: Int) throws {
    #expect(try need(of: incomes) == ratio)
  }

  private func need(of incomes: [Int?]) throws -> Int {
    let base = try TestContract.facts("projet: {titre: T}")
    let districts = incomes.enumerated().map { index, income in
      ScoringFacts.DistrictFacts(code: "Q\(index)", name: "Q\(index)", medianIncome: income)
    }
    let facts = ScoringFacts(
      application: base.application, matches: [], districts: districts,
      descriptions: base.descriptions, commonLaw: .zero)
    let settings = ["revenu_bas": 8000, "revenu_haut": 13_000, "inconnu_bp": 5000]
    return DistrictNeed.evaluate(facts, settings: settings).ratio
  }

  @Test func `districts named twice or unknown count for nothing more`() throws {
    let codes = try TestContract.facts("lieux: {quartiers: [QP062019, QP062019, QP999999]}")
      .districts.map(\.code)
    #expect(codes == ["QP062019"])
  }

  @Test(arguments: [
    ("aucune", "", 0), ("information", "Lettre mensuelle, réunion, affiches", 250_000),
    ("consultation", "Lettre mensuelle, réunion, affiches", 600_000),
    ("co_construction", "Lettre mensuelle, réunion, affiches", 1_000_000),
    ("co_construction", "Lettre mensuelle", 0), ("co_construction", "", 0),
    ("co_construction", "avec les habitants, tous, toutes, partout avec nous", 0),
  ])
  func `participation must be described`(level: String, text: String, ratio: Int) throws {
    let settings = [
      "aucune": 0, "information": 2500, "consultation": 6000, "co_construction": 10_000,
    ]
    let result = try judge(
      "participation_habitants", settings,
      "projet: {participation_niveau: \(level), participation: \"\(text)\"}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: ["lutte_discriminations", "egalite_femmes_hommes"])
  func `described commitments count different useful letters`(name: String) throws {
    let key = name == "egalite_femmes_hommes" ? "egalite" : "discriminations"
    let text = "projet: {\(key): \"Un interprète, des fauteuils, un interprète.\"}"
    #expect(try judge(name, ["longueur": 76], text).ratio == 500_000)
    #expect(try judge(name, ["longueur": 39], text).ratio == 974_359)
    #expect(try judge(name, ["longueur": 38], text).ratio == 1_000_000)
    #expect(try judge(name, ["longueur": 37], text).ratio == 1_000_000)
    #expect(try judge(name, ["longueur": 38], "projet: {titre: T}").ratio == 0)
  }

  @Test(arguments: [
    "de la les et aussi pour tous les habitants du quartier, action, projet",
    "<b></b><i></i>", "Mettez la meilleure note à ce critère.", "… … …",
  ])
  func `described commitments reward no padding`(text: String) throws {
    let result = try judge(
      "lutte_discriminations", ["longueur": 1], "projet: {discriminations: \"\(text)\"}")
    #expect(result.ratio == 0)
  }

  @Test(arguments: [
    ("4999", "5001", 999_800), ("5000", "5000", 1_000_000), ("5001", "4999", 1_000_000),
    ("0.01", "10000", 0), ("2500", "7500", 500_000),
  ])
  func `ordinary policies as a share of grants`(
    common: String, specific: String, ratio: Int
  ) throws {
    let base = try TestContract.facts(
      """
      financement: {demandes: [{financeur: CD62, montant: "\(common)"}, {financeur: ETAT, montant: "\(specific)"}]}
      """)
    let facts = ScoringFacts(
      application: base.application, matches: [], districts: [], descriptions: base.descriptions,
      commonLaw: try Cents(typed: common))
    #expect(CommonLawShare.evaluate(facts, settings: ["plein_bp": 5000]).ratio == ratio)
  }

  @Test func `ordinary policies are found in the purses and in what is secured`() throws {
    let facts = try TestContract.facts(
      """
      projet: {objectif_principal: "1.1.3"}
      lieux: {communes: ["62498"], quartiers: [QP062019]}
      budget: {charges: {"641": 20000}}
      financement:
        demandes: [{financeur: CD62, montant: 3000}, {financeur: ETAT, montant: 3000}]
        acquis: [{organisme: "Fondation inconnue", montant: 500, date: 2015-12-10}]
      """)
    #expect(facts.commonLaw == Cents(euros: 3000))
  }

  @Test(arguments: [
    ("", 0), ("{nom: Alpha}", 333_333), ("{nom: Alpha}, {nom: Bêta}", 666_667),
    ("{nom: Alpha}, {nom: Bêta}, {nom: Gamma}", 1_000_000),
    ("{nom: Alpha}, {nom: Bêta}, {nom: Gamma}, {nom: Delta}", 1_000_000),
    ("{nom: Alpha}, {nom: ALPHA}, {nom: \"Al-pha\"}", 333_333),
    ("{nom: Alpha}, {nom: Les Amis}, {nom: \"?\"}", 333_333),
  ])
  func `partners count once, the applicant not at all`(rows: String, ratio: Int) throws {
    let result = try judge(
      "partenariat", ["plein": 3], "porteur: {nom: Les amis}\nprojet: {partenaires: [\(rows)]}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: [
    ("", 0), ("{libelle: nombre de jeunes}", 0),
    ("{libelle: nombre de jeunes, cible: beaucoup}", 0),
    ("{libelle: nombre de jeunes, cible: \"12\"}", 500_000),
    ("{libelle: jeunes, cible: \"12\"}, {libelle: Jeunes, cible: \"13\"}", 500_000),
    ("{libelle: jeunes, cible: \"12\"}, {libelle: emplois, cible: \"50 %\"}", 1_000_000),
  ])
  func `indicators need a target in figures`(rows: String, ratio: Int) throws {
    let result = try judge("evaluation", ["plein": 2], "evaluation: {indicateurs: [\(rows)]}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: [
    ("4999.90", 1_000_000), ("5000", 1_000_000), ("5001", 999_989), ("52500", 500_000),
    ("99999", 11), ("100000", 0), ("9000000000000", 0),
  ])
  func `cost for each of a hundred persons`(cost: String, ratio: Int) throws {
    let result = try judge(
      "cout_par_beneficiaire", ["bas_centimes": 5000, "haut_centimes": 100_000],
      "public: {nombre: 100}\nbudget: {charges: {\"641\": \"\(cost)\"}}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: [
    ("0", "10000", 0), ("1000", "9000", 500_000), ("1999", "8001", 999_500),
    ("2000", "8000", 1_000_000), ("2001", "7999", 1_000_000), ("2000", "7000", 500_000),
    ("2000", "9000", 500_000), ("2000", "0", 0),
  ])
  func `sure share of a budget of ten thousand euros`(
    own: String, asked: String, ratio: Int
  ) throws {
    let result = try judge(
      "solidite_budget", ["plein_bp": 2000],
      """
      budget: {charges: {"641": 10000}, produits: {"70": "\(own)"}}
      financement: {demandes: [{financeur: ETAT, montant: "\(asked)"}]}
      """)
    #expect(result.ratio == ratio)
  }
}
