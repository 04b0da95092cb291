import Allocation
import Testing
import Vocabulary

@Suite struct `The checker` {
  private static let instance: Instance = {
    var instance = Instance(
      projects: [
        Instance.Project(
          id: "P1", rank: 1, need: Cents(10), floor: Cents(4), districts: ["Q"], band: .always),
        Instance.Project(id: "P2", rank: 2, need: Cents(10), floor: Cents(4), axis: "1"),
      ],
      purses: [
        Instance.Purse(id: "A", amount: Cents(12)),
        Instance.Purse(id: "B", amount: Cents(6), nature: .specific),
      ], cells: [])
    for project in ["P1", "P2"] {
      instance.cells += ["A", "B"].map {
        Instance.Cell(project: project, purse: $0, minimum: Cents(2), maximum: Cents(8))
      }
    }
    return instance
  }()

  private func codes(
    _ change: (inout Claim) -> Void, under rules: (inout Instance) -> Void = { _ in }
  ) -> [String] {
    var instance = Self.instance
    var claim = Claim(Allocator.solve(instance, strategy: .rank))
    rules(&instance)
    change(&claim)
    return Checker.check(claim, against: instance).map(\.code)
  }

  @Test func `accepts what was computed, read back from its JSON`() throws {
    let outcome = Allocator.solve(Self.instance, strategy: .rank)
    let claim = try Claim(json: outcome.json.utf8)
    #expect(claim == Claim(outcome))
    #expect(claim.projects.map(\.total) == [Cents(10), Cents(8)])
    #expect(Checker.check(claim, against: Self.instance) == [])
  }

  @Test func `sees every wrong figure`() {
    #expect(codes { $0.granted += Cents(1) } == ["somme_fausse"])
    #expect(codes { $0.retainedCount += 1 } == ["nombre_faux"])
    #expect(codes { $0.projects[0].total += Cents(1) } == ["total_faux"])
    #expect(codes { $0.purses[0].consumed += Cents(1) } == ["consommation_fausse"])
    #expect(codes { $0.purses[0].left += Cents(1) } == ["reste_faux"])
    #expect(codes { $0.purses[0].isSaturated.toggle() } == ["saturation_fausse"])
    #expect(codes { $0.purses.append($0.purses[0]) } == ["ligne_en_double"])
    #expect(codes { $0.purses.removeLast() } == ["ligne_absente"])
    #expect(
      codes { $0.status = .infeasible } == [
        "infaisable_mais_attribue", "objectif_faux", "conflit_absent",
      ])
  }

  @Test func `sees amounts outside their bounds`() {
    #expect(
      codes { $0.projects[0].parts[0].amount = Cents(20) } == [
        "total_faux", "besoin_depasse", "enveloppe_depassee", "consommation_fausse", "reste_faux",
        "cellule_hors_bornes", "somme_fausse",
      ])
  }

  @Test func `sees every broken rule`() {
    let keep: (inout Claim) -> Void = { $0.yardstick = nil }
    let everything = Instance.Category(.district, "Q")
    #expect(
      codes(keep) {
        $0.constraints = [.maximumShare(purse: "A", of: everything, share: BasisPoints(1))]
      }
        == ["part_max_depassee"])
    #expect(
      codes(keep) { $0.constraints = [.maximumCount(purse: nil, of: nil, count: 1)] }
        == ["nombre_max_depasse"])
    #expect(
      codes(keep) { $0.constraints = [.cofunding(purse: "A", share: BasisPoints(9_000))] }
        == ["cofinancement_insuffisant", "cofinancement_insuffisant"])
    #expect(codes(keep) { $0.projects[0].band = .never } == ["bande_non_respectee"])
    #expect(codes(keep) { $0.incompatibleGroups = [["P1", "P2"]] } == ["incompatibles_retenus"])
    #expect(
      codes(keep) { $0.parameters.scoreThreshold = 1 } == [
        "seuil_non_atteint", "seuil_non_atteint",
      ])
    #expect(
      codes(keep) { $0.pins = [Instance.Pin(project: "P1", purse: "A", amount: .zero)] }
        == ["fixe_non_respecte"])
    #expect(
      codes(keep) { $0.cells.removeAll { $0.project == "P2" && $0.purse == "A" } }.first
        == "couple_interdit")
  }
}
