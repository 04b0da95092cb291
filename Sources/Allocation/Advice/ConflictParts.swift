import Vocabulary

extension Instance {
  /// The projects that are demanded, or put by their applicant before one that is, and their rows.
  var demandedPart: Instance {
    let problem = Problem(self)
    let demanded = Set(
      problem.projects.indices.filter { problem.isMandatory[$0] }.map { problem.projects[$0].id })
    var part = self
    part.projects.removeAll { !demanded.contains($0.id) }
    part.cells.removeAll { !demanded.contains($0.project) }
    part.pins.removeAll { !demanded.contains($0.project) }
    part.commitments.removeAll { !demanded.contains($0.project) }
    return part
  }

  /// What may be withdrawn of what concerns a part of the instance, in an order that does not depend on
  /// the order of the rows.
  func demands(concerning part: Instance) -> [Outcome.Demand] {
    let projects = part.projects.sorted { $0.precedes($1) }
    let kept = Set(projects.map(\.id))
    var all = projects.filter { $0.band != .free }.map {
      Outcome.Demand.band(project: $0.id, $0.band)
    }
    all += part.pins.map { .pin($0) }.sortedByContent
    all +=
      commitments.enumerated().filter { kept.contains($1.project) }
      .map { .commitment(index: $0, $1) }.sortedByContent
    all +=
      incompatibleGroups.enumerated().filter { $1.count(where: kept.contains) > 1 }
      .map { .group(index: $0, $1) }.sortedByContent
    all += Set(projects.filter { $0.applicantOrder != nil }.compactMap(\.applicant))
      .sorted { $0.precedesInBytes($1) }.map { .applicantOrder($0) }
    if let threshold = parameters.scoreThreshold { all.append(.scoreThreshold(threshold)) }
    if let share = parameters.publicShare { all.append(.publicShare(share)) }
    if parameters.rounding > Cents(1) { all.append(.rounding(parameters.rounding)) }
    let paid = Set(part.cells.map(\.purse))
    all +=
      constraints.enumerated()
      .filter { $1.mayBind(projects, paidBy: paid) }
      .map { .constraint(index: $0, $1) }.sortedByContent
    return all
  }

  /// The instance with these demands only.
  package func keeping(_ demands: [Outcome.Demand]) -> Instance {
    var kept = Instance(projects: projects, purses: purses, cells: cells)
    for index in kept.projects.indices {
      kept.projects[index].band = .free
      kept.projects[index].applicantOrder = nil
    }
    let places = Dictionary(
      projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for demand in demands { kept.add(demand, places: places, from: self) }
    return kept
  }

  private mutating func add(
    _ demand: Outcome.Demand, places: [String: Int], from whole: Instance
  ) {
    switch demand {
    case .band(let project, let band):
      if let place = places[project] { projects[place].band = band }
    case .pin(let pin): pins.append(pin)
    case .commitment(_, let row): commitments.append(row)
    case .constraint(_, let constraint): constraints.append(constraint)
    case .group(_, let members): incompatibleGroups.append(members)
    case .applicantOrder(let applicant):
      for index in projects.indices where projects[index].applicant == applicant {
        projects[index].applicantOrder = whole.projects[index].applicantOrder
      }
    case .scoreThreshold(let threshold): parameters.scoreThreshold = threshold
    case .publicShare(let share): parameters.publicShare = share
    case .rounding(let unit): parameters.rounding = unit
    }
  }
}

extension [Outcome.Demand] {
  /// In an order that the places of the rows do not change.
  fileprivate var sortedByContent: Self { sorted { $0.french.precedesInBytes($1.french) } }
}

extension Instance.Constraint {
  /// Whether it bounds what the projects receive, from the purses that may pay them.
  fileprivate func mayBind(_ projects: [Instance.Project], paidBy purses: Set<String>) -> Bool {
    switch self {
    case .minimumShare, .minimumCount, .reservation: return false
    case .maximumShare, .maximumCount, .cofunding, .reserve: break
    }
    guard purse.map(purses.contains) ?? true else { return false }
    return category.map { projects.contains(where: $0.contains) } ?? true
  }
}
