import Allocation
import Vocabulary

extension ExhaustiveOracle {
  /// Places in the ranking, those that a reserved amount serves first.
  func serviceOrder(demanded: Set<Int>) -> [Int] {
    var first: Set<Int> = []
    for case .reservation(let purse, let category, let amount) in instance.constraints {
      let alone = alone(purse, amount) { demanded.contains($0) || category.contains(projects[$0]) }
      let served = Set(alone.walk().map { alone.projects[$0].id })
      first.formUnion(
        projects.indices.filter {
          served.contains(projects[$0].id) && category.contains(projects[$0])
        })
    }
    while let orphan = first.first(where: { place in
      !before(place).allSatisfy { first.contains($0) || demanded.contains($0) }
    }) {
      first.remove(orphan)
    }
    return first.sorted() + projects.indices.filter { !first.contains($0) }
  }

  /// The instance where a purse distributes the reserved amount only, to some projects only.
  private func alone(
    _ purse: String, _ amount: Cents, _ isKept: (Int) -> Bool
  ) -> ExhaustiveOracle {
    var alone = instance
    alone.projects = projects.indices.filter(isKept).map { projects[$0] }
    var left = purses.first { $0.id == purse }?.amount.rawValue ?? 0
    let whole = left
    for case .reserve(purse, let kept) in instance.constraints { left -= kept.rawValue }
    alone.constraints.removeAll { constraint in
      if case .reserve(purse, _) = constraint { return true }
      if case .reservation = constraint { return true }
      return false
    }
    let served = min(amount.rawValue, max(0, left))
    alone.constraints.append(.reserve(purse: purse, amount: Cents(whole - served)))
    return ExhaustiveOracle(alone)
  }

  /// The walk itself, demanded projects first, none of which is a condition.
  private func walk() -> [Int] {
    let demanded = demanded()
    var retained: Set<Int> = []
    for place in demanded.sorted() + projects.indices.filter({ !demanded.contains($0) }) {
      let wider = retained.union([place])
      let isFree = demanded.contains(place) || respectsOrder(wider)
      if mayBeRetained(place), isFree, respectsGroups(wider), isPossible(wider.sorted()) {
        retained = wider
      }
    }
    return retained.sorted()
  }
}
