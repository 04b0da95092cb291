import Vocabulary

extension ProblemDraft {
  /// A pin fixes its cell; one that its cell does not allow blocks the project it demands.
  mutating func applyPins() {
    for pin in instance.pins {
      guard let project = projectIndex[pin.project], let purse = purseIndex[pin.purse] else {
        continue
      }
      let cell = cell(project, purse)
      let amount = pin.amount.rawValue / unit
      guard amount > 0 else {
        if let cell { high[cell] = 0 }
        continue
      }
      isDemanded[project] = true
      if let cell, amount <= high[cell], amount >= minimum[cell] {
        (low[cell], high[cell]) = (amount, amount)
      } else if blocked[project] == nil {
        blocked[project] = .pinOutsideCell(purse: pin.purse)
      }
    }
  }

  /// Commitments that can be settled at once are; the others become side rules.
  mutating func applyCommitments() {
    for row in instance.commitments {
      guard let project = projectIndex[row.project], let purse = purseIndex[row.purse],
        let condition = purseIndex[row.condition]
      else { continue }
      let commitment = SideRule.Commitment(
        cell: cell(project, purse), condition: cell(project, condition),
        amount: row.amount.rawValue / unit, threshold: (row.threshold.rawValue + unit - 1) / unit)
      switch (commitment.cell, commitment.condition) {
      case (let cell?, .some) where commitment.threshold > 0 && high[cell] > 0:
        sideRules.append(.commitment(commitment))
      default: settle(commitment, of: project)
      }
    }
  }

  private mutating func settle(_ commitment: SideRule.Commitment, of project: Int) {
    if commitment.threshold == 0 {
      // The condition always holds: the amount is due.
      if let cell = commitment.cell {
        low[cell] = max(low[cell], commitment.amount)
        high[cell] = min(high[cell], commitment.amount)
      } else if commitment.amount > 0, blocked[project] == nil {
        blocked[project] = .commitmentOutsideCell
      }
    } else if commitment.condition == nil {
      // The condition never holds: the purse gives nothing.
      if let cell = commitment.cell { high[cell] = 0 }
    } else if commitment.amount > 0, let condition = commitment.condition {
      // The amount cannot be given: the condition must fail.
      high[condition] = min(high[condition], commitment.threshold - 1)
    }
  }

  mutating func applyCofunding() {
    for case .cofunding(let id, let share) in instance.constraints where share.count > 0 {
      guard let purse = purseIndex[id] else { continue }
      for cell in cellPurse.indices where cellPurse[cell] == purse {
        let most = SideRule.mostPaid(within: ceiling[cellProject[cell]], share: share)
        high[cell] = min(high[cell], most)
        guard high[cell] > 0 else { continue }
        let project = cellProject[cell]
        let cells = cellStart[project]..<cellStart[project + 1]
        sideRules.append(.cofunding(cell: cell, beside: cells, share: share))
      }
    }
  }

  mutating func collectMinima() {
    for cell in minimum.indices where minimum[cell] > 1 && high[cell] > 0 {
      sideRules.append(.minimum(cell: cell, least: minimum[cell]))
    }
  }

  mutating func collectCounts() {
    for case .maximumCount(let id?, let category, let count) in instance.constraints {
      guard let purse = purseIndex[id] else { continue }
      let cells = cells(of: purse, in: category)
      if Int64(cells.count) > count {
        sideRules.append(.count(group: watch(cells), most: Int(count)))
      }
    }
  }

  /// A minimum without a purse looks only at who is retained: nothing is left to keep.
  mutating func collectMinima(keeping kept: [Int: Int64]) {
    for (index, least) in kept.sorted(by: { $0.key < $1.key }) where least > 0 {
      switch instance.constraints[index] {
      case .minimumShare(let id, let category, _):
        guard let purse = purseIndex[id] else { continue }
        let group = watch(cells(of: purse, in: category))
        sideRules.append(.leastShare(group: group, least: (least + unit - 1) / unit))
      case .minimumCount(let id?, let category, _):
        guard let purse = purseIndex[id] else { continue }
        let group = watch(cells(of: purse, in: category))
        sideRules.append(.leastCount(group: group, least: Int(least)))
      default: continue
      }
    }
  }

  /// Has the used cells among these followed.
  mutating func watch(_ cells: [Int]) -> Int {
    watched.append(cells)
    return watched.count - 1
  }

  /// The usable cells of a purse, of all projects or of those of a category.
  func cells(of purse: Int, in category: Instance.Category?) -> [Int] {
    cellPurse.indices.filter { cell in
      cellPurse[cell] == purse && high[cell] > 0
        && category?.contains(projects[cellProject[cell]]) ?? true
    }
  }
}
