import Allocation
import Testing
import Vocabulary

@Suite struct `A scenario applied to an instance` {
  private let base = SmallTown.instance

  private func refusals(_ scenario: Scenario, to instance: Instance? = nil) -> [[String]] {
    do throws(Refusal) {
      _ = try scenario.applied(to: instance ?? base, at: "scenarios[3]")
      return []
    } catch {
      #expect(error.findings.allSatisfy { $0.family == .malformed && $0.severity == .blocking })
      return error.findings.map { [$0.code, $0.place.field ?? ""] }
    }
  }

  @Test func `changes nothing when it says nothing`() throws {
    #expect(try Scenario(name: "Rien").applied(to: base) == base)
  }

  @Test(
    arguments: [
      (Scenario.PurseChange.Kind.amount(Cents(150)), 150), (.variation(-1000), 810),
      (.variation(-3333), 600), (.variation(12_345), 2011),
    ] as [(Scenario.PurseChange.Kind, Int64)])
  func `gives a purse another amount, rounded down`(
    kind: Scenario.PurseChange.Kind, cents: Int64
  ) throws {
    let changed = try Scenario(name: "S", purses: [Scenario.PurseChange("CAF", kind)])
      .applied(to: base)
    var expected = base
    expected.purses[0].amount = Cents(cents)
    #expect(changed == expected)
  }

  @Test func `leaves the base as it was`() throws {
    let (instance, set) = try SmallTown.example()
    let before = instance
    _ = try set.applied(to: instance)
    _ = try Comparison(of: set, on: instance, strategy: .rank)
    #expect(instance == before)
    #expect(instance.json == before.json)
  }

  @Test func `withdraws a purse with its cells, pins, rules and commitments`() throws {
    var instance = base
    instance.constraints.append(
      .maximumCount(purse: "CAF", of: Instance.Category(.axis, "1.1"), count: 1))
    instance.pins = [Instance.Pin(project: "P2", purse: "CAF", amount: .zero)]
    instance.commitments = [
      Instance.Commitment(
        project: "P1", purse: "CAF", amount: Cents(5), condition: "ETAT", threshold: Cents(5)),
      Instance.Commitment(
        project: "P1", purse: "ETAT", amount: Cents(300), condition: "CAF", threshold: .zero),
    ]
    let changed = try Scenario(name: "S", purses: [Scenario.PurseChange("CAF", .withdrawal)])
      .applied(to: instance)
    #expect(changed.purses.map(\.amount) == [.zero, Cents(800)])
    #expect(changed.cells.map(\.purse) == ["ETAT", "ETAT"])
    #expect(changed.pins == [])
    #expect(changed.constraints == [.maximumCount(purse: nil, of: nil, count: 2)])
    #expect(changed.commitments.map(\.purse) == ["ETAT"])
    // Before, the commitment held of any retained P1; a purse that has left fulfils nothing.
    let first = Allocator.solve(changed, strategy: .rank).projects[0]
    #expect(first.isRetained == false)
  }

