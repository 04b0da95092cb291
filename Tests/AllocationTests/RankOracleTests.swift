import Allocation
import TestKit
import Testing
import Vocabulary

@Suite struct `A strategy agrees with its definition` {
  static let rules: [(TinyInstances.Features, UInt64)] = [
    ([], 1), ([.pins, .bands], 2), ([.minima], 3), ([.shares], 4), ([.counts, .minima], 5),
    ([.commitments], 6), ([.cofunding], 7), ([.rounding, .minima, .shares], 8), (.all, 9),
    ([.counts], 10), ([.counts, .minima, .shares], 11), ([.reservations], 12),
    ([.reservations, .bands, .minima, .shares], 13),
    (.all.subtracting(.counts), 14),
  ]

  @Test(arguments: rules)
  func `rang, on every small random instance`(features: TinyInstances.Features, seed: UInt64) {
    for number in 0..<UInt64(150) {
      let instance = TinyInstances.instance(seed: seed << 32 + number, features)
      let expected = ExhaustiveOracle(instance).solve()
      check(instance, .rank, expected, "graine \(seed), numéro \(number)")
    }
  }

  @Test(arguments: rules)
  func `proportionnel, on every small random instance`(
    features: TinyInstances.Features, seed: UInt64
  ) {
    for number in 0..<UInt64(150) {
      let instance = TinyInstances.instance(seed: seed << 33 + number, features)
      let expected = ExhaustiveOracle(instance).proportional()
      check(instance, .proportional, expected, "graine \(seed), numéro \(number)")
    }
  }

  @Test(arguments: rules)
  func `valeur, on every small random instance`(features: TinyInstances.Features, seed: UInt64) {
    for number in 0..<UInt64(150) {
      let instance = TinyInstances.instance(seed: seed << 34 + number, features)
      let expected = ExhaustiveOracle(instance).mostValuable()
      check(instance, .value, expected, "graine \(seed), numéro \(number)")
    }
  }

  @Test(arguments: rules)
  func `soft minima come first, on every small random instance`(
    features: TinyInstances.Features, seed: UInt64
  ) {
    for number in 0..<UInt64(80) {
      var random = SplitMix64(seed: seed << 35 + number)
      var instance = TinyInstances.instance(seed: seed << 36 + number, features)
      TinyInstances.addMinima(to: &instance, &random)
      let oracle = ExhaustiveOracle(instance)
      let least = oracle.leastShortfall()
      let comment: Comment = "graine \(seed), numéro \(number)"
      for strategy in [Strategy.rank, .value, .proportional] {
        let outcome = Allocator.solve(instance, strategy: strategy)
        #expect((outcome.status == .infeasible) == (least == nil), comment)
        guard outcome.status != .infeasible else { continue }
        #expect(outcome.shortfall == least, comment)
        #expect(Checker.check(Claim(outcome), against: instance) == [], comment)
        guard strategy == .rank else { continue }
        let retained = outcome.projects.filter(\.isRetained).map(\.id)
        #expect(retained == oracle.retainedTowardsMinima(), comment)
      }
    }
  }

  private func check(
    _ instance: Instance, _ strategy: Strategy, _ expected: ExhaustiveOracle.Amounts.Answer?,
    _ comment: Comment
  ) {
    let outcome = Allocator.solve(instance, strategy: strategy)
    #expect(ExhaustiveOracle.Amounts.Answer(outcome, instance) == expected, comment)
    #expect(outcome.status == (expected == nil ? .infeasible : .optimal), comment)
    if strategy != .value || outcome.objective < 10_000 {
      #expect(outcome.objective == outcome.bound, comment)
    }
    #expect(Checker.check(Claim(outcome), against: instance) == [], comment)
  }
}

extension ExhaustiveOracle.Amounts.Answer {
  /// What an outcome answers; nil when it is infeasible.
  init?(_ outcome: Outcome, _ instance: Instance) {
    guard outcome.status != .infeasible else { return nil }
    let shares = outcome.projects.filter(\.isRetained)
    retained = shares.map(\.id)
    totals = shares.map(\.total.rawValue)
    draw = instance.purses.map { purse in
      shares.flatMap(\.parts).filter { $0.purse == purse.id }.map(\.amount).total().rawValue
    }
    specific = zip(draw, instance.purses).filter { $1.nature == .specific }.map(\.0).total
  }
}

extension Outcome {
  /// What the soft minima lack: projects, then cents.
  fileprivate var shortfall: [Int64] {
    minima.reduce(into: [0, 0]) { sums, minimum in
      if case .minimumCount = minimum.constraint {
        sums[0] += minimum.missing
      } else {
        sums[1] += minimum.missing
      }
    }
  }
}
