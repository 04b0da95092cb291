import Vocabulary

extension RuleAdvice {
  /// A rule in the way of a project, with its numbers when it has any.
  struct Candidate {
    let demand: Outcome.Demand
    var range: Range?
  }

  /// The numbers a rule may be given.
  struct Range {
    let present: Int64
    /// The one with which it forbids nothing.
    let loosest: Int64
    /// The one worth trying first.
    var first: Int64
  }

  /// The rules that may be what refuses the project, the most likely first.
  func candidates(for refusal: WalkRefusal) -> [Candidate] {
    let project = problem.projects[refusal.project]
    switch refusal.admission {
    case .retained: return []
    case .refused(let reason): return candidates(project, reason)
    case .outOfMoney(let shortage): return limits(shortage) + reserves(shortage)
    case .outvalued: return []
    case .unproven: return sideRules(of: project)
    }
  }

  private func candidates(_ project: Instance.Project, _ reason: RuleRefusal) -> [Candidate] {
    switch reason {
    case .band: return [Candidate(demand: .band(project: project.id, project.band))]
    case .score(let threshold):
      guard let score = project.score else { return [] }
      let range = Range(present: threshold, loosest: score, first: score)
      return [Candidate(demand: .scoreThreshold(threshold), range: range)]
    case .floorAboveCeiling: return publicShare(for: project).map { [$0] } ?? []
    case .incompatible(let other):
      return instance.incompatibleGroups.enumerated()
        .filter { $1.contains(project.id) && $1.contains(other) }
        .map { Candidate(demand: .group(index: $0, $1)) }
    case .count(let most, let category):
      return rules { $0 == .maximumCount(purse: nil, of: category, count: most) }
    case .combination: return sideRules(of: project)
    case .commitmentOutsideCell:
      return instance.commitments.enumerated().filter { $1.project == project.id }
        .map { Candidate(demand: .commitment(index: $0, $1)) }
    case .applicantOrder, .pinOutsideCell, .softMinimum: return []
    }
  }

  /// The public share that would make room for the floor, rounded up to the unit of grants.
  private func publicShare(for project: Instance.Project) -> Candidate? {
    guard let share = instance.parameters.publicShare, let cost = project.cost, cost > .zero
    else { return nil }
    let unit = problem.unit
    let floor = Int128((project.floor.rawValue + unit - 1) / unit) * Int128(unit)
    let least = (floor * 10_000 + Int128(cost.rawValue) - 1) / Int128(cost.rawValue)
    guard least <= 10_000 else { return nil }
    let range = Range(present: share.count, loosest: 10_000, first: Int64(least))
    return Candidate(demand: .publicShare(share), range: range)
  }

  /// The share limits that bind, with the rate that would let in what is missing.
  private func limits(_ shortage: Shortage) -> [Candidate] {
    shortage.limits.flatMap { entry -> [Candidate] in
      let purse = problem.purses[entry.purse]
      let rule = Instance.Constraint.maximumShare(
        purse: purse.id, of: entry.limit.category, share: entry.limit.share)
      let room = purse.room(for: entry.limit.category, within: entry.limit.share)
      let present = room.rawValue / problem.unit
      let given = purse.earlier.given(to: entry.limit.category)
      let wanted =
        ((Int128(present) + Int128(shortage.missing)) * Int128(problem.unit)
          + Int128(given.rawValue)) * 10_000
      let amount = Int128(max(1, purse.whole.rawValue))
      let rate = min((wanted + amount - 1) / amount, 10_000)
      return rules { $0 == rule }.map { $0.trying(Int64(rate)) }
    }
  }

  /// The reserves of the purses that bind, less what is missing.
  private func reserves(_ shortage: Shortage) -> [Candidate] {
    let purses = Set(shortage.purses.map { problem.purses[$0].id })
    return rules { rule in
      if case .reserve(let purse, _) = rule { purses.contains(purse) } else { false }
    }.map { candidate in
      candidate.trying(
        max(0, (candidate.range?.present ?? 0) - shortage.missing * problem.unit))
    }
  }

  /// The rules that a flow cannot carry and that concern the project or the purses that may pay it.
  private func sideRules(of project: Instance.Project) -> [Candidate] {
    let purses = Set(instance.cells.filter { $0.project == project.id }.map(\.purse))
    return rules { rule in
      guard rule.purse.map(purses.contains) ?? true, rule.category?.contains(project) ?? true
      else { return false }
      return switch rule {
      case .maximumShare, .maximumCount, .cofunding: true
      case .reserve, .reservation, .minimumShare, .minimumCount: false
      }
    }
  }

  /// The rows of `contraintes` of a kind, with the ranges of their numbers.
  private func rules(_ isWanted: (Instance.Constraint) -> Bool) -> [Candidate] {
    instance.constraints.enumerated().filter { isWanted($1) }
      .sorted { ($0.element.french, $0.offset) < ($1.element.french, $1.offset) }
      .map { index, rule in
        Candidate(demand: .constraint(index: index, rule), range: range(of: rule))
      }
  }

  private func range(of rule: Instance.Constraint) -> Range? {
    let present = rule.number
    switch rule {
    case .maximumShare: return Range(present: present, loosest: 10_000, first: present + 1)
    case .maximumCount:
      let most = max(present, Int64(problem.projects.count))
      return Range(present: present, loosest: most, first: present + 1)
    case .cofunding, .reserve: return Range(present: present, loosest: 0, first: present - 1)
    case .reservation, .minimumShare, .minimumCount: return nil
    }
  }
}

extension RuleAdvice.Candidate {
  fileprivate func trying(_ first: Int64) -> Self {
    var candidate = self
    candidate.range?.first = first
    return candidate
  }
}
