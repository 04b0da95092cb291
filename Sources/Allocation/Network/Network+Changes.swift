/// What a cell, a project or a bin was before a change.
enum JournalEntry {
  case cell(Int, amount: Int64, low: Int64, high: Int64)
  case project(Int, total: Int64, lower: Int64, ceiling: Int64)
  case bin(Int, used: Int64, capacity: Int64)
}

extension Network {
  /// The only way a cell changes: keeps the journal, the movers and the surplus true.
  mutating func setCell(_ cell: Int, amount new: Int64, low newLow: Int64, high newHigh: Int64) {
    journal.append(.cell(cell, amount: amount[cell], low: low[cell], high: high[cell]))
    writeCell(cell, amount: new, low: newLow, high: newHigh)
  }

  private mutating func writeCell(_ cell: Int, amount new: Int64, low newLow: Int64, high: Int64) {
    let gave = canGive(cell)
    let took = canTake(cell)
    if amount[cell] != new { touch(cell) }
    watches.change(
      cell, amount: (amount[cell], new), low: (low[cell], newLow), high: (self.high[cell], high))
    amount[cell] = new
    low[cell] = newLow
    self.high[cell] = high
    if !gave, canGive(cell) { startedGiving(cell) }
    if !took, canTake(cell) { startedTaking(cell) }
  }

  mutating func touch(_ cell: Int) {
    guard !isTouched[cell] else { return }
    isTouched[cell] = true
    touched.append(Int32(cell))
  }

  private mutating func startedGiving(_ cell: Int) {
    let project = cellProject[cell]
    for other in cells(of: project) where other != cell && canTake(other) {
      movers.add(from: cell, to: other, source: cellBin[cell], target: cellBin[other])
    }
    if total[project] > lower[project] { surplus[cellBin[cell]].append(Int32(cell)) }
  }

  private mutating func startedTaking(_ cell: Int) {
    for other in cells(of: cellProject[cell]) where other != cell && canGive(other) {
      movers.add(from: other, to: cell, source: cellBin[other], target: cellBin[cell])
    }
  }

  mutating func setAmount(_ cell: Int, _ value: Int64) {
    setCell(cell, amount: value, low: low[cell], high: high[cell])
  }

  mutating func setProject(
    _ project: Int, total: Int64? = nil, lower: Int64? = nil, ceiling: Int64? = nil
  ) {
    journal.append(
      .project(
        project, total: self.total[project], lower: self.lower[project],
        ceiling: self.ceiling[project]))
    writeProject(
      project, total: total ?? self.total[project], lower: lower ?? self.lower[project],
      ceiling: ceiling ?? self.ceiling[project])
  }

  private mutating func writeProject(_ project: Int, total: Int64, lower: Int64, ceiling: Int64) {
    let had = self.total[project] > self.lower[project]
    self.total[project] = total
    self.lower[project] = lower
    self.ceiling[project] = ceiling
    guard !had, total > lower else { return }
    for cell in cells(of: project) where canGive(cell) {
      surplus[cellBin[cell]].append(Int32(cell))
    }
  }

  mutating func setBin(_ bin: Int, used: Int64? = nil, capacity: Int64? = nil) {
    journal.append(.bin(bin, used: self.used[bin], capacity: self.capacity[bin]))
    self.used[bin] = used ?? self.used[bin]
    self.capacity[bin] = capacity ?? self.capacity[bin]
  }

  /// A point to come back to.
  var mark: Int { journal.count }

  /// Undoes everything done since `mark`.
  mutating func rollback(to mark: Int) {
    while journal.count > mark, let entry = journal.popLast() {
      switch entry {
      case .cell(let cell, let amount, let low, let high):
        writeCell(cell, amount: amount, low: low, high: high)
      case .project(let project, let total, let lower, let ceiling):
        writeProject(project, total: total, lower: lower, ceiling: ceiling)
      case .bin(let bin, let used, let capacity):
        self.used[bin] = used
        self.capacity[bin] = capacity
      }
    }
  }

  /// Keeps everything done so far for good.
  mutating func commit() { journal.removeAll(keepingCapacity: true) }

  mutating func forgetTouched() {
    for cell in touched { isTouched[Int(cell)] = false }
    touched.removeAll(keepingCapacity: true)
  }
}
