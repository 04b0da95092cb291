import TestKit
import Testing
import Vocabulary

@testable import Allocation

@Suite struct `A list settled elsewhere` {
  @Test(
    arguments: [
      (TinyInstances.Features([]), UInt64(21)), ([.minima], 22), ([.shares], 23),
      ([.counts, .minima], 24), ([.commitments, .pins], 25), ([.cofunding, .rounding], 26),
      (.all, 27), ([.minima, .shares, .pins], 28),
    ] as [(TinyInstances.Features, UInt64)])
  func `is raised in any order and keeps its minima`(
    features: TinyInstances.Features, seed: UInt64
  ) {
    for number in 0..<UInt64(300) {
      var random = SplitMix64(seed: seed << 40 + number)
      var instance = TinyInstances.instance(seed: seed << 32 + number, features)
      TinyInstances.addMinima(to: &instance, &random)
      guard let settled = SettledList(instance, &random) else { continue }
      #expect(settled.raised == settled.expected, "graine \(seed), numéro \(number)")
    }
  }

  @Test func `is refused when its distribution breaks a rule`() {
    let instance = Instance(
      projects: [Instance.Project(id: "P", rank: 1, need: Cents(9), floor: Cents(4))],
      purses: [Instance.Purse(id: "E", amount: Cents(8))],
      cells: [Instance.Cell(project: "P", purse: "E", minimum: Cents(5), maximum: Cents(9))])
    var walk = RankWalk(Problem(instance))
    let answers = [([0], 3), ([0], 4), ([0], 9), ([], 5), ([0, 0], 5), ([0], 5)].map {
      walk.adopt($0, witness: [$1])
    }
    #expect(answers == [false, false, false, false, false, true])
    walk.raiseTotals()
    #expect(walk.strict?.amount == [8])
  }
}

/// A list that the strategy `rang` gives, taken over by a second walk in which the soft minima, or
/// somewhat less, must be kept.
private struct SettledList {
  var raised = ExhaustiveOracle.Amounts.Answer()
  var expected = ExhaustiveOracle.Amounts.Answer()

  init?(_ instance: Instance, _ random: inout SplitMix64) {
    let outcome = Allocator.solve(instance, strategy: .rank)
    guard outcome.status == .optimal else { return nil }
    let kept = Self.kept(outcome, instance, &random)
    let problem = Problem(instance, keeping: kept)
    let retained = problem.projects.indices.filter { outcome.projects[$0].isRetained }
    let order = retained.indices.shuffled(using: &random)
    let minima = kept.sorted { $0.key < $1.key }.map { (instance.constraints[$0.key], $0.value) }
    expected = ExhaustiveOracle.Amounts(
      ExhaustiveOracle(instance, keeping: minima), of: retained
    ).answer(raising: order)
    var walk = RankWalk(problem)
    guard walk.adopt(retained, witness: Self.witness(outcome, problem)) else { return }
    walk.raiseTotals(in: order.map { retained[$0] })
    walk.sparePurses()
    walk.spreadDraw()
    let network = walk.strict ?? walk.relaxed
    raised.retained = retained.map { problem.projects[$0].id }
    raised.totals = retained.map { network.total[$0] * problem.unit }
    raised.specific = network.used[problem.bins.specificRoot] * problem.unit
    raised.draw = problem.purses.indices.map { network.used[$0] * problem.unit }
  }

  private static func kept(
    _ outcome: Outcome, _ instance: Instance, _ random: inout SplitMix64
  ) -> [Int: Int64] {
    var reached = outcome.minima.map(\.reached).makeIterator()
    var kept: [Int: Int64] = [:]
    for (index, constraint) in instance.constraints.enumerated() where constraint.isSoft {
      kept[index] = max(0, (reached.next() ?? 0) - random.cents(0...1))
    }
    return kept
  }

  private static func witness(_ outcome: Outcome, _ problem: Problem) -> [Int64] {
    problem.cellProject.indices.map { cell in
      let purse = problem.purses[problem.cellPurse[cell]].id
      let part = outcome.projects[problem.cellProject[cell]].parts.first { $0.purse == purse }
      return (part?.amount.rawValue ?? 0) / problem.unit
    }
  }
}
