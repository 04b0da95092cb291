import Vocabulary

/// Rules that look only at which projects are retained, never at amounts.
struct RetentionRules {
  /// The incompatible groups of each project.
  private let groupsOf: [Int: [Int]]
  /// The projects of each group.
  private let groups: [[Int]]
  /// For each project, those its applicant puts before it.
  private let preferred: [[Int]]
  private let counts: [(most: Int64, contains: [Bool], category: Instance.Category?)]
  /// How many retained projects each count has met.
  private var taken: [Int64]

  init(instance: Instance, projects: [Instance.Project]) {
    let index = Dictionary(
      projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    groups = instance.incompatibleGroups.map { $0.compactMap { index[$0] } }
    var groupsOf: [Int: [Int]] = [:]
    for (group, members) in groups.enumerated() {
      for member in members { groupsOf[member, default: []].append(group) }
    }
    self.groupsOf = groupsOf
    preferred = Self.preferences(projects)
    counts = instance.constraints.compactMap { constraint in
      guard case .maximumCount(nil, let category, let most) = constraint else { return nil }
      return (most, projects.map { category?.contains($0) ?? true }, category)
    }
    taken = [Int64](repeating: 0, count: counts.count)
  }

  /// Takes note of a retained project.
  mutating func retain(_ project: Int) {
    for index in counts.indices where counts[index].contains[project] { taken[index] += 1 }
  }

  private static func preferences(_ projects: [Instance.Project]) -> [[Int]] {
    var result = [[Int]](repeating: [], count: projects.count)
    let ordered = projects.indices.filter {
      projects[$0].applicant != nil && projects[$0].applicantOrder != nil
    }
    for members in Dictionary(grouping: ordered, by: { projects[$0].applicant }).values {
      let sorted = members.sorted {
        (projects[$0].applicantOrder ?? 0, $0) < (projects[$1].applicantOrder ?? 0, $1)
      }
      // The nearest smaller order is enough: those before it follow by the same rule.
      for (place, member) in sorted.enumerated() {
        let order = projects[member].applicantOrder
        let smaller = sorted[..<place].filter { projects[$0].applicantOrder != order }
        guard let last = smaller.last else { continue }
        result[member] = smaller.filter {
          projects[$0].applicantOrder == projects[last].applicantOrder
        }
      }
    }
    return result
  }

  /// The demanded projects and those that their applicants put before them.
  func closure(of demanded: [Bool]) -> [Bool] {
    var result = demanded
    var pending = demanded.indices.filter { demanded[$0] }
    while let project = pending.popLast() {
      for other in preferred[project] where !result[other] {
        result[other] = true
        pending.append(other)
      }
    }
    return result
  }

  /// Takes out of a group the projects that their applicants put after others left out of it.
  func keepTogether(_ group: inout [Bool], besides others: [Bool]) {
    var isStable = false
    while !isStable {
      isStable = true
      for project in group.indices where group[project] {
        guard preferred[project].contains(where: { !group[$0] && !others[$0] }) else { continue }
        group[project] = false
        isStable = false
      }
    }
  }

  /// Why the project cannot join the retained ones; nil when it can.
  ///
  /// The applicant's order of a demanded project is settled by ``closure(of:)``.
  func refusal(
    of project: Int, beside retained: [Bool], isDemanded: Bool, projects: [Instance.Project]
  ) -> RuleRefusal? {
    for group in groupsOf[project] ?? [] {
      if let other = groups[group].first(where: { retained[$0] && $0 != project }) {
        return .incompatible(with: projects[other].id)
      }
    }
    if !isDemanded, let missing = preferred[project].first(where: { !retained[$0] }) {
      return .applicantOrder(missing: projects[missing].id)
    }
    for (index, count) in counts.enumerated() where count.contains[project] {
      if taken[index] >= count.most { return .count(count.most, count.category) }
    }
    return nil
  }
}
