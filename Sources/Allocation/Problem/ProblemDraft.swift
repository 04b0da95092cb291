import Vocabulary

/// The tables of a ``Problem`` while they are being filled.
struct ProblemDraft {
  let instance: Instance
  let unit: Int64
  let projects: [Instance.Project]
  let purses: [Instance.Purse]
  let projectIndex: [String: Int]
  let purseIndex: [String: Int]
  let purseAvailable: [Int64]
  let purseCapacity: [Int64]

  private(set) var cellStart: [Int] = [0]
  private(set) var cellProject: [Int] = []
  private(set) var cellPurse: [Int] = []
  var low: [Int64] = []
  var high: [Int64] = []
  private(set) var minimum: [Int64] = []
  private(set) var floor: [Int64] = []
  private(set) var ceiling: [Int64] = []
  var blocked: [RuleRefusal?] = []
  var isDemanded: [Bool] = []
  var sideRules: [SideRule] = []
  var watched: [[Int]] = []

  init(_ instance: Instance) {
    self.instance = instance
    unit = instance.parameters.rounding.rawValue
    projects = instance.projects.sorted { $0.precedes($1) }
    purses = instance.purses.sorted { $0.id.precedesInBytes($1.id) }
    projectIndex = Self.index(projects.map(\.id))
    purseIndex = Self.index(purses.map(\.id))
    var reserved: [String: Int64] = [:]
    for case .reserve(let purse, let amount) in instance.constraints {
      reserved[purse, default: 0] += min(amount.rawValue, Cents.limit.rawValue)
    }
    let unit = unit
    purseAvailable = purses.map { max(0, $0.amount.rawValue - reserved[$0.id, default: 0]) }
    purseCapacity = purseAvailable.map { $0 / unit }
    placeProjects()
    placeCells()
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func placeProjects() {
    let parameters = instance.parameters
    for project in projects {
      var most = project.need
      if let share = parameters.publicShare {
        most = min(most, share.share(of: project.cost ?? .zero, rounding: .down))
      }
      floor.append((project.floor.rawValue + unit - 1) / unit)
      ceiling.append(most.rawValue / unit)
      isDemanded.append(project.band == .always)
      blocked.append(staticRefusal(of: project, most: most))
    }
  }

  private func staticRefusal(of project: Instance.Project, most: Cents) -> RuleRefusal? {
    if project.band == .never { return .band }
    if let threshold = instance.parameters.scoreThreshold, (project.score ?? .min) < threshold {
      return .score(threshold)
    }
    guard (project.floor.rawValue + unit - 1) / unit > most.rawValue / unit else { return nil }
    return .floorAboveCeiling(most: most)
  }

  private mutating func placeCells() {
    var cellsOfProject = [[(purse: Int, minimum: Int64, maximum: Int64)]](
      repeating: [], count: projects.count)
    for cell in instance.cells {
      guard let project = projectIndex[cell.project], let purse = purseIndex[cell.purse] else {
        continue
      }
      cellsOfProject[project].append((purse, cell.minimum.rawValue, cell.maximum.rawValue))
    }
    for (project, cells) in cellsOfProject.enumerated() {
      for cell in cells.sorted(by: { $0.purse < $1.purse }) {
        let least = (cell.minimum + unit - 1) / unit
        let most = min(cell.maximum / unit, purseCapacity[cell.purse], ceiling[project])
        cellProject.append(project)
        cellPurse.append(cell.purse)
        minimum.append(least)
        low.append(0)
        high.append(most < least ? 0 : most)
      }
      cellStart.append(cellProject.count)
    }
  }

  /// The cell of a pair, when it is allowed.
  func cell(_ project: Int, _ purse: Int) -> Int? {
    (cellStart[project]..<cellStart[project + 1]).first { cellPurse[$0] == purse }
  }
}
