extension RankWalk {
  /// Takes over a retained set and a distribution found elsewhere, in place of what the walk held.
  ///
  /// Both networks hold the distribution afterwards, with the projects' own bounds; the counters of
  /// what may still be searched go on. Amounts are units, one for each cell of the problem.
  ///
  /// - Returns: false, the walk being unchanged, when a bound, a purse or any rule is broken.
  mutating func adopt(_ retained: [Int], witness: [Int64]) -> Bool {
    guard witness.count == problem.cellProject.count else { return false }
    var next = RankWalk(problem)
    guard next.retainAll(retained), next.isWithinBounds(witness) else { return false }
    next.relaxed.hold(witness, of: retained, problem)
    next.strict?.hold(witness, of: retained, problem)
    guard next.respectsRules() else { return false }
    next.relaxed.commit()
    if var network = next.strict {
      next.strict = nil
      next.keep(&network, isReleased: true)
      next.strict = network
    }
    next.search.remaining = search.remaining
    next.remainingChoices = remainingChoices
    next.remainingSteps = remainingSteps
    next.unprovenCount = unprovenCount
    next.questions = questions
    self = next
    return true
  }

  private mutating func retainAll(_ retained: [Int]) -> Bool {
    for project in retained {
      guard isRetained.indices.contains(project), !isRetained[project] else { return false }
      isRetained[project] = true
    }
    for project in retained {
      let refusal =
        problem.blocked[project]
        ?? retention.refusal(
          of: project, beside: isRetained, isDemanded: problem.isMandatory[project],
          projects: problem.projects)
      guard refusal == nil else { return false }
      retention.retain(project)
      proofs.raise(project, from: nil, to: baseLower[project])
    }
    return problem.projects.indices.allSatisfy { isRetained[$0] || !problem.isMandatory[$0] }
  }

  private func isWithinBounds(_ witness: [Int64]) -> Bool {
    // Sums are wide: nothing is known of the amounts yet.
    var used = problem.purseCapacity.map { _ in Int128(0) }
    for project in problem.projects.indices {
      var total = Int128(0)
      for cell in problem.cells(of: project) {
        let amount = witness[cell]
        let isWithin =
          isRetained[project]
          ? amount >= problem.low[cell] && amount <= problem.high[cell] : amount == 0
        guard isWithin else { return false }
        total += Int128(amount)
        used[problem.cellPurse[cell]] += Int128(amount)
      }
      guard isRetained[project] else { continue }
      guard total >= Int128(problem.floor[project]), total <= Int128(problem.ceiling[project])
      else { return false }
    }
    return zip(used, problem.purseCapacity).allSatisfy { $0 <= Int128($1) }
  }

  private func respectsRules() -> Bool {
    guard relaxed.used.indices.allSatisfy({ relaxed.room($0) >= 0 }) else { return false }
    guard let strict else { return true }
    return problem.sideRules.rules.allSatisfy { $0.branching(in: strict) == nil }
  }
}

extension Network {
  /// Opens the projects with these amounts, which are within their bounds.
  mutating func hold(_ amounts: [Int64], of projects: [Int], _ problem: Problem) {
    for project in projects.sorted() {
      let total = cells(of: project).reduce(0) { $0 + amounts[$1] }
      setProject(
        project, total: total, lower: problem.floor[project], ceiling: problem.ceiling[project])
      for cell in cells(of: project) {
        setCell(cell, amount: amounts[cell], low: problem.low[cell], high: problem.high[cell])
        var bin = cellBin[cell]
        while bin >= 0 {
          setBin(bin, used: used[bin] + amounts[cell])
          bin = parent[bin]
        }
      }
    }
  }
}
