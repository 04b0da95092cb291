import Vocabulary

/// One computation of a comparison: the instance, its outcome, and sums of it.
public struct ScenarioResult: Hashable, Sendable {
  public let name: String
  /// What was computed.
  public let instance: Instance
  public let outcome: Outcome
  /// Every project of the instance by rank then identifier, even when the outcome is infeasible.
  public let projects: [Outcome.ProjectShare]
  /// By identifier.
  public let purses: [PurseTally]
  /// By code, the projects that have none last.
  public let districts: [DistrictTally]
  /// By axis, the projects that have none last.
  public let axes: [CategoryTally]
  /// By kind of applicant, the projects that have none last.
  public let applicantKinds: [CategoryTally]
  /// How unequal the euros per inhabitant of the counted districts are.
  public let inequality: Inequality?
  private let index: [String: Int]

  /// What one project receives; nil when it is not of the instance.
  public func share(of project: String) -> Outcome.ProjectShare? {
    index[project].map { projects[$0] }
  }

  init(
    name: String, instance: Instance, outcome: Outcome, inhabitants: [String: Int64],
    withdrawn: Set<String>
  ) {
    self.name = name
    self.instance = instance
    self.outcome = outcome
    let shares = Dictionary(
      outcome.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = instance.projects.sorted { $0.precedes($1) }.map { project in
      TalliedProject(
        project: project,
        share: shares[project.id]
          ?? Outcome.ProjectShare(id: project.id, isRetained: false, total: .zero, parts: []))
    }
    projects = entries.map(\.share)
    index = Dictionary(
      zip(entries.map(\.share.id), entries.indices), uniquingKeysWith: { first, _ in first })
    purses = PurseTally.all(of: instance, outcome, withdrawn: withdrawn)
    districts = DistrictTally.all(of: entries, inhabitants: inhabitants)
    axes = CategoryTally.all(of: entries) { $0.axis }
    applicantKinds = CategoryTally.all(of: entries) { $0.applicantKind }
    inequality = Inequality(
      districts.compactMap { tally in tally.inhabitants.map { (tally.granted, $0) } })
  }

  /// What one purse gives one project.
  func amount(_ project: String, from purse: String) -> Cents {
    share(of: project)?.parts.first { $0.purse == purse }?.amount ?? .zero
  }
}

/// A project with what it receives.
struct TalliedProject {
  let project: Instance.Project
  let share: Outcome.ProjectShare
}
