import Contract
import TestKit
import Testing
import Vocabulary

@Suite struct `A special rule of a funder` {
  typealias Spot = PlantedTerritory.Spot

  /// Where a rule can be planted in the second territory, on the line of its one empty list.
  static let place = "regles: []\n    source_file: 000_1969787204c58539.txt\n    source_line: 19"

  private func planted(_ rule: String) throws -> (territory: PlantedTerritory, line: Int) {
    var territory = try PlantedTerritory("henin-carvin")
    let line = try territory.plant(
      "regles: [\(rule)]\n    source_line: 19", for: Self.place, in: "financeurs.yaml")
    return (territory, line)
  }

  private func rule(_ funder: FunderID, _ code: String) throws -> FunderRule? {
    try Territory.lensLievin.reference.funder(funder)?.rules.first { $0.code == code }
  }

  @Test func `is read with its condition and its advice`() throws {
    let rule = try #require(try rule("REGION", "MEDIATION_SOCIALE"))
    #expect(
      rule.condition.phrases == ["médiation sociale", "médiateur social", "médiatrice sociale"])
    #expect(rule.condition.codes == [])
    #expect(rule.condition.territories == [])
    #expect(rule.condition.applicantKinds == [])
    #expect(rule.isAdvantage)
    #expect(rule.usualAmount == Cents(2_500_000))
    #expect(rule.yearlyProjects == 5)
    #expect(
      rule.source == LegalSource("Règle MEDIATION_SOCIALE, ligne 4658 du contrat"))
  }

  @Test func `may ask for a territory or a place in the plan`() throws {
    #expect(try rule("REGION", "REGION_VEILLE_ELIGIBLE")?.condition.territories == [.watch])
    #expect(try rule("ETAT", "FIPD_PRIORITE")?.condition.codes == ["2.4"])
  }

  @Test func `concerns every project when its condition is empty`() throws {
    let rule = try #require(try rule("CAF", "CAF_CONTRIBUTION_MAJOREE"))
    #expect(rule.condition.phrases + rule.condition.codes + rule.condition.applicantKinds == [])
    #expect(rule.condition.territories == [])
    #expect(rule.isAdvantage)
    #expect(rule.usualAmount == nil)
    #expect(rule.yearlyProjects == nil)
  }

  @Test(arguments: [("REGION", "ITI_AVENANT"), ("CAF", "CAF_CONVENTION_DONNEES")])
  func `without a condition is kept in the file only`(funder: String, code: String) throws {
    #expect(try rule(funder, code) == nil)
  }

  @Test(arguments: ["B", "B.1", "B.1.2"])
  func `may name a stake, an axis or an objective`(code: String) throws {
    let territory = try planted("{code: R, resume: X., quand: {codes: [\"\(code)\"]}}").territory
    #expect(try territory.findings() == [])
  }

  @Test(arguments: [
    ("quand: {codes: [\"B.9\"]}", "quand.codes", "reference_inconnue"),
    ("quand: {territoires: [lune]}", "quand.territoires", "reference_inconnue"),
    ("quand: {mot: [x]}", "quand.mot", "champ_inconnu"),
    ("quand: {}, conseil: {bonus: oui}", "conseil.bonus", "champ_inconnu"),
    ("quand: {}, conseil: {avantage: parfois}", "conseil.avantage", "type_inattendu"),
    ("quand: {}, conseil: {montant_usuel: \"-1\"}", "conseil.montant_usuel", "montant_illisible"),
    ("quand: {}, conseil: {actions_par_an: cinq}", "conseil.actions_par_an", "type_inattendu"),
  ])
  func `is told when it says what cannot be`(rule: String, field: String, code: String) throws {
    let (territory, line) = try planted("{code: R, resume: X., \(rule)}")
    let path = "financeurs[0].regles[0].\(field)"
    #expect(
      try territory.spots() == [
        Spot(file: "financeurs.yaml", line: line, field: path, code: code)
      ])
  }
}

@Suite struct `A grid` {
  typealias Spot = PlantedTerritory.Spot

  private func grid(_ planted: String, for old: String) throws -> (Grid?, [Finding]) {
    let text = String(
      decoding: try Territory.source("fixtures/henin-carvin/appel-2026/grille.yaml").bytes,
      as: UTF8.self)
    let file = SourceFile(name: "g.yaml", bytes: Array(text.replacing(old, with: planted).utf8))
    return CallFiles.loadGrid(file, evaluators: Territory.evaluators)
  }

  @Test(arguments: [
    ("", Grid.Aggregation.mean), ("agregation: moyenne\n", .mean),
    ("agregation: mediane\n", .median),
  ])
  func `says how several marks make one, their mean by default`(
    line: String, aggregation: Grid.Aggregation
  ) throws {
    let (grid, findings) = try grid("\(line)criteres:\n", for: "criteres:\n")
    #expect(findings == [])
    #expect(grid?.aggregation == aggregation)
  }

  @Test func `tells an aggregation it does not know`() throws {
    let (_, findings) = try grid("agregation: mode\ncriteres:\n", for: "criteres:\n")
    #expect(findings.map(\.code) == ["reference_inconnue"])
    #expect(findings.map(\.place.field) == ["agregation"])
    #expect(findings.map(\.place.line) == [7])
  }

  @Test(
    arguments: [
      ("[a, b, c, d, e]", []), ("[a, b, c, d]", ["echelle_incomplete"]),
      ("[a, b, c, d, e, f]", ["echelle_incomplete"]), ("[]", ["echelle_incomplete"]),
      ("beau", ["type_inattendu", "echelle_incomplete"]),
    ] as [(String, [String])])
  func `describes every mark from nought to four, or none`(
    scale: String, codes: [String]
  ) throws {
    let criterion = "evaluateur: note_humaine\n    echelle: \(scale)\n"
    let (grid, findings) = try grid(criterion, for: "evaluateur: partenariat\n")
    #expect(findings.map(\.code) == codes)
    #expect(findings.allSatisfy { $0.place.field == "criteres[3].echelle" })
    if codes.isEmpty { #expect(grid?.humanCriteria.map(\.scale) == [["a", "b", "c", "d", "e"]]) }
  }
}
