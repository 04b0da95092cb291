import Vocabulary

extension Instance.Minimum {
  /// What becomes of each soft rule of an instance, in its order.
  static func all(of instance: Instance, _ shares: [Outcome.ProjectShare]) -> [Self] {
    let soft = instance.constraints.filter(\.isSoft)
    guard !soft.isEmpty else { return [] }
    let byID = Dictionary(
      instance.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let given = shares.filter(\.isRetained).compactMap { share in
      byID[share.id].map { (project: $0, share: share) }
    }
    return soft.compactMap { constraint in
      switch constraint {
      case .minimumShare(let id, let category, let rate):
        let purse = instance.purse(id)
        let reached = given.filter { category.contains($0.project) }
          .map { $0.share.amount(from: id) }.total()
        return Self(
          constraint: constraint, target: purse.target(rate).rawValue,
          reached: (reached + purse.earlier.given(to: category)).rawValue)
      case .minimumCount(let id, let category, let least):
        let reached = given.count { entry in
          category?.contains(entry.project) ?? true
            && id.map { entry.share.amount(from: $0) > .zero } ?? true
        }
        return Self(constraint: constraint, target: least, reached: Int64(reached))
      default: return nil
      }
    }
  }
}

extension Outcome.ProjectShare {
  /// What one purse gives it.
  fileprivate func amount(from purse: String) -> Cents {
    parts.first { $0.purse == purse }?.amount ?? .zero
  }
}
