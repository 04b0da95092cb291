import Allocation
import Foundation
import TestKit
import Testing
import Vocabulary

@Suite struct `A comparison of scenarios` {
  private func compare(
    _ scenarios: [Scenario], on instance: Instance = SmallTown.instance,
    districts: [ScenarioSet.District] = SmallTown.districts
  ) throws -> Comparison {
    try Comparison(
      of: ScenarioSet(districts: districts, scenarios: scenarios), on: instance, strategy: .rank)
  }

  @Test func `starts with the base, and names what an empty scenario changes: nothing`() throws {
    let comparison = try compare([Scenario(name: "Rien")])
    #expect(comparison.results.map(\.name) == ["Base", "Rien"])
    #expect(comparison.variants[0].movements == [])
    #expect(
      comparison.base.outcome == Allocator.solve(SmallTown.instance, strategy: .rank))
    #expect(comparison.variants[0].result.outcome == comparison.base.outcome)
  }

  @Test func `tells who enters, leaves, gains and loses in the example`() throws {
    let (instance, set) = try SmallTown.example()
    let comparison = try Comparison(of: set, on: instance, strategy: .rank)
    func ids(_ name: String) throws -> [[String]] {
      let variant = try #require(comparison.variants.first { $0.result.name == name })
      return ScenarioMovement.Kind.allCases.map { variant.movements($0).map(\.project) }
    }
    #expect(
      try ids("Sans la CAF") == [
        ["CHANTIER"], ["MEDIATION", "LECTURE", "HALL"], ["JARDIN", "SANTE", "MOBILITE"], [],
      ])
    #expect(
      try ids("Planchers à 80 %") == [[], ["MOBILITE"], ["JARDIN", "MEDIATION", "SANTE"], []])
    #expect(
      try ids("Grille 2027")
        == [["CHANTIER"], ["MEDIATION"], ["JARDIN", "MOBILITE"], ["HALL"]])
  }

  @Test func `gives the amounts before and after`() throws {
    let comparison = try compare([
      Scenario(name: "S", purses: [Scenario.PurseChange("ETAT", .amount(Cents(200)))])
    ])
    #expect(
      comparison.variants[0].movements.map { [$0.project, $0.kind.rawValue] }
        == [["P2", "sort"]])
    let leaving = comparison.variants[0].movements[0]
    #expect([leaving.before, leaving.after, leaving.difference].map(\.rawValue) == [600, 0, -600])
  }

  @Test func `names the commitments that fall, dominoes in order`() throws {
    let (instance, set) = try SmallTown.example()
    let comparison = try Comparison(of: set, on: instance, strategy: .rank)
    let fallen = comparison.variants[0].fallen
    #expect(fallen.map(\.commitment.purse) == ["REGION", "CD62"])
    #expect(fallen.map(\.step) == [1, 2])
    #expect(fallen.map(\.cause) == [.conditionWithdrawn, .notRetained])
    #expect(comparison.variants[0].risen == [])
  }

  @Test func `does not call a lasting commitment fallen`() throws {
    let comparison = try compare([Scenario(name: "Rien")], on: promised)
    #expect(comparison.variants[0].fallen == [])
    let smaller = try compare(
      [
        Scenario(
          name: "S", pins: [Scenario.PinChange(project: "P1", purse: "CAF", amount: Cents(300))])
      ],
      on: promised)
    #expect(smaller.variants[0].fallen.map(\.cause) == [.belowThreshold])
    #expect(smaller.variants[0].fallen.map(\.conditionAmount) == [Cents(300)])
  }

  /// ETAT promises 600 to P1 if CAF gives 400, which is settled.
  private var promised: Instance {
    var instance = SmallTown.instance
    instance.pins = [Instance.Pin(project: "P1", purse: "CAF", amount: Cents(400))]
    instance.projects[0].floor = Cents(300)
    instance.commitments = [
      Instance.Commitment(
        project: "P1", purse: "ETAT", amount: Cents(600), condition: "CAF", threshold: Cents(400))
    ]
    return instance
  }

  @Test func `splits a project between its districts to the cent, first by code`() throws {
    var instance = SmallTown.instance
    instance.purses[1].amount = Cents(801)
    instance.projects[0].need = Cents(999)
    instance.projects[0].districts = ["Q2", "Q1", "Q2"]
    let base = try compare([Scenario(name: "Rien")], on: instance).base
    // P1 has 999: 500 for Q1, 499 for Q2; P2 has 602, all for Q2.
    #expect(base.projects.map(\.total.rawValue) == [999, 602])
    #expect(base.districts.map(\.code) == ["Q1", "Q2"])
    #expect(base.districts.map(\.retained) == [1, 2])
    #expect(base.districts.map(\.granted.rawValue) == [500, 1101])
    #expect(base.districts.map(\.perInhabitant) == [Cents(5), Cents(4)])
  }

  @Test func `knows districts without projects, projects without district and unknown numbers`()
    throws
  {
    var instance = SmallTown.instance
    instance.projects[0].districts = []
    let comparison = try compare(
      [Scenario(name: "Rien")], on: instance,
      districts: [ScenarioSet.District(code: "Q9", inhabitants: 10)])
    #expect(comparison.base.districts.map(\.code) == ["Q2", "Q9", nil])
    #expect(comparison.base.districts.map(\.inhabitants) == [nil, 10, nil])
    #expect(comparison.base.districts.map(\.perInhabitant) == [nil, .zero, nil])
    #expect(comparison.uncountedDistricts == ["Q2"])
    #expect(comparison.base.inequality == nil)
  }

  @Test func `keeps sums equal to the outcome, whatever is summed`() throws {
    for seed in UInt64(0)..<30 {
      let instance = SyntheticInstances.instance(projects: 15, purses: 4, seed: seed)
      let purse = instance.purses[0].id
      let comparison = try compare(
        [
          Scenario(name: "A", purses: [Scenario.PurseChange(purse, .variation(-5000))]),
          Scenario(name: "B", floors: Scenario.FloorPolicy(shareOfNeed: BasisPoints(9000))),
        ], on: instance)
      for result in comparison.results {
        let granted = result.outcome.granted
        #expect(result.projects.map(\.total).total() == granted)
        #expect(result.purses.map(\.consumed).total() == granted)
        #expect(result.purses.map(\.consumed) == result.outcome.purses.map(\.consumed))
        #expect(result.purses.map(\.left) == result.outcome.purses.map(\.left))
        #expect(result.districts.map(\.granted).total() == granted)
        for tallies in [result.axes, result.applicantKinds] {
          #expect(tallies.map(\.granted).total() == granted)
          #expect(tallies.map(\.retained).reduce(0, +) == result.outcome.retainedCount)
        }
        #expect(Checker.check(Claim(result.outcome), against: result.instance) == [])
      }
      for variant in comparison.variants {
        let moved =
          variant.movements(.enters).count - variant.movements(.leaves).count
          + comparison.base.outcome.retainedCount
        #expect(moved == variant.result.outcome.retainedCount)
        #expect(
          variant.movements.map(\.difference).total()
            == variant.result.outcome.granted - comparison.base.outcome.granted)
      }
    }
  }

  @Test func `shows an infeasible scenario as one that retains nobody`() throws {
    let demanded = Scenario(
      name: "S", purses: [Scenario.PurseChange("ETAT", .withdrawal)],
      projects: [
        Scenario.ProjectChange("P1", band: .always), Scenario.ProjectChange("P2", band: .always),
      ])
    let comparison = try compare([demanded])
    let result = comparison.variants[0].result
    #expect(result.outcome.status == .infeasible)
    #expect(result.projects.map(\.isRetained) == [false, false])
    #expect(result.purses.map(\.left) == [Cents(900), .zero])
    #expect(result.purses.map(\.isWithdrawn) == [false, true])
    #expect(comparison.variants[0].movements(.leaves).map(\.project) == ["P1", "P2"])
    #expect(comparison.json.contains(#""conflit":[{"type":"bande","projet":"P1","#))
  }

  @Test func `writes the same JSON whatever the order of the rows`() throws {
    let (instance, set) = try SmallTown.example()
    var soft = instance
    soft.constraints += [
      .minimumCount(purse: nil, of: Instance.Category(.axis, "2.1"), count: 3),
      .minimumCount(purse: "CAF", of: nil, count: 1),
    ]
    let text = try Comparison(of: set, on: soft, strategy: .rank).json
    var random = SplitMix64(seed: 3)
    for _ in 0..<5 {
      var shuffled = soft
      shuffled.projects.shuffle(using: &random)
      shuffled.purses.shuffle(using: &random)
      shuffled.cells.shuffle(using: &random)
      shuffled.commitments.shuffle(using: &random)
      shuffled.constraints.shuffle(using: &random)
      for index in shuffled.projects.indices {
        shuffled.projects[index].districts.shuffle(using: &random)
      }
      let scenarios = set.scenarios.map { scenario in
        Scenario(
          name: scenario.name, strategy: scenario.strategy,
          purses: scenario.purses.shuffled(using: &random), floors: scenario.floors,
          projects: scenario.projects.shuffled(using: &random),
          reranksByScore: scenario.reranksByScore, parameters: scenario.parameters,
          pins: scenario.pins.shuffled(using: &random), constraints: scenario.constraints)
      }
      let again = ScenarioSet(
        districts: set.districts.shuffled(using: &random), scenarios: scenarios)
      #expect(try Comparison(of: again, on: shuffled, strategy: .rank).json == text)
    }
  }

  @Test func `computes nothing when a scenario does not apply`() {
    var computed = 0
    let set = ScenarioSet(scenarios: [
      Scenario(name: "S", purses: [Scenario.PurseChange("X", .withdrawal)])
    ])
    #expect(throws: Refusal.self) {
      try Comparison(of: set, on: SmallTown.instance, strategy: .rank) { computed += 1 }
    }
    #expect(computed == 0)
  }
}
