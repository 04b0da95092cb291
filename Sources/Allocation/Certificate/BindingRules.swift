import Vocabulary

/// The rules at their limit, read from an allocation: relaxing any other changes nothing at once.
struct BindingRules {
  private let instance: Instance
  private let totals: [String: Cents]
  private let grants: [String: [String: Cents]]
  private let saturated: Set<String>

  init(_ outcome: Outcome, _ instance: Instance) {
    self.instance = instance
    let retained = outcome.projects.filter(\.isRetained)
    totals = Dictionary(
      retained.map { ($0.id, $0.total) }, uniquingKeysWith: { first, _ in first })
    grants = Dictionary(
      retained.map { share in
        (share.id, Dictionary(share.parts.map { ($0.purse, $0.amount) }, uniquingKeysWith: +))
      }, uniquingKeysWith: { first, _ in first })
    saturated = Set(outcome.purses.filter(\.isSaturated).map(\.id))
  }

  /// In the order of the instance: constraints, groups, orders of preference, then settings.
  var rules: [Outcome.Demand] {
    let constraints = instance.constraints.enumerated().filter { binds($1) }
      .map { Outcome.Demand.constraint(index: $0, $1) }
    let groups = instance.incompatibleGroups.enumerated().filter { binds(group: $1) }
      .map { Outcome.Demand.group(index: $0, $1) }
    return constraints + groups + orders + settings
  }

  private func isRetained(_ id: String) -> Bool { totals[id] != nil }

  private func grant(_ purse: String, _ project: Instance.Project) -> Cents {
    grants[project.id]?[purse] ?? .zero
  }

  private func binds(_ constraint: Instance.Constraint) -> Bool {
    switch constraint {
    case .maximumShare(let purse, let category, let share):
      let most = instance.purse(purse).room(for: category, within: share)
      let given = instance.projects.filter(category.contains).map { grant(purse, $0) }.total()
      return given + instance.parameters.rounding > most
    case .maximumCount(let purse, let category, let most):
      let count = instance.projects.count { project in
        category?.contains(project) ?? true
          && purse.map { grant($0, project) > .zero } ?? isRetained(project.id)
      }
      return Int64(count) >= most
    case .cofunding(let purse, let share): return binds(cofunding: share, of: purse)
    case .reserve(let purse, let amount): return amount > .zero && saturated.contains(purse)
    case .reservation, .minimumShare, .minimumCount: return false
    }
  }

  /// Whether the purse could not pay one unit more to some project, all else being equal.
  private func binds(cofunding share: BasisPoints, of purse: String) -> Bool {
    let unit = instance.parameters.rounding.rawValue
    return instance.projects.contains { project in
      let paid = grant(purse, project).rawValue
      guard paid > 0, let total = totals[project.id], total < project.need else { return false }
      let others = Int128(total.rawValue - paid) * 10_000
      return others < Int128(share.count) * Int128(total.rawValue + unit)
    }
  }

  private func binds(group: [String]) -> Bool {
    group.contains(where: isRetained) && group.contains { !isRetained($0) }
  }

  /// The applicants of whom a project waits for another that is not retained.
  private var orders: [Outcome.Demand] {
    let refused = instance.projects.filter { !isRetained($0.id) && $0.applicantOrder != nil }
    return Dictionary(grouping: refused, by: \.applicant)
      .filter { Set($0.value.map(\.applicantOrder)).count > 1 }
      .compactMap(\.key).sorted { $0.precedesInBytes($1) }.map { .applicantOrder($0) }
  }

  private var settings: [Outcome.Demand] {
    var settings: [Outcome.Demand] = []
    let parameters = instance.parameters
    if let threshold = parameters.scoreThreshold,
      instance.projects.contains(where: { ($0.score ?? .min) < threshold && $0.band != .never })
    {
      settings.append(.scoreThreshold(threshold))
    }
    if let share = parameters.publicShare,
      instance.projects.contains(where: { isCapped($0, share) })
    {
      settings.append(.publicShare(share))
    }
    return settings
  }

  private func isCapped(_ project: Instance.Project, _ share: BasisPoints) -> Bool {
    let most = share.share(of: project.cost ?? .zero, rounding: .down)
    guard most < project.need else { return false }
    guard let total = totals[project.id] else { return most < project.floor }
    return total + parameters.rounding > most
  }

  private var parameters: Instance.Parameters { instance.parameters }
}
