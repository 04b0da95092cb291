import Vocabulary

/// An instance made ready for computing: rows in order, numbers for identifiers, amounts in units.
///
/// One unit is `arrondi_centimes`: lower bounds are rounded up to it, upper bounds down, so that
/// grants counted in units are exactly the grants allowed. Projects come by rank, purses by identifier.
struct Problem {
  let unit: Int64
  let projects: [Instance.Project]
  let purses: [Instance.Purse]
  /// What each purse has once its reserves are kept, in cents.
  let purseAvailable: [Int64]
  /// What each purse may distribute, in units.
  let purseCapacity: [Int64]

  let cellStart: [Int]
  let cellProject: [Int]
  let cellPurse: [Int]
  let low: [Int64]
  let high: [Int64]
  /// Minimum of a cell once used; 0 or 1 when it forbids nothing.
  let minimum: [Int64]

  let floor: [Int64]
  let ceiling: [Int64]

  /// Why a project cannot be retained whatever the money.
  let blocked: [RuleRefusal?]
  let isMandatory: [Bool]
  let bins: BinForest
  let sideRules: SideRules
  let retention: RetentionRules
  /// Commitments in a circle, by project.
  let commitmentCycles: [Int: [Outcome.CommitmentCycle]]
  private let projectsOfBin: [[Int]]
  private let placeOfProject: [String: Int]

  /// Prepares the instance; `kept` are soft minima that have become rules, by their place among the
  /// constraints, with what must be reached: cents, or projects that the purse pays.
  init(_ instance: Instance, keeping kept: [Int: Int64] = [:]) {
    var draft = ProblemDraft(instance)
    draft.applyPins()
    draft.applyCommitments()
    draft.applyCofunding()
    draft.collectMinima()
    unit = draft.unit
    projects = draft.projects
    purses = draft.purses
    purseAvailable = draft.purseAvailable
    purseCapacity = draft.purseCapacity
    cellStart = draft.cellStart
    cellProject = draft.cellProject
    cellPurse = draft.cellPurse
    minimum = draft.minimum
    floor = draft.floor
    ceiling = draft.ceiling
    let retention = RetentionRules(instance: instance, projects: draft.projects)
    self.retention = retention
    placeOfProject = draft.projectIndex
    commitmentCycles = Outcome.CommitmentCycle.byProject(
      instance.commitments, index: draft.projectIndex)
    isMandatory = retention.closure(of: draft.isDemanded)
    bins = BinForest(instance: instance, draft: &draft)
    projectsOfBin = bins.projects(cellProject: draft.cellProject)
    draft.collectCounts()
    draft.collectMinima(keeping: kept)
    low = draft.low
    high = draft.high
    blocked = draft.blocked
    sideRules = SideRules(
      draft.sideRules, groups: draft.watched, cellCount: draft.cellProject.count)
  }

  /// Where a project stands among ``projects``.
  func place(of id: String) -> Int? { placeOfProject[id] }

  /// The projects that have a cell in the bin itself, in order.
  func projects(in bin: Int) -> [Int] { projectsOfBin[bin] }

  /// A network where no project is open yet.
  func emptyNetwork() -> Network {
    Network(
      cellStart: cellStart, cellProject: cellProject, cellBin: bins.cellBin, parent: bins.parent,
      capacity: bins.capacity)
  }
}

extension Network {
  /// Lets the project take part, with its bounds.
  ///
  /// - Returns: whether it receives its floor within all bounds; it stays open in any case.
  mutating func open(_ project: Int, of problem: Problem) -> Bool {
    trail.restart()
    setProject(project, lower: problem.floor[project], ceiling: problem.ceiling[project])
    for cell in cells(of: project) {
      let high = watches.isClosed(cell) ? 0 : problem.high[cell]
      setCell(cell, amount: 0, low: problem.low[cell], high: high)
      touch(cell)
    }
    return settle(project)
  }
}
