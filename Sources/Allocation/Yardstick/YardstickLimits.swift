import Vocabulary

/// What shares and counts still allow.
struct YardstickLimits {
  /// What a rule is about: a purse or none, a category or none.
  private struct Subject: Hashable {
    let purse: String?
    let category: Instance.Category?
  }

  /// Only the tightest rule on a subject matters.
  private var money: [Subject: Cents] = [:]
  private var counts: [Subject: Int64] = [:]

  init(_ instance: Instance) {
    let purses = Dictionary(
      instance.purses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for constraint in instance.constraints {
      let subject = Subject(purse: constraint.purse, category: constraint.category)
      switch constraint {
      case .maximumShare(let purse, let category, let share):
        let most = purses[purse]?.room(for: category, within: share) ?? .zero
        money[subject] = min(most, money[subject] ?? most)
      case .maximumCount(_, _, let count): counts[subject] = min(count, counts[subject] ?? count)
      case .cofunding, .reserve, .reservation, .minimumShare, .minimumCount: break
      }
    }
  }

  private func subjects(_ purse: String?, _ project: Instance.Project) -> [Subject] {
    var categories = Set(project.districts).map { Instance.Category(.district, $0) }
    if let axis = project.axis { categories.append(Instance.Category(.axis, axis)) }
    if let kind = project.applicantKind {
      categories.append(Instance.Category(.applicantKind, kind))
    }
    return [Subject(purse: purse, category: nil)]
      + categories.map { Subject(purse: purse, category: $0) }
  }

  func allowOneMore(_ project: Instance.Project) -> Bool {
    subjects(nil, project).allSatisfy { counts[$0] ?? 1 > 0 }
  }

  /// What the purse may still give to a project of these categories.
  func room(on purse: String, for project: Instance.Project) -> Cents {
    var room = Cents.limit
    for subject in subjects(purse, project) {
      if let count = counts[subject], count <= 0 { return .zero }
      room = min(room, money[subject] ?? room)
    }
    return room
  }

  mutating func take(_ amount: Cents, from purse: String, for project: Instance.Project) {
    for subject in subjects(purse, project) {
      if let money = money[subject] { self.money[subject] = money - amount }
      if let count = counts[subject] { counts[subject] = count - 1 }
    }
  }

  mutating func retain(_ project: Instance.Project) {
    for subject in subjects(nil, project) {
      if let count = counts[subject] { counts[subject] = count - 1 }
    }
  }
}

/// Who may still be retained, whatever the money.
struct YardstickRetention {
  private let threshold: Int64?
  private let groups: [String: [Int]]
  private var isTaken: [Bool]
  /// For each applicant and each place in its order, how many projects are still awaited.
  private var awaited: [String: [Int64: Int]] = [:]

  init(_ instance: Instance) {
    threshold = instance.parameters.scoreThreshold
    var groups: [String: [Int]] = [:]
    for (group, members) in instance.incompatibleGroups.enumerated() {
      for member in Set(members) { groups[member, default: []].append(group) }
    }
    self.groups = groups
    isTaken = [Bool](repeating: false, count: instance.incompatibleGroups.count)
    for project in instance.projects {
      guard let applicant = project.applicant, let order = project.applicantOrder else { continue }
      awaited[applicant, default: [:]][order, default: 0] += 1
    }
  }

  func allows(_ project: Instance.Project) -> Bool {
    guard project.band != .never, (project.score ?? .min) >= threshold ?? .min,
      !(groups[project.id] ?? []).contains(where: { isTaken[$0] })
    else { return false }
    guard let applicant = project.applicant, let order = project.applicantOrder else { return true }
    return awaited[applicant, default: [:]].allSatisfy { $0.key >= order || $0.value == 0 }
  }

  mutating func retain(_ project: Instance.Project) {
    for group in groups[project.id] ?? [] { isTaken[group] = true }
    guard let applicant = project.applicant, let order = project.applicantOrder else { return }
    awaited[applicant]?[order]? -= 1
  }
}
