import Solver
import Vocabulary

/// States a problem as a programme in blocks: one row a purse and a common rule, one member a
/// project, one cell a cell.
struct ProgrammeBuilder {
  let problem: Problem
  let instance: Instance
  private(set) var programme = BlockProgramme()
  /// The members that are the projects of the problem, by number; the others are the same.
  private var members: [Int] = []

  /// What projects are worth, and which may be taken.
  struct Choice {
    /// In ten-thousandths of a unit of score.
    var worth: (Int) -> BlockProgramme.Worth
    var isForced: (Int) -> Bool
    var isForbidden: (Int) -> Bool
  }

  init(_ problem: Problem, instance: Instance, choice: Choice) {
    self.problem = problem
    self.instance = instance
    addProjects(choice)
    addBlocks()
    addPurses()
    addCommonRules()
  }

  private mutating func addProjects(_ choice: Choice) {
    for project in problem.projects.indices {
      let cells = problem.cells(of: project).map { cell in
        BlockProgramme.Cell(
          low: problem.low[cell], high: problem.high[cell], least: problem.minimum[cell])
      }
      let member = programme.addMember(
        cells: cells, floor: problem.floor[project], ceiling: problem.ceiling[project],
        worth: choice.worth(project))
      let isForbidden = problem.blocked[project] != nil || choice.isForbidden(project)
      programme.withMember(member) {
        $0.isForced = choice.isForced(project)
        $0.isForbidden = isForbidden
      }
    }
    for rule in problem.sideRules.rules {
      switch rule {
      case .commitment(let commitment): add(commitment)
      case .cofunding(let cell, _, let share):
        programme.withCell(cell) { $0.shareOfTotal = min($0.shareOfTotal, 10_000 - share.count) }
      case .minimum, .share, .count, .leastShare, .leastCount: break  // The cells' own, or rows.
      }
    }
  }

  private mutating func add(_ rule: SideRule.Commitment) {
    guard let cell = rule.cell, let condition = rule.condition else { return }
    programme.withMember(problem.cellProject[cell]) {
      $0.commitments.append(
        BlockProgramme.Commitment(
          cell: cell, condition: condition, amount: rule.amount, threshold: rule.threshold))
    }
  }

  /// The applicants' own order ties their projects together.
  private mutating func addBlocks() {
    var ordered: [String: [Int]] = [:]
    for (number, project) in problem.projects.enumerated() {
      if let applicant = project.applicant, project.applicantOrder != nil {
        ordered[applicant, default: []].append(number)
      } else {
        programme.addBlock(levels: [[number]])
      }
    }
    for members in ordered.values.sorted(by: { $0[0] < $1[0] }) {
      let byOrder = Dictionary(grouping: members) { problem.projects[$0].applicantOrder ?? 0 }
      programme.addBlock(levels: byOrder.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  private mutating func addPurses() {
    var cellsOfPurse = [[Int]](repeating: [], count: problem.purses.count)
    for cell in problem.cellPurse.indices where problem.high[cell] > 0 {
      cellsOfPurse[problem.cellPurse[cell]].append(cell)
    }
    for (purse, cells) in cellsOfPurse.enumerated() {
      addUnitRow(cells, capacity: problem.purseCapacity[purse])
    }
  }

  private mutating func addUnitRow(_ cells: [Int], capacity: Int64) {
    let most = cells.reduce(Int128(0)) { $0 + Int128(problem.high[$1]) }
    guard most > Int128(capacity) else { return }
    let row = programme.addRow(capacity: capacity)
    for cell in cells {
      programme.withCell(cell) { $0.unitEntries.append(.init(row: row, coefficient: 1)) }
    }
  }

  private mutating func addCommonRules() {
    for constraint in instance.constraints {
      switch constraint {
      case .maximumShare(let id, let category, let share):
        let room = instance.purse(id).room(for: category, within: share)
        addUnitRow(
          problem.usableCells(of: id, category), capacity: room.rawValue / problem.unit)
      case .maximumCount(let id?, let category, let most):
        addUseRow(problem.usableCells(of: id, category), most: most)
      case .maximumCount(nil, let category, let most):
        let members = problem.projects.indices.filter {
          category?.contains(problem.projects[$0]) ?? true
        }
        addMemberRow(members, most: most)
      case .cofunding, .reserve, .reservation, .minimumShare, .minimumCount: break
      }
    }
    let index = Dictionary(
      problem.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for group in instance.incompatibleGroups {
      addMemberRow(group.compactMap { index[$0] }, most: 1)
    }
  }

  private mutating func addUseRow(_ cells: [Int], most: Int64) {
    guard Int64(cells.count) > most else { return }
    let row = programme.addRow(capacity: most)
    for cell in cells {
      programme.withCell(cell) { $0.useEntries.append(.init(row: row, coefficient: 1)) }
    }
  }

  private mutating func addMemberRow(_ members: [Int], most: Int64) {
    guard Int64(members.count) > most else { return }
    let row = programme.addRow(capacity: most)
    for member in members {
      programme.withMember(member) { $0.entries.append(.init(row: row, coefficient: 1)) }
    }
  }
}

extension ProgrammeBuilder {
  /// The slack of a soft rule.
  struct SoftSlack {
    let slack: Int
    /// Whether it counts projects; cents otherwise.
    let isCount: Bool
  }

  /// Adds the soft rules, each with a slack that costs what `cost` says for each project or cent
  /// missing.
  ///
  /// - Returns: the slack of each soft rule, in the order of the constraints.
  mutating func addMinima(costOfProject: Int64, costOfCent: Int64) -> [SoftSlack] {
    var slacks: [SoftSlack] = []
    for constraint in instance.constraints {
      switch constraint {
      case .minimumShare(let id, let category, _):
        let target = constraint.target(in: instance)
        let row = programme.addRow(capacity: -target)
        for cell in problem.usableCells(of: id, category) {
          programme.withCell(cell) {
            $0.unitEntries.append(.init(row: row, coefficient: -problem.unit))
          }
        }
        let slack = addSlack(row, upper: target, cost: costOfCent)
        slacks.append(SoftSlack(slack: slack, isCount: false))
      case .minimumCount(let id, let category, let least):
        let row = programme.addRow(capacity: -least)
        if let id {
          for cell in problem.usableCells(of: id, category) {
            programme.withCell(cell) { $0.useEntries.append(.init(row: row, coefficient: -1)) }
          }
        } else {
          for member in problem.projects.indices
          where category?.contains(problem.projects[member]) ?? true {
            programme.withMember(member) { $0.entries.append(.init(row: row, coefficient: -1)) }
          }
        }
        let slack = addSlack(row, upper: least, cost: costOfProject)
        slacks.append(SoftSlack(slack: slack, isCount: true))
      default: continue
      }
    }
    return slacks
  }

  private mutating func addSlack(_ row: Int, upper: Int64, cost: Int64) -> Int {
    programme.addSlack(
      BlockProgramme.Slack(
        entries: [.init(row: row, coefficient: 1)], upper: upper, cost: cost))
  }

  /// Bounds the sum of some slacks.
  mutating func bound(_ slacks: [Int], to most: Int64) {
    let row = programme.addRow(capacity: most)
    for slack in slacks {
      programme.withSlack(slack) { $0.entries.append(.init(row: row, coefficient: -1)) }
    }
  }
}
