import Allocation
import Vocabulary

/// The definition of the strategy `rang` by enumeration, for instances of a few cents.
///
/// Each project has the list of its own grants vectors; a set of projects is possible when one vector
/// each can be chosen within every common limit. It knows nothing of flows.
struct ExhaustiveOracle {
  struct Answer: Equatable {
    var retained: [String] = []
    var totals: [Int64] = []
    var specific: Int64 = 0
  }

  private let instance: Instance
  private let projects: [Instance.Project]
  private let purses: [Instance.Purse]
  private let unit: Int64

  init(_ instance: Instance) {
    self.instance = instance
    projects = instance.projects.sorted {
      // Identifiers here are ASCII, where the order of texts is the order of bytes.
      $0.rank == $1.rank ? $0.id < $1.id : $0.rank < $1.rank
    }
    purses = instance.purses
    unit = instance.parameters.rounding.rawValue
  }

  /// Nil when what is demanded is impossible.
  func solve() -> Answer? {
    var retained = demanded()
    guard isPossible(retained.sorted()), retained.allSatisfy({ mayBeRetained($0) }),
      respectsSets(retained)
    else { return nil }
    for project in projects.indices where !retained.contains(project) {
      let wider = retained.union([project])
      if mayBeRetained(project), respectsSets(wider), isPossible(wider.sorted()) {
        retained = wider
      }
    }
    return amounts(of: retained.sorted())
  }

  private func amounts(of retained: [Int]) -> Answer {
    var answer = Answer(retained: retained.map { projects[$0].id })
    var options = retained.map { vectors(of: $0) }
    for place in options.indices {
      let best = Set(options[place].map(total)).sorted(by: >).first { wanted in
        var narrowed = options
        narrowed[place] = options[place].filter { total($0) == wanted }
        return fits(retained, narrowed)
      }
      answer.totals.append(best ?? -1)
      options[place] = options[place].filter { total($0) == best }
    }
    answer.specific = (0...1_000).first { fits(retained, options, specific: $0) } ?? -1
    return answer
  }

  private func total(_ vector: [Int64]) -> Int64 { vector.reduce(0, +) }

  private func isPossible(_ set: [Int]) -> Bool {
    fits(set, set.map { vectors(of: $0) })
  }

  // MARK: - Retained sets

  private func demanded() -> Set<Int> {
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
  private func before(_ index: Int) -> [Int] {
    guard let applicant = projects[index].applicant, let order = projects[index].applicantOrder
    else { return [] }
    return projects.indices.filter {
      projects[$0].applicant == applicant && (projects[$0].applicantOrder ?? .max) < order
    }
  }

  private func mayBeRetained(_ index: Int) -> Bool {
    let project = projects[index]
    if project.band == .never { return false }
    guard let threshold = instance.parameters.scoreThreshold else { return true }
    return (project.score ?? .min) >= threshold
  }

  private func respectsSets(_ set: Set<Int>) -> Bool {
    let ids = Set(set.map { projects[$0].id })
    let counts = instance.constraints.allSatisfy { constraint in
      guard case .maximumCount(nil, let category, let most) = constraint else { return true }
      return set.count { category?.contains(projects[$0]) ?? true } <= Int(most)
    }
    return counts
      && instance.incompatibleGroups.allSatisfy { $0.count(where: ids.contains) <= 1 }
      && set.allSatisfy { set.isSuperset(of: before($0)) }
  }

  // MARK: - Grants of one project

  private func vectors(of index: Int) -> [[Int64]] {
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
      total(vector) >= project.floor.rawValue && total(vector) <= most.rawValue
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
      return paid == 0 || (total(vector) - paid) * 10_000 >= share.count * total(vector)
    }
  }

  // MARK: - Common limits

  /// Something common to several projects that must not exceed `most`.
  private struct Limit {
    let most: Int64
    let use: (Instance.Project, [Int64]) -> Int64
  }

  /// Whether one vector each can be chosen within the purses, shares, counts and specific money.
  private func fits(
    _ set: [Int], _ options: [[[Int64]]], specific: Int64 = .max
  ) -> Bool {
    let limits = limits(specific: specific)
    let uses = zip(set, options).map { index, vectors in
      Array(Set(vectors.map { vector in limits.map { $0.use(projects[index], vector) } }))
    }
    var dead: Set<[Int64]> = []
    return choose(uses, 0, limits.map(\.most), &dead)
  }

  private func limits(specific: Int64) -> [Limit] {
    var limits: [Limit] = purses.enumerated().map { index, purse in
      var most = purse.amount.rawValue
      for case .reserve(purse.id, let kept) in instance.constraints { most -= kept.rawValue }
      return Limit(most: max(0, most)) { $1[index] }
    }
    let special = purses.indices.filter { purses[$0].nature == .specific }
    limits.append(Limit(most: specific) { _, vector in special.reduce(0) { $0 + vector[$1] } })
    return limits + instance.constraints.compactMap(limit)
  }

  private func limit(of constraint: Instance.Constraint) -> Limit? {
    switch constraint {
    case .maximumShare(let id, let category, let share):
      guard let purse = purses.firstIndex(where: { $0.id == id }) else { return nil }
      let most = purses[purse].amount.rawValue * share.count / 10_000
      return Limit(most: most) { category.contains($0) ? $1[purse] : 0 }
    case .maximumCount(let id?, let category, let most):
      guard let purse = purses.firstIndex(where: { $0.id == id }) else { return nil }
      return Limit(most: most) { (category?.contains($0) ?? true) && $1[purse] > 0 ? 1 : 0 }
    case .maximumCount, .cofunding, .reserve, .reservation, .minimumShare, .minimumCount: return nil
    }
  }

  private func choose(
    _ options: [[[Int64]]], _ place: Int, _ left: [Int64], _ dead: inout Set<[Int64]>
  ) -> Bool {
    guard place < options.count else { return true }
    let key = [Int64(place)] + left
    if dead.contains(key) { return false }
    for use in options[place] {
      let after = zip(left, use).map { $0 - $1 }
      if after.allSatisfy({ $0 >= 0 }), choose(options, place + 1, after, &dead) { return true }
    }
    dead.insert(key)
    return false
  }
}
