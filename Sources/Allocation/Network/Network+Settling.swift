extension Network {
  /// Raises the project's total to `target`, shifting the others without changing their totals.
  ///
  /// - Returns: whether the target is reached; what could be placed stays placed.
  mutating func raise(_ project: Int, to target: Int64) -> Bool {
    while total[project] < target {
      guard let end = search(for: project) else { return false }
      _ = advance(to: end, limit: target - total[project])
    }
    return true
  }

  /// Restores the lower bounds of the project's cells and total, which nothing else breaks.
  mutating func settle(_ project: Int) -> Bool {
    var floorOfCells: Int64 = 0
    for cell in cells(of: project) {
      guard low[cell] <= high[cell] else { return false }
      floorOfCells += low[cell]
    }
    guard floorOfCells <= ceiling[project], lower[project] <= ceiling[project] else { return false }
    for cell in cells(of: project) where amount[cell] < low[cell] {
      guard fill(cell) else { return false }
    }
    return raise(project, to: lower[project])
  }

  /// Raises a cell to its lower bound.
  private mutating func fill(_ cell: Int) -> Bool {
    let project = cellProject[cell]
    var hasMadeRoom = false
    while amount[cell] < low[cell] {
      let wanted = min(low[cell] - amount[cell], ceiling[project] - total[project])
      if wanted > 0, let end = search(through: cell) {
        _ = advance(to: end, limit: wanted)
      } else {
        // Any flow may serve as a start: the other cells of the project are emptied once, then
        // a failure is a proof.
        guard !hasMadeRoom else { return false }
        hasMadeRoom = true
        for other in cells(of: project) where other != cell && canGive(other) {
          remove(amount[other] - low[other], from: other)
        }
      }
    }
    return true
  }

  /// Takes money out of a cell, and out of every bin around it.
  mutating func remove(_ flow: Int64, from cell: Int) {
    let project = cellProject[cell]
    setAmount(cell, amount[cell] - flow)
    setProject(project, total: total[project] - flow)
    var bin = cellBin[cell]
    while bin >= 0 {
      setBin(bin, used: used[bin] - flow)
      bin = parent[bin]
    }
  }

  /// Changes the bounds of a cell; money above the new upper bound is taken out.
  mutating func restrict(_ cell: Int, low: Int64, high: Int64) {
    if amount[cell] > max(high, 0) { remove(amount[cell] - max(high, 0), from: cell) }
    setCell(cell, amount: amount[cell], low: low, high: high)
  }
}