  @Test func `cannot withdraw a purse where money is settled, unless it frees it`() throws {
    var instance = base
    instance.pins = [
      Instance.Pin(project: "P1", purse: "CAF", amount: Cents(100)),
      Instance.Pin(project: "P2", purse: "CAF", amount: Cents(100)),
    ]
    let withdrawal = [Scenario.PurseChange("CAF", .withdrawal)]
    let freed = Scenario.PinChange(project: "P1", purse: "CAF", amount: nil)
    let banned = Scenario.PinChange(project: "P2", purse: "CAF", amount: .zero)
    let finding = ["fixe_sur_enveloppe_retiree", "scenarios[3].enveloppes[0].retrait"]
    #expect(refusals(Scenario(name: "S", purses: withdrawal), to: instance) == [finding, finding])
    #expect(
      refusals(Scenario(name: "S", purses: withdrawal, pins: [freed]), to: instance) == [finding])
    let scenario = Scenario(name: "S", purses: withdrawal, pins: [freed, banned])
    #expect(try scenario.applied(to: instance).pins == [])
  }

  @Test(
    arguments: [
      (6000, 1, false, [600, 601]), (6000, 100, false, [600, 700]),
      (10_000, 1, false, [1000, 1001]),
      (10_000, 100, false, [1000, 1000]), (0, 1, false, [0, 0]), (5500, 1, true, [600, 551]),
    ] as [(Int64, Int64, Bool, [Int64])])
  func `sets floors as a share of the need, rounded up, within the need`(
    share: Int64, rounding: Int64, onlyRaises: Bool, floors: [Int64]
  ) throws {
    let changed = try Scenario(
      name: "S",
      floors: Scenario.FloorPolicy(shareOfNeed: BasisPoints(share), onlyRaises: onlyRaises),
      parameters: Scenario.ParameterChange(rounding: Cents(rounding))
    ).applied(to: base)
    #expect(changed.projects.map(\.floor.rawValue) == floors)
  }

  @Test func `leaves alone the floors that it names itself`() throws {
    let changed = try Scenario(
      name: "S", floors: Scenario.FloorPolicy(shareOfNeed: .whole),
      projects: [Scenario.ProjectChange("P1", floor: Cents(7))]
    ).applied(to: base)
    #expect(changed.projects.map(\.floor.rawValue) == [7, 1001])
  }

  @Test func `takes the ranks and scores of another grid`() throws {
    let changed = try Scenario(
      name: "S",
      projects: [
        Scenario.ProjectChange("P1", rank: 5, score: 650, need: Cents(900), band: .always),
        Scenario.ProjectChange("P2", rank: 4),
      ]
    ).applied(to: base)
    var expected = base
    expected.projects[0].rank = 5
    expected.projects[0].score = 650
    expected.projects[0].need = Cents(900)
    expected.projects[0].band = .always
    expected.projects[1].rank = 4
    #expect(changed == expected)
  }

  @Test func `ranks again by score, equal scores in their order`() throws {
    func ranks(_ changes: [Scenario.ProjectChange]) throws -> [Int64] {
      try Scenario(name: "S", projects: changes, reranksByScore: true).applied(to: base)
        .projects.map(\.rank)
    }
    #expect(try ranks([]) == [1, 2])
    #expect(try ranks([Scenario.ProjectChange("P2", score: 800)]) == [1, 2])
    #expect(try ranks([Scenario.ProjectChange("P2", score: 801)]) == [2, 1])
  }

  @Test func `adds, changes and frees settled amounts`() throws {
    var instance = base
    instance.pins = [
      Instance.Pin(project: "P1", purse: "CAF", amount: Cents(100)),
      Instance.Pin(project: "P1", purse: "ETAT", amount: Cents(100)),
    ]
    let changed = try Scenario(
      name: "S",
      pins: [
        Scenario.PinChange(project: "P1", purse: "CAF", amount: nil),
        Scenario.PinChange(project: "P1", purse: "ETAT", amount: Cents(7)),
        Scenario.PinChange(project: "P2", purse: "ETAT", amount: .zero),
      ]
    ).applied(to: instance)
    #expect(
      changed.pins == [
        Instance.Pin(project: "P1", purse: "ETAT", amount: Cents(7)),
        Instance.Pin(project: "P2", purse: "ETAT", amount: .zero),
      ])
  }

  @Test func `is refused with everything that the base does not have`() {
    let scenario = Scenario(
      name: "S",
      purses: [
        Scenario.PurseChange("CAFF", .withdrawal), Scenario.PurseChange("XY", .variation(1)),
      ],
      projects: [Scenario.ProjectChange("P9", rank: 1)],
      pins: [
        Scenario.PinChange(project: "P8", purse: "Z", amount: .zero),
        Scenario.PinChange(project: "P1", purse: "CAF", amount: nil),
      ])
    #expect(
      refusals(scenario) == [
        ["projet_inconnu", "scenarios[3].projets[0].id"],
        ["projet_inconnu", "scenarios[3].fixes[0].projet"],
        ["enveloppe_inconnue", "scenarios[3].fixes[0].enveloppe"],
        ["fixe_absent", "scenarios[3].fixes[1]"],
        ["enveloppe_inconnue", "scenarios[3].enveloppes[0].id"],
        ["enveloppe_inconnue", "scenarios[3].enveloppes[1].id"],
      ])
  }

  @Test func `is refused when it contradicts itself`() {
    let lower = Scenario.ProjectChange("P1", need: Cents(599))
    #expect(
      refusals(Scenario(name: "S", projects: [lower])) == [
        ["plancher_superieur_au_besoin", "scenarios[3].projets[0].besoin_centimes"]
      ])
    let higher = Scenario.ProjectChange("P1", floor: Cents(1001))
    #expect(
      refusals(Scenario(name: "S", projects: [higher])) == [
        ["plancher_superieur_au_besoin", "scenarios[3].projets[0].plancher_centimes"]
      ])
    let ranked = Scenario.ProjectChange("P1", rank: 1)
    #expect(
      refusals(Scenario(name: "S", projects: [ranked], reranksByScore: true)) == [
        ["choix_attendu", "scenarios[3].projets[0].rang"]
      ])
    var unscored = base
    unscored.projects[1].score = nil
    #expect(
      refusals(Scenario(name: "S", reranksByScore: true), to: unscored) == [
        ["cle_absente", "scenarios[3].reclasser"]
      ])
    let rise = Scenario.PurseChange("ETAT", .variation(1_000_000))
    var rich = base
    rich.purses[1].amount = Cents.limit
    #expect(
      refusals(Scenario(name: "S", purses: [rise]), to: rich) == [
        ["montant_trop_grand", "scenarios[3].enveloppes[0].variation_bp"]
      ])
  }

  @Test func `is refused when what it makes is incoherent, whatever rule says so`() {
    let poorer = Scenario(name: "S", purses: [Scenario.PurseChange("CAF", .amount(Cents(99)))])
    #expect(refusals(poorer) == [["reserve_trop_grande", "scenarios[3]"]])
    var uncosted = base
    uncosted.projects[0].cost = nil
    let capped = Scenario(
      name: "S", parameters: Scenario.ParameterChange(publicShare: BasisPoints(8000)))
    #expect(refusals(capped, to: uncosted) == [["cle_absente", "scenarios[3]"]])
  }

  @Test func `tells what is wrong in every scenario at once`() {
    let set = ScenarioSet(scenarios: [
      Scenario(name: "A", purses: [Scenario.PurseChange("X", .withdrawal)]),
      Scenario(name: "B"),
      Scenario(name: "C", projects: [Scenario.ProjectChange("Y", rank: 1)]),
    ])
    let error = #expect(throws: Refusal.self) { try set.applied(to: base) }
    #expect(
      error?.findings.map(\.place.field)
        == ["scenarios[0].enveloppes[0].id", "scenarios[2].projets[0].id"])
  }
}
