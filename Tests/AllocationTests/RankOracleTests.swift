import Allocation
import Testing
import Vocabulary

@Suite struct `The strategy rang agrees with its definition` {
  @Test(
    arguments: [
      (TinyInstances.Features([]), UInt64(1)), ([.pins, .bands], 2), ([.minima], 3),
      ([.shares], 4), ([.counts, .minima], 5), ([.commitments], 6), ([.cofunding], 7),
      ([.rounding, .minima, .shares], 8), (.all, 9), ([.counts], 10),
      ([.counts, .minima, .shares], 11),
    ] as [(TinyInstances.Features, UInt64)])
  func `on every small random instance`(features: TinyInstances.Features, seed: UInt64) {
    for number in 0..<Self.count {
      let instance = TinyInstances.instance(seed: seed << 32 + number, features)
      let outcome = Allocator.solve(instance, strategy: .rank)
      let expected = ExhaustiveOracle(instance).solve()
      #expect(answer(outcome, instance) == expected, "graine \(seed), numéro \(number)")
      #expect(outcome.status == (expected == nil ? .infeasible : .optimal), "\(seed), \(number)")
      #expect(Checker.check(Claim(outcome), against: instance) == [], "\(seed), \(number)")
    }
  }

  private static let count: UInt64 = 400

  private func answer(_ outcome: Outcome, _ instance: Instance) -> ExhaustiveOracle.Amounts.Answer?
  {
    guard outcome.status != .infeasible else { return nil }
    let retained = outcome.projects.filter(\.isRetained)
    let specific = Set(instance.purses.filter { $0.nature == .specific }.map(\.id))
    return ExhaustiveOracle.Amounts.Answer(
      retained: retained.map(\.id), totals: retained.map(\.total.rawValue),
      specific: retained.flatMap(\.parts).filter { specific.contains($0.purse) }
        .map(\.amount).total().rawValue,
      draw: instance.purses.map { purse in
        retained.flatMap(\.parts).filter { $0.purse == purse.id }.map(\.amount).total().rawValue
      })
  }
}
