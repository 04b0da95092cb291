import Contract
import Dossiers
import Testing
import Vocabulary

@testable import Scoring

@Suite struct `Evaluators that look beyond one answer` {
  private func judge(
    _ name: String, _ settings: [String: Int], _ yaml: String,
    beside: ScoringBeside = .none, comparables: ComparableCosts? = nil
  ) throws -> Evaluation {
    let evaluator = try #require(Evaluators.named(name))
    #expect(SettingsCheck(evaluator, settings: settings).faults == [])
    let facts = try TestContract.facts(yaml, beside: beside, comparables: comparables)
    return evaluator.evaluate(facts, settings: settings)
  }

  @Test(arguments: [
    ("{nom: Alpha}, {nom: Bêta}", 0, 0), ("{nom: Alpha}, {nom: Bêta}", 5000, 500_000),
    ("{nom: CD62}, {nom: Bêta}", 5000, 750_000),
    ("{nom: \"Conseil départemental du Pas-de-Calais\"}, {nom: CALL}", 0, 1_000_000),
    ("{nom: CD62}, {nom: CALL}", 0, 1_000_000),
  ])
  func `partners of the plan weigh more`(rows: String, outside: Int, ratio: Int) throws {
    let result = try judge(
      "partenariat", ["plein": 2, "hors_plan_bp": outside],
      "projet: {objectif_principal: \"1.1.3\", partenaires: [\(rows)]}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: [
    ("{libelle: sourires, cible: \"9\"}", 500_000),
    ("{libelle: sourires, cible: \"9\", code: 1.1.3-QT1}", 1_000_000),
    ("{libelle: \"Nombre d’actions de proximité\", cible: \"9\"}", 1_000_000),
    ("{libelle: sourires, cible: \"9\", code: 9.9.9-QT1}", 500_000),
  ])
  func `indicators of the plan weigh more`(rows: String, ratio: Int) throws {
    let result = try judge(
      "evaluation", ["plein": 1, "hors_plan_bp": 5000],
      "projet: {objectif_principal: \"1.1.3\"}\nevaluation: {indicateurs: [\(rows)]}")
    #expect(result.ratio == ratio)
  }

  @Test(arguments: [(0, 500_000), (1, 250_000)])
  func `need may be weighed by population`(flag: Int, ratio: Int) throws {
    let base = try TestContract.facts("projet: {titre: T}")
    let facts = ScoringFacts(
      application: base.application, matches: [],
      districts: [
        .init(code: "A", name: "A", medianIncome: 8000, population: 1000),
        .init(code: "B", name: "B", medianIncome: 13_000, population: 3000),
      ], descriptions: base.descriptions, commonLaw: .zero)
    let settings = [
      "revenu_bas": 8000, "revenu_haut": 13_000, "inconnu_bp": 0, "selon_population": flag,
    ]
    #expect(DistrictNeed.evaluate(facts, settings: settings).ratio == ratio)
  }

  private func costs(_ cents: [Int64], objective: String = "1.1.3") -> [CostFacts] {
    cents.map { CostFacts(objective: objective, axis: "1.1", cost: Cents($0), people: 1) }
  }

  @Test(arguments: [
    (5000, 1_000_000), (8000, 1_000_000), (8001, 999_857), (11_500, 500_000), (14_999, 143),
    (15_000, 0), (15_001, 0),
  ])
  func `cost beside the median of the objective`(cents: Int64, ratio: Int) throws {
    let comparables = ComparableCosts(costs([9000, 10_000, 900_000]))
    let settings = ["bas_bp": 8000, "haut_bp": 15_000, "comparables_min": 3]
    let facts = CostFacts(objective: "1.1.3", axis: "1.1", cost: Cents(cents), people: 1)
    let found = ComparableCost.evaluate(facts, among: comparables, settings: settings)
    #expect(found.ratio == ratio)
    #expect(found.reason.contains("de l’objectif 1.1.3"))
  }

  @Test func `cost is compared more widely when few are alike`() {
    let comparables = ComparableCosts(
      costs([100]) + costs([200, 200], objective: "1.1.1")
        + [CostFacts(objective: "2.1.1", axis: "2.1", cost: Cents(900), people: 1)]
        + [CostFacts(objective: "2.1.1", axis: "2.1", cost: Cents(900), people: nil)])
    #expect(comparables.group(objective: "1.1.3", axis: "1.1", least: 1)?.code == "1.1.3")
    #expect(comparables.group(objective: "1.1.3", axis: "1.1", least: 3)?.code == "1.1")
    #expect(comparables.group(objective: "1.1.3", axis: "1.1", least: 4)?.code == "*")
    #expect(comparables.group(objective: "1.1.3", axis: "1.1", least: 5) == nil)
    #expect(comparables.groups["*"] == .init(actions: 4, median: 200))
  }

  @Test func `cost compared with nothing gives nothing`() throws {
    let settings = ["bas_bp": 8000, "haut_bp": 15_000, "comparables_min": 3]
    let known = "public: {nombre: 10}\nbudget: {charges: {\"641\": 100}}"
    #expect(try judge("cout_comparable", settings, known).ratio == 0)
    #expect(try judge("cout_comparable", settings, "projet: {titre: T}").ratio == 0)
  }

  private let capacity = [
    "annees_plein": 4, "part_budget_bas_bp": 2000, "part_budget_haut_bp": 10_000,
  ]

  // The call closes on 2016-01-15.
  @Test(arguments: [
    ("2016-01-16", 0), ("2015-01-16", 0), ("2015-01-15", 125_000), ("2014-01-15", 250_000),
    ("2012-01-15", 500_000), ("1990-01-01", 500_000),
  ])
  func `capacity counts whole years on the closing day`(declared: String, ratio: Int) throws {
    let closing = try TestContract.call().calendar.closing.lastDay
    #expect(closing == Day(iso: "2016-01-15"))
    let result = try judge(
      "capacite_porteur", capacity, "porteur: {date_declaration: \(declared)}")
    #expect(result.ratio == ratio)
  }

  @Test func `capacity of an unknown age gives nothing`() throws {
    #expect(try judge("capacite_porteur", capacity, "projet: {titre: T}").ratio == 0)
  }

  @Test(arguments: [(nil, 500_000), (false, 0), (true, 1_000_000)] as [(Bool?, Int)])
  func `report on the year before`(attached: Bool?, ratio: Int) throws {
    let beside = ScoringBeside(
      renewal: attached.map { ScoringBeside.Renewal(previous: "2015-0001", hasReport: $0) })
    let result = try judge(
      "bilan_precedent", ["nouvelle_bp": 5000], "projet: {titre: T}", beside: beside)
    #expect(result.ratio == ratio)
  }

  @Test(
    arguments: [
      ([], .mean, 0), ([0], .mean, 0), ([4], .mean, 1_000_000), ([2, 3], .mean, 625_000),
      ([2, 3, 3], .mean, 666_667), ([0, 4, 4], .mean, 666_667), ([0, 4, 4], .median, 1_000_000),
      ([1, 2], .median, 375_000), ([4, 0, 1], .median, 250_000),
    ] as [([Int], Grid.Aggregation, Int)])
  func `marks make one`(marks: [Int], aggregation: Grid.Aggregation, ratio: Int) {
    #expect(HumanMark.evaluate(marks, aggregation: aggregation).ratio == ratio)
  }
}
