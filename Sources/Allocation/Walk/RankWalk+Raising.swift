extension RankWalk {
  static let branchesPerRaise = 1_000

  /// Raises the retained projects towards their need, by rank unless told otherwise: the totals are
  /// the largest possible for the first in order, then for the second, and so on.
  mutating func raiseTotals(in order: [Int]? = nil) {
    beginStage()
    for project in order ?? Array(isRetained.indices) where isRetained[project] {
      let most = raiseRelaxed(project)
      let total = strict == nil ? most : raiseStrict(project, most: most)
      fix(project, total: total)
    }
  }

  private mutating func raiseRelaxed(_ project: Int) -> Int64 {
    relaxed.setProject(project, lower: relaxed.ceiling[project])
    _ = relaxed.raise(project, to: relaxed.ceiling[project])
    return relaxed.total[project]
  }

  /// The largest total that a strict distribution allows, at most `most`.
  private mutating func raiseStrict(_ project: Int, most: Int64) -> Int64 {
    let former = baseLower[project]
    var known = strict?.total[project] ?? 0
    let alone = proofs.choosesUses ? max(known, problem.mostAlone(project)) : most
    var possible = proofs.highest(for: project, from: former, known: known, most: min(most, alone))
    if !proofs.isIdle || proofs.choosesUses { known = raiseInPlace(project, to: possible) }
    if proofs.choosesUses, known < possible {
      known = raiseInPattern(project, to: possible)
      possible = proofs.highest(for: project, from: former, known: known, most: possible)
    }
    var wanted = possible
    var limit = proofs.choosesUses ? Self.branchesPerRaise : Self.branchesPerQuestion
    while known < possible {
      guard maySearch else {
        unprovenCount += 1
        break
      }
      let target = wanted
      let question = Question(project: project, lower: target, former: former)
      let answer = ask(limit: limit, about: question) { network in
        network.setProject(project, lower: target)
        return network.settle(project)
      }
      if answer == .possible {
        known = max(target, strict?.total[project] ?? target)
        if !proofs.isIdle { known = raiseInPlace(project, to: possible) }
      } else {
        if answer == .unknown {
          unprovenCount += 1
          // With minima, what one search has not found, others for less seldom find.
          if proofs.choosesUses { break }
          if !proofs.isIdle { limit = Self.branchesPerChoice }
        }
        possible = proofs.highest(for: project, from: former, known: known, most: target - 1)
      }
      wanted = known + (possible - known + 1) / 2
    }
    return known
  }

  /// Raises the total as far as the present branching lets it; what is found is kept.
  mutating func raiseInPlace(_ project: Int, to target: Int64) -> Int64 {
    guard var network = strict.take() else { return 0 }
    defer { strict = network }
    let known = network.total[project]
    guard known < target else { return known }
    let lower = network.lower[project]
    if proofs.choosesUses { open(project, in: &network) }
    network.setProject(project, lower: target)
    _ = network.settle(project)
    let reached = network.total[project]
    network.setProject(project, lower: max(lower, reached))
    if reached > known, search.complete(&network, limit: Self.branchesInPlace) == .possible {
      network.setProject(project, lower: lower)
      keep(&network, isReleased: false)
    } else {
      network.rollback(to: 0)
      network.forgetTouched()
    }
    return network.total[project]
  }

  /// From now on the project receives exactly that.
  mutating func fix(_ project: Int, total: Int64) {
    proofs.raise(project, from: baseLower[project], to: total)
    baseLower[project] = total
    // The relaxed flow may have gone further: what exceeds goes back to the purses.
    for cell in relaxed.cells(of: project) where relaxed.total[project] > total {
      let spare = relaxed.amount[cell] - relaxed.low[cell]
      relaxed.remove(min(spare, relaxed.total[project] - total), from: cell)
    }
    relaxed.setProject(project, lower: total, ceiling: total)
    relaxed.commit()
    strict?.setProject(project, lower: total, ceiling: total)
    strict?.commit()
  }

  /// Leaves as much specific money as possible without changing any total.
  mutating func sparePurses() {
    beginStage()
    let root = problem.bins.specificRoot
    relaxed.relieve(root, to: 0)
    let least = relaxed.used[root]
    relaxed.commit()
    guard var known = strict?.used[root] else { return }
    var possible = least
    var wanted = least
    while possible < known {
      let target = wanted
      let found = find(limit: Self.branchesPerQuestion, about: nil) { network in
        network.relieve(root, to: target)
        // Beyond what can be let out, the bound itself tells how much is missing.
        network.setBin(root, capacity: target)
        return network.used[root] <= target
      }
      if found.answer == .possible {
        known = min(target, strict?.used[root] ?? target)
      } else {
        if found.answer == .unknown { unprovenCount += 1 }
        possible = target + Int64(max(1, found.proof?.excess ?? 1))
      }
      wanted = possible + (known - possible) / 2
    }
  }
}

extension Network {
  /// Lets as little as possible out of a root, down to `target`, and closes it there.
  mutating func relieve(_ root: Int, to target: Int64) {
    setBin(root, capacity: used[root])
    while used[root] > target, let end = search(relieving: root) {
      _ = advance(to: end, limit: used[root] - target)
      setBin(root, capacity: used[root])
    }
  }
}
