import Vocabulary

extension Outcome.Demand {
  /// The instance without this demand.
  package func removed(from instance: Instance) -> Instance {
    var changed = instance
    switch self {
    case .band(let project, _): changed.change(project) { $0.band = .free }
    case .pin(let pin): changed.pins.removeAll { $0 == pin }
    case .commitment(_, let row): changed.commitments.removeAll { $0 == row }
    case .constraint(let index, _): changed.constraints.remove(at: index)
    case .group(let index, _): changed.incompatibleGroups.remove(at: index)
    case .applicantOrder(let applicant):
      for index in changed.projects.indices where changed.projects[index].applicant == applicant {
        changed.projects[index].applicantOrder = nil
      }
    case .scoreThreshold: changed.parameters.scoreThreshold = nil
    case .publicShare: changed.parameters.publicShare = nil
    case .rounding: changed.parameters.rounding = Cents(1)
    }
    return changed
  }

  /// The instance where the number of this demand is another one; nil when it has no number.
  package func set(to value: Int64, in instance: Instance) -> Instance? {
    var changed = instance
    switch self {
    case .constraint(let index, let constraint):
      guard let row = constraint.with(value) else { return nil }
      changed.constraints[index] = row
    case .scoreThreshold: changed.parameters.scoreThreshold = value
    case .publicShare: changed.parameters.publicShare = BasisPoints(value)
    case .band, .pin, .commitment, .group, .applicantOrder, .rounding: return nil
    }
    return changed
  }
}

extension Instance.Constraint {
  /// The same rule with another number.
  func with(_ value: Int64) -> Self? {
    switch self {
    case .maximumShare(let purse, let category, _):
      .maximumShare(purse: purse, of: category, share: BasisPoints(value))
    case .maximumCount(let purse, let category, _):
      .maximumCount(purse: purse, of: category, count: value)
    case .cofunding(let purse, _): .cofunding(purse: purse, share: BasisPoints(value))
    case .reserve(let purse, _): .reserve(purse: purse, amount: Cents(value))
    case .reservation, .minimumShare, .minimumCount: nil
    }
  }

  /// The number of the rule.
  var number: Int64 {
    switch self {
    case .maximumShare(_, _, let share), .minimumShare(_, _, let share), .cofunding(_, let share):
      share.count
    case .maximumCount(_, _, let count), .minimumCount(_, _, let count): count
    case .reserve(_, let amount), .reservation(_, _, let amount): amount.rawValue
    }
  }
}

extension Instance {
  mutating func change(_ project: String, _ body: (inout Project) -> Void) {
    guard let index = projects.firstIndex(where: { $0.id == project }) else { return }
    body(&projects[index])
  }
}
