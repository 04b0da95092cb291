import Allocation
import TestKit
import Testing
import Vocabulary

@Suite struct `The same problem told otherwise` {
  static let features: [TinyInstances.Features] = [[], [.minima, .shares, .reservations], .all]

  @Test(arguments: features)
  func `in tens of cents gives ten times as much`(features: TinyInstances.Features) {
    for (instance, strategy) in Self.cases(features, seed: 51) {
      let outcome = Allocator.solve(instance, strategy: strategy)
      let larger = Allocator.solve(instance.times(10), strategy: strategy)
      #expect(amounts(larger) == amounts(outcome).map { $0.map { $0 * 10 } })
      #expect(larger.objective == outcome.objective)
      #expect(larger.status == outcome.status)
    }
  }

  @Test(arguments: features)
  func `with other names in the same order gives the same`(features: TinyInstances.Features) {
    for (instance, strategy) in Self.cases(features, seed: 52) {
      let outcome = Allocator.solve(instance, strategy: strategy)
      let renamed = Allocator.solve(instance.renamed { "Z-\($0)" }, strategy: strategy)
      #expect(amounts(renamed) == amounts(outcome))
      #expect(renamed.projects.map(\.id) == outcome.projects.map { "Z-\($0.id)" })
    }
  }

  @Test(arguments: features)
  func `with its rows shuffled gives the same bytes`(features: TinyInstances.Features) {
    var random = SplitMix64(seed: 53)
    for (instance, strategy) in Self.cases(features, seed: 53) {
      var shuffled = instance
      shuffled.projects.shuffle(using: &random)
      shuffled.purses.shuffle(using: &random)
      shuffled.cells.shuffle(using: &random)
      shuffled.commitments.shuffle(using: &random)
      let outcome = Allocator.solve(instance, strategy: strategy)
      // A conflict names rows by their place in the file.
      guard outcome.status != .infeasible else { continue }
      #expect(Allocator.solve(shuffled, strategy: strategy).json == outcome.json)
    }
  }

  private static func cases(
    _ features: TinyInstances.Features, seed: UInt64
  ) -> [(Instance, Strategy)] {
    (UInt64(0)..<100).flatMap { number -> [(Instance, Strategy)] in
      let instance = TinyInstances.instance(seed: seed << 32 + number, features)
      return [(instance, .rank), (instance, .proportional)]
    }
  }

  private func amounts(_ outcome: Outcome) -> [[Int64]] {
    outcome.projects.map { project in project.parts.map(\.amount.rawValue) }
  }
}

extension Instance {
  /// Every amount and the rounding multiplied.
  fileprivate func times(_ factor: Int64) -> Instance {
    func scale(_ amount: inout Cents) { amount = Cents(amount.rawValue * factor) }
    var larger = self
    for index in projects.indices {
      scale(&larger.projects[index].need)
      scale(&larger.projects[index].floor)
      larger.projects[index].cost = projects[index].cost.map { Cents($0.rawValue * factor) }
    }
    for index in purses.indices { scale(&larger.purses[index].amount) }
    for index in cells.indices {
      scale(&larger.cells[index].minimum)
      scale(&larger.cells[index].maximum)
    }
    for index in pins.indices { scale(&larger.pins[index].amount) }
    for index in commitments.indices {
      scale(&larger.commitments[index].amount)
      scale(&larger.commitments[index].threshold)
    }
    scale(&larger.parameters.rounding)
    larger.constraints = constraints.map { constraint in
      switch constraint {
      case .reserve(let purse, var amount):
        scale(&amount)
        return .reserve(purse: purse, amount: amount)
      case .reservation(let purse, let category, var amount):
        scale(&amount)
        return .reservation(purse: purse, of: category, amount: amount)
      default: return constraint
      }
    }
    return larger
  }

  /// Every identifier of a project or of a purse replaced.
  fileprivate func renamed(_ name: (String) -> String) -> Instance {
    var other = self
    for index in projects.indices { other.projects[index].id = name(projects[index].id) }
    for index in purses.indices { other.purses[index].id = name(purses[index].id) }
    for index in cells.indices {
      other.cells[index].project = name(cells[index].project)
      other.cells[index].purse = name(cells[index].purse)
    }
    for index in pins.indices {
      other.pins[index].project = name(pins[index].project)
      other.pins[index].purse = name(pins[index].purse)
    }
    for index in commitments.indices {
      other.commitments[index].project = name(commitments[index].project)
      other.commitments[index].purse = name(commitments[index].purse)
      other.commitments[index].condition = name(commitments[index].condition)
    }
    other.incompatibleGroups = incompatibleGroups.map { $0.map(name) }
    other.constraints = constraints.map { $0.renamed(name) }
    return other
  }
}

extension Instance.Constraint {
  fileprivate func renamed(_ name: (String) -> String) -> Self {
    switch self {
    case .maximumShare(let purse, let category, let share):
      .maximumShare(purse: name(purse), of: category, share: share)
    case .maximumCount(let purse, let category, let count):
      .maximumCount(purse: purse.map(name), of: category, count: count)
    case .cofunding(let purse, let share): .cofunding(purse: name(purse), share: share)
    case .reserve(let purse, let amount): .reserve(purse: name(purse), amount: amount)
    case .reservation(let purse, let category, let amount):
      .reservation(purse: name(purse), of: category, amount: amount)
    case .minimumShare(let purse, let category, let share):
      .minimumShare(purse: name(purse), of: category, share: share)
    case .minimumCount(let purse, let category, let count):
      .minimumCount(purse: purse.map(name), of: category, count: count)
    }
  }
}
