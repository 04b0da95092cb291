extension Network {
  /// Looks for room for one more cent of `project`, through any of its cells.
  mutating func search(for project: Int) -> Trail.End? {
    trail.restart()
    for cell in cells(of: project) where canTake(cell) {
      trail.reach(cellBin[cell], by: .entry(cell: Int32(cell)))
    }
    return explore()
  }

  /// Looks for room for one more cent in `cell`.
  mutating func search(through cell: Int) -> Trail.End? {
    trail.restart()
    if canTake(cell) { trail.reach(cellBin[cell], by: .entry(cell: Int32(cell))) }
    return explore()
  }

  /// Looks for a way to let one cent less out of `bin`, a root without room.
  mutating func search(relieving bin: Int) -> Trail.End? {
    trail.restart()
    if used[bin] > 0 { trail.reach(bin, by: .origin) }
    return explore()
  }

  /// Walks over the residual graph, breadth first; what stays reached on failure is the cut.
  private mutating func explore() -> Trail.End? {
    var next = 0
    while next < trail.queue.count {
      let bin = trail.queue[next]
      next += 1
      if room(bin) > 0 {
        if parent[bin] < 0 { return .root(bin) }
        trail.reach(parent[bin], by: .climb(from: Int32(bin)))
      }
      if let cell = firstSurplus(in: bin) { return .surplus(cell: cell) }
      for child in children[bin] where used[child] > 0 {
        trail.reach(child, by: .descend(from: Int32(bin)))
      }
      reachNeighbours(of: bin)
    }
    return nil
  }

  mutating func reachNeighbours(of bin: Int) {
    for neighbour in movers.neighbours[bin] where !trail.hasReached(neighbour.bin) {
      while let mover = movers.lists[neighbour.list].last {
        if canGive(Int(mover.from)), canTake(Int(mover.to)) {
          trail.reach(neighbour.bin, by: .shift(from: mover.from, to: mover.to))
          break
        }
        movers.lists[neighbour.list].removeLast()
      }
    }
  }

  private mutating func firstSurplus(in bin: Int) -> Int? {
    while let last = surplus[bin].last {
      let cell = Int(last)
      let project = cellProject[cell]
      if canGive(cell), total[project] > lower[project] { return cell }
      surplus[bin].removeLast()
    }
    return nil
  }

  /// Sends as much as possible, at most `limit`, along the way just found.
  mutating func advance(to end: Trail.End, limit: Int64) -> Int64 {
    let path = steps(to: end)
    var flow = limit
    switch end {
    case .root(let bin): flow = min(flow, room(bin))
    case .surplus(let cell):
      let project = cellProject[cell]
      flow = min(flow, amount[cell] - low[cell], total[project] - lower[project])
    }
    for (bin, step) in path { flow = min(flow, allowance(of: step, into: bin)) }
    switch end {
    case .root(let bin): setBin(bin, used: used[bin] + flow)
    case .surplus(let cell):
      setAmount(cell, amount[cell] - flow)
      setProject(cellProject[cell], total: total[cellProject[cell]] - flow)
    }
    for (bin, step) in path { apply(step, into: bin, flow: flow) }
    return flow
  }

  /// The steps of the way, last first.
  private func steps(to end: Trail.End) -> [(bin: Int, step: Trail.Step)] {
    var bin =
      switch end {
      case .root(let root): root
      case .surplus(let cell): cellBin[cell]
      }
    var path: [(bin: Int, step: Trail.Step)] = []
    while true {
      let step = trail.steps[bin]
      path.append((bin, step))
      switch step {
      case .entry, .origin: return path
      case .climb(let from), .descend(let from): bin = Int(from)
      case .shift(let from, _): bin = cellBin[Int(from)]
      }
    }
  }

  private func allowance(of step: Trail.Step, into bin: Int) -> Int64 {
    switch step {
    case .entry(let cell): high[Int(cell)] - amount[Int(cell)]
    case .climb(let child): room(Int(child))
    case .descend, .origin: used[bin]
    case .shift(let from, let to):
      min(amount[Int(from)] - low[Int(from)], high[Int(to)] - amount[Int(to)])
    }
  }

  private mutating func apply(_ step: Trail.Step, into bin: Int, flow: Int64) {
    switch step {
    case .entry(let cell):
      let project = cellProject[Int(cell)]
      setAmount(Int(cell), amount[Int(cell)] + flow)
      setProject(project, total: total[project] + flow)
    case .climb(let child): setBin(Int(child), used: used[Int(child)] + flow)
    case .descend, .origin: setBin(bin, used: used[bin] - flow)
    case .shift(let from, let to):
      setAmount(Int(from), amount[Int(from)] - flow)
      setAmount(Int(to), amount[Int(to)] + flow)
    }
  }
}
