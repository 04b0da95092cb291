import Contract
import Testing
import Vocabulary

@testable import Scoring

@Suite struct `Settings of a grid` {
  @Test(arguments: [
    ("lens-lievin/appel-2016", 11), ("lens-lievin/appel-2026", 14), ("henin-carvin/appel-2026", 7),
  ])
  func `are all correct in the calls provided`(folder: String, criteria: Int) throws {
    let grid = try TestGrid.grid(at: "fixtures/\(folder)/grille.yaml")
    #expect(Evaluators.findings(about: grid, file: "grille.yaml") == [])
    #expect(grid.criteria.count == criteria)
    #expect(grid.criteria.filter { !$0.isHuman && Evaluators.named($0.evaluator) == nil } == [])
  }

  @Test func `belong to fourteen evaluators and to people, none twice`() throws {
    #expect(Evaluators.names.count == 15)
    #expect(Set(Evaluators.names).count == 15)
  }

  @Test(
    arguments: [
      (["bas_bp": 0, "haut_bp": 1], []),
      (["bas_bp": 0], [.missing("haut_bp")]),
      (["haut_bp": 1], [.missing("bas_bp")]),
      (["bas_bp": 1, "haut_bp": 1], [.notAbove("haut_bp", other: "bas_bp")]),
      (["bas_bp": -1, "haut_bp": 1], [.outOfBounds("bas_bp", -1, 0...10_000)]),
      (["bas_bp": 0, "haut_bp": 10_001], [.outOfBounds("haut_bp", 10_001, 0...10_000)]),
      (["bas_bp": 0, "haut_bp": 1, "zut": 2, "ah": 1], [.unknown("ah"), .unknown("zut")]),
    ] as [([String: Int], [SettingsCheck.Fault])])
  func `are compared with what the evaluator needs`(
    settings: [String: Int], faults: [SettingsCheck.Fault]
  ) {
    #expect(SettingsCheck(DistrictPublic.self, settings: settings).faults == faults)
  }

  @Test func `that are wrong give no points and a reason`() throws {
    let facts = try TestContract.facts("public: {part_qpv: \"100\"}")
    let grid = try TestGrid.grid(
      """
      - {code: a, libelle: A, evaluateur: public_qpv, poids: 50, parametres: {bas_bp: 1}, source: {citation: S}}
      - {code: b, libelle: B, evaluateur: inconnu, poids: 50, source: {citation: S}}
      """)
    let card = Scorecard(of: facts, with: grid)
    #expect(card.lines.map(\.points) == [.zero, .zero])
    #expect(
      card.lines.map(\.reason) == [
        "Le critère n’est pas évalué\u{00A0}: ses paramètres dans la grille sont incorrects.",
        "Le critère n’est pas évalué\u{00A0}: l’évaluateur « inconnu » n’existe pas.",
      ])
    let findings = Evaluators.findings(about: grid, file: "g.yaml")
    #expect(findings.map(\.code) == ["parametre_manquant"])
    #expect(findings.map(\.place.field) == ["criteres[0].parametres.haut_bp"])
  }
}
