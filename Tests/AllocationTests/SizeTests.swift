import Allocation
import Testing
import Vocabulary

@Suite struct `Large instances` {
  @Test(arguments: [(40, false, false), (40, true, true), (600, false, true)])
  func `are solved within every rule`(size: Int, hasMinima: Bool, hasShares: Bool) {
    let instance = SyntheticInstances.instance(
      projects: size, purses: 12, seed: 2026, hasMinima: hasMinima, hasShares: hasShares)
    let outcome = Allocator.solve(instance, strategy: .rank)
    #expect(Checker.check(Claim(outcome), against: instance) == [])
    #expect(outcome.status == .optimal)
    #expect(outcome.projects.map(\.id) == instance.projects.map(\.id))
  }

  @Test(arguments: [(40, true), (200, true), (600, false)])
  func `are shared in equal parts of the needs`(size: Int, hasMinima: Bool) {
    let instance = SyntheticInstances.instance(
      projects: size, purses: 12, seed: 2026, hasMinima: hasMinima, hasShares: true)
    let outcome = Allocator.solve(instance, strategy: .proportional)
    #expect(Checker.check(Claim(outcome), against: instance) == [])
    #expect(outcome.status == .optimal)
    #expect(outcome.objective == outcome.bound)
    #expect(outcome.objective >= 4_000)
  }

  @Test(arguments: [(200, 10), (2_000, 60)])
  func `prove every refusal that a count alone explains`(size: Int, most: Int) {
    let projects = (1...size).map {
      Instance.Project(id: "P\($0)", rank: Int64($0), need: Cents(10), floor: Cents(10))
    }
    let purses = [
      Instance.Purse(id: "A", amount: Cents(500)),
      Instance.Purse(id: "R", amount: Cents(50_000), nature: .specific),
    ]
    let cells = projects.flatMap { project in
      purses.map { Instance.Cell(project: project.id, purse: $0.id, maximum: Cents(10)) }
    }
    let outcome = Allocator.solve(
      Instance(
        projects: projects, purses: purses, cells: cells,
        constraints: [.maximumCount(purse: "R", of: nil, count: Int64(most))]), strategy: .rank)
    let expected = (0..<size).map { $0 < 50 + most }
    #expect(outcome.projects.map(\.isRetained) == expected)
    #expect(
      outcome.projects.compactMap(\.explanation?.reason).allSatisfy { $0 == .rule(.combination) })
    #expect(outcome.status == .optimal)
  }
}
