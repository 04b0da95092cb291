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
}
