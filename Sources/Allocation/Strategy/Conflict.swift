import Vocabulary

/// Demands that cannot be met together.
enum Conflict {
  /// Beyond that many demands, the set is cut down only to those that come before the failure.
  private static let reducibleDemands = 400

  /// A set of demands that fails while each of its proper subsets succeeds.
  static func minimal(
    in instance: Instance, of problem: Problem, failedAt failed: Int
  ) -> [Outcome.Demand] {
    let early = Set(problem.projects[...failed].map(\.id))
    // A project that fails may be wanted only because its applicant puts it before a demanded one.
    var demands = all(in: instance).filter { early.contains($0.project) }
    if isFeasible(demands, in: instance) { demands = all(in: instance) }
    guard demands.count <= reducibleDemands else { return demands }
    for demand in demands {
      let fewer = demands.filter { $0 != demand }
      if !isFeasible(fewer, in: instance) { demands = fewer }
    }
    return demands
  }

  private static func all(in instance: Instance) -> [Outcome.Demand] {
    let bands = instance.projects.filter { $0.band == .always }.map {
      Outcome.Demand(project: $0.id, purse: nil, amount: nil)
    }
    let pins = instance.pins.filter { $0.amount > .zero }.map {
      Outcome.Demand(project: $0.project, purse: $0.purse, amount: $0.amount)
    }
    return (bands + pins).sorted { left, right in
      if left.project != right.project { return left.project.precedesInBytes(right.project) }
      return (left.purse ?? "").precedesInBytes(right.purse ?? "")
    }
  }

  private static func isFeasible(_ demands: [Outcome.Demand], in instance: Instance) -> Bool {
    let kept = Set(demands)
    var reduced = instance
    for index in reduced.projects.indices where reduced.projects[index].band == .always {
      let demand = Outcome.Demand(project: reduced.projects[index].id, purse: nil, amount: nil)
      if !kept.contains(demand) { reduced.projects[index].band = .free }
    }
    reduced.pins.removeAll { pin in
      pin.amount > .zero
        && !kept.contains(
          Outcome.Demand(project: pin.project, purse: pin.purse, amount: pin.amount))
    }
    var walk = RankWalk(Problem(reduced))
    return walk.retainDemanded() == nil
  }
}
