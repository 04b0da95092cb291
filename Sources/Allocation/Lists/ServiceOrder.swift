import Vocabulary

/// In which order the projects that nobody demands are considered.
///
/// By rank, but for the projects that a reserved amount serves: those that it would retain if its purse
/// held nothing else, and if nobody else but the demanded projects asked for money, come first.
struct ServiceOrder {
  /// Places in the ranking.
  let projects: [Int]

  /// Whether nobody is served before a better ranked project.
  var isByRank: Bool { zip(projects, projects.dropFirst()).allSatisfy { $0 < $1 } }

  init(_ instance: Instance, _ problem: Problem) {
    var comesFirst = [Bool](repeating: false, count: problem.projects.count)
    for case .reservation(let purse, let category, let amount) in instance.constraints {
      for id in Self.served(by: amount, of: purse, category, instance, problem) {
        if let place = problem.place(of: id) { comesFirst[place] = true }
      }
    }
    problem.retention.keepTogether(&comesFirst, besides: problem.isMandatory)
    let free = problem.projects.indices.filter { !problem.isMandatory[$0] }
    projects = free.filter { comesFirst[$0] } + free.filter { !comesFirst[$0] }
  }

  private static func served(
    by amount: Cents, of purse: String, _ category: Instance.Category, _ instance: Instance,
    _ problem: Problem
  ) -> [String] {
    let alone = instance.with(only: amount, of: purse) { project in
      let isMandatory = problem.place(of: project.id).map { problem.isMandatory[$0] } ?? false
      return isMandatory || category.contains(project)
    }
    var walk = RankWalk(Problem(alone))
    let places = walk.problem.projects.indices
    // A demanded project that even the whole purse could not serve here is no reason to give up.
    for place in places where walk.problem.isMandatory[place] {
      _ = walk.admit(place, explain: false)
    }
    for place in places where !walk.problem.isMandatory[place] {
      _ = walk.admit(place, explain: false)
    }
    return places.filter { walk.isRetained[$0] && category.contains(walk.problem.projects[$0]) }
      .map { walk.problem.projects[$0].id }
  }
}

extension Instance {
  /// The instance where the purse distributes no more than that, for these projects only.
  ///
  /// The whole amount of the purse stays, since shares are counted on it.
  fileprivate func with(
    only amount: Cents, of purse: String, keeping isKept: (Project) -> Bool
  ) -> Instance {
    var alone = self
    alone.projects = projects.filter(isKept)
    let kept = Set(alone.projects.map(\.id))
    alone.cells = cells.filter { kept.contains($0.project) }
    alone.pins = pins.filter { kept.contains($0.project) }
    alone.commitments = commitments.filter { kept.contains($0.project) }
    alone.incompatibleGroups = incompatibleGroups.map { $0.filter(kept.contains) }
    var others = Cents.zero
    alone.constraints = constraints.filter { constraint in
      guard case .reserve(purse, let plain) = constraint else { return true }
      others += plain
      return false
    }
    let whole = purses.first { $0.id == purse }?.amount ?? .zero
    let available = max(.zero, whole - min(others, whole))
    alone.constraints.append(.reserve(purse: purse, amount: whole - min(amount, available)))
    return alone
  }
}
