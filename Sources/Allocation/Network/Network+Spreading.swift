extension Network {
  /// Spreads the draw over the purses as evenly as a flow can; no total changes, nor what the purses
  /// of one nature give together.
  ///
  /// What purses may give for fixed totals is the base of a polymatroid: a draw that no exchange
  /// between two purses improves is the best of all, and a purse found too heavy to be relieved
  /// once the heavier ones are settled stays so.
  mutating func spread(_ draw: Draw) {
    repeat {} while relievePurses(draw)
  }

  private mutating func relievePurses(_ draw: Draw) -> Bool {
    var pending = draw.weighing
    var hasMoved = false
    while let place = pending.indices.max(by: { left, right in
      draw.weighsMore(
        pending[right], used[pending[right]], than: pending[left], used[pending[left]])
    }) {
      if relieve(pending[place], draw) {
        hasMoved = true
      } else {
        pending.swapAt(place, pending.count - 1)
        pending.removeLast()
      }
    }
    return hasMoved
  }

  /// Moves some money from the purse to the lightest that can take it; false when none is better.
  private mutating func relieve(_ purse: Int, _ draw: Draw) -> Bool {
    explore(leaving: purse, draw)
    var best: (purse: Int, moved: Int64)?
    for other in trail.queue where isTwin(other, of: purse, draw) {
      let moved = draw.transfer(
        from: purse, used[purse], to: other, used[other], room: room(other))
      guard moved > 0 else { continue }
      if let best, !draw.weighsMore(best.purse, used[best.purse] + 1, than: other, used[other] + 1)
      {
        continue
      }
      best = (other, moved)
    }
    guard let best else { return false }
    _ = advance(to: .root(best.purse), limit: best.moved)
    return true
  }

  /// Lowers the capacities of the purses, moving what exceeds to those of the same nature with room.
  ///
  /// - Returns: whether the money fits.
  mutating func cap(to caps: [Int64], _ draw: Draw) -> Bool {
    for (purse, cap) in caps.enumerated() where cap < capacity[purse] {
      setBin(purse, capacity: max(cap, used[purse]))
    }
    for (purse, cap) in caps.enumerated() {
      while used[purse] > cap {
        explore(leaving: purse, draw)
        let end = trail.queue.first { isTwin($0, of: purse, draw) && room($0) > 0 }
        guard let end else {
          // The bounds themselves tell how much is missing.
          for (purse, cap) in caps.enumerated() where used[purse] > cap {
            setBin(purse, capacity: cap)
          }
          return false
        }
        _ = advance(to: .root(end), limit: used[purse] - cap)
        setBin(purse, capacity: used[purse])
      }
    }
    return true
  }

  /// Whether money may leave a purse for the other without changing what their nature gives.
  private func isTwin(_ bin: Int, of purse: Int, _ draw: Draw) -> Bool {
    bin != purse && draw.available.indices.contains(bin) && parent[bin] == parent[purse]
  }

  /// Finds all the bins where a unit that leaves the purse can go; purses are never climbed out of.
  private mutating func explore(leaving purse: Int, _ draw: Draw) {
    trail.restart()
    if used[purse] > 0 { trail.reach(purse, by: .origin) }
    var next = 0
    while next < trail.queue.count {
      let bin = trail.queue[next]
      next += 1
      if room(bin) > 0, bin > draw.available.count {
        trail.reach(parent[bin], by: .climb(from: Int32(bin)))
      }
      for child in children[bin] where used[child] > 0 {
        trail.reach(child, by: .descend(from: Int32(bin)))
      }
      reachNeighbours(of: bin)
    }
  }
}
