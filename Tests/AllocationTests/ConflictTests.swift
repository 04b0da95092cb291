import Allocation
import Testing
import Vocabulary

@Suite struct `A conflict` {
  @Test func `cannot be met, and can without any one of its rows`() {
    var kinds: [String: Int] = [:]
    for seed in UInt64(0)..<3_000 {
      let instance = TinyInstances.instance(seed: seed, .all)
      let outcome = Allocator.solve(instance, strategy: .rank)
      guard outcome.status == .infeasible else { continue }
      let conflict = outcome.conflict
      #expect(!conflict.isEmpty && outcome.isConflictMinimal, "graine \(seed)")
      let whole = instance.keeping(conflict)
      #expect(ExhaustiveOracle(whole).solve() == nil, "graine \(seed), \(conflict)")
      for demand in conflict {
        kinds[demand.word, default: 0] += 1
        let fewer = instance.keeping(conflict.filter { $0 != demand })
        #expect(ExhaustiveOracle(fewer).solve() != nil, "graine \(seed), \(demand)")
      }
    }
    for word in ["bande", "fixe", "contrainte", "seuil", "engagement", "part_publique"] {
      #expect(kinds[word] ?? 0 > 0, "\(kinds)")
    }
  }

  @Test func `is found among ten thousand rules`() {
    let project = Instance.Project(
      id: "P", rank: 1, need: Cents(900), floor: Cents(900), districts: ["Q"], axis: "7",
      band: .always)
    let other = Instance.Project(id: "R", rank: 2, need: Cents(1), floor: .zero, axis: "8")
    let cells = ["P", "R"].map { Instance.Cell(project: $0, purse: "A", maximum: Cents(900)) }
    var constraints = (0..<10_000).map { number in
      Instance.Constraint.maximumShare(
        purse: "A", of: Instance.Category(.axis, number.isMultiple(of: 2) ? "7" : "8"),
        share: BasisPoints(9_000 + Int64(number % 1_000)))
    }
    constraints[7_321] = .maximumShare(
      purse: "A", of: Instance.Category(.district, "Q"), share: BasisPoints(8_999))
    let instance = Instance(
      projects: [project, other], purses: [Instance.Purse(id: "A", amount: Cents(1_000))],
      cells: cells, constraints: constraints)
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(
      outcome.conflict == [
        .band(project: "P", .always), .constraint(index: 7_321, constraints[7_321]),
      ])
  }

  @Test func `is told in words and in JSON`() {
    let project = Instance.Project(
      id: "P", rank: 1, score: 400, need: Cents(900), floor: .zero, band: .always)
    var instance = Instance(projects: [project], purses: [], cells: [])
    instance.parameters.scoreThreshold = 500
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(
      outcome.conflictInWords
        == "Ces exigences ne peuvent être satisfaites ensemble : P doit toujours être retenu ; "
        + "le score doit atteindre 500 dixièmes de point. En lever une seule suffit.")
    #expect(
      outcome.json.contains(
        #""conflit":[{"type":"bande","projet":"P","bande":"toujours","#
          + #""message":"P doit toujours être retenu."},"#
          + #"{"type":"seuil","seuil_score":500,"#
          + #""message":"Le score doit atteindre 500 dixièmes de point."}]"#))
  }
}
