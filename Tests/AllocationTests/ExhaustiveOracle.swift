import Allocation
import Vocabulary

/// The definition of the strategy `rang` by enumeration, for instances of a few cents.
///
/// Each project has the list of its own grants vectors; a set of projects is possible when one vector
/// each can be chosen within every common limit. It knows nothing of flows.
struct ExhaustiveOracle {
  let instance: Instance
  /// By rank.
  let projects: [Instance.Project]
  let purses: [Instance.Purse]
  /// Soft minima that have become rules: what each must reach.
  let kept: [(minimum: Instance.Constraint, least: Int64)]
  let unit: Int64

  init(
    _ instance: Instance, keeping kept: [(minimum: Instance.Constraint, least: Int64)] = []
  ) {
    self.instance = instance
    self.kept = kept
    projects = instance.projects.sorted {
      // Identifiers here are ASCII, where the order of texts is the order of bytes.
      $0.rank == $1.rank ? $0.id < $1.id : $0.rank < $1.rank
    }
    purses = instance.purses
    unit = instance.parameters.rounding.rawValue
  }

  /// The strategy `rang`; nil when what is demanded is impossible.
  func solve() -> Amounts.Answer? { retained().map { Amounts(self, of: $0).answer } }

  /// The strategy `proportionnel`.
  func proportional() -> Amounts.Answer? { retained().map { Amounts(self, of: $0).shares } }

  /// The list, by rank.
  private func retained() -> [Int]? {
    var retained = demanded()
    guard isPossible(retained.sorted()), retained.allSatisfy({ mayBeRetained($0) }),
      respectsSets(retained)
    else { return nil }
    let order = serviceOrder(demanded: retained)
    for project in order where !retained.contains(project) {
      let wider = retained.union([project])
      if mayBeRetained(project), respectsSets(wider), isPossible(wider.sorted()) {
        retained = wider
      }
    }
    return retained.sorted()
  }

  func isPossible(_ set: [Int]) -> Bool { Amounts(self, of: set).isPossible }

  // MARK: - Retained sets

  func demanded() -> Set<Int> {
    var result = Set(
      projects.indices.filter { index in
        projects[index].band == .always
          || instance.pins.contains { $0.project == projects[index].id && $0.amount > .zero }
      })
    while true {
      let wider = result.union(result.flatMap { before($0) })
      if wider == result { return result }
      result = wider
    }
  }

  /// The projects that the same applicant puts before this one.
  func before(_ index: Int) -> [Int] {
    guard let applicant = projects[index].applicant, let order = projects[index].applicantOrder
    else { return [] }
    return projects.indices.filter {
      projects[$0].applicant == applicant && (projects[$0].applicantOrder ?? .max) < order
    }
  }

  func mayBeRetained(_ index: Int) -> Bool {
    let project = projects[index]
    if project.band == .never { return false }
    guard let threshold = instance.parameters.scoreThreshold else { return true }
    return (project.score ?? .min) >= threshold
  }

  func respectsSets(_ set: Set<Int>) -> Bool { respectsGroups(set) && respectsOrder(set) }

  func respectsOrder(_ set: Set<Int>) -> Bool { set.allSatisfy { set.isSuperset(of: before($0)) } }

  func respectsGroups(_ set: Set<Int>) -> Bool {
    let ids = Set(set.map { projects[$0].id })
    let counts = instance.constraints.allSatisfy { constraint in
      guard case .maximumCount(nil, let category, let most) = constraint else { return true }
      return set.count { category?.contains(projects[$0]) ?? true } <= Int(most)
    }
    return counts && instance.incompatibleGroups.allSatisfy { $0.count(where: ids.contains) <= 1 }
  }

  // MARK: - Grants of one project

  func vectors(of index: Int) -> [[Int64]] {
    let project = projects[index]
    var vectors: [[Int64]] = [[]]
    for purse in purses {
      let values = values(project, purse)
      vectors = vectors.flatMap { vector in values.map { vector + [$0] } }
    }
    var most = project.need
    if let share = instance.parameters.publicShare, let cost = project.cost {
      most = min(most, share.share(of: cost, rounding: .down))
    }
    return vectors.filter { vector in
      vector.total >= project.floor.rawValue && vector.total <= most.rawValue
        && respectsCommitments(project, vector) && respectsCofunding(vector)
    }
  }

  private func values(_ project: Instance.Project, _ purse: Instance.Purse) -> [Int64] {
    let cell = instance.cells.first { $0.project == project.id && $0.purse == purse.id }
    var values: [Int64] = [0]
    if let cell, cell.maximum > .zero {
      values += (max(1, cell.minimum.rawValue)...max(1, cell.maximum.rawValue)).filter {
        $0 % unit == 0 && $0 <= cell.maximum.rawValue
      }
    }
    for pin in instance.pins where pin.project == project.id && pin.purse == purse.id {
      values = values.filter { $0 == pin.amount.rawValue }
    }
    return values
  }

  private func given(_ vector: [Int64], _ purse: String) -> Int64 {
    purses.firstIndex { $0.id == purse }.map { vector[$0] } ?? 0
  }

  private func respectsCommitments(_ project: Instance.Project, _ vector: [Int64]) -> Bool {
    instance.commitments.filter { $0.project == project.id }.allSatisfy { row in
      let isDue = given(vector, row.condition) >= row.threshold.rawValue
      return given(vector, row.purse) == (isDue ? row.amount.rawValue : 0)
    }
  }

  private func respectsCofunding(_ vector: [Int64]) -> Bool {
    instance.constraints.allSatisfy { constraint in
      guard case .cofunding(let purse, let share) = constraint else { return true }
      let paid = given(vector, purse)
      return paid == 0 || (vector.total - paid) * 10_000 >= share.count * vector.total
    }
  }
}

extension [Int64] {
  var total: Int64 { reduce(0, +) }
}
