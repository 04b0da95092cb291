extension RankWalk {
  /// The same under side rules: what the flow gives is asked for at once; when it is too much, the
  /// first unit that cannot be given is looked for, its project stays there, and the flow is asked again.
  mutating func shareStrictly(
    _ start: ShareLevels, ideal: ShareLevels, among retained: [Int]
  ) -> ShareLevels {
    var search = ShareSearch(
      retained, levels: start, ideal: ideal, remaining: Self.shareQuestionsPerRun)
    while !search.levels.rising.isEmpty {
      if gives(search.ideal.reached, &search) == .possible {
        search.levels = search.ideal
        break
      }
      guard search.remaining > 0, maySearch else { break }
      let level = highestLevel(&search)
      giveUnits(above: level, &search)
      search.bound()
      relaxStrict(retained, to: search.levels.reached)
      search.ideal = relaxed.share(search.levels, among: retained)
    }
    if search.isCutShort { finish(&search) }
    for project in retained { search.levels.reached[project] = strict?.total[project] ?? 0 }
    relaxStrict(retained, to: search.levels.reached)
    return search.levels
  }

  /// Has the relaxed network hold what the strict one does.
  private mutating func relaxStrict(_ retained: [Int], to lower: [Int64]) {
    relaxed = problem.emptyNetwork()
    relaxed.hold(strict?.amount ?? [], of: retained, problem)
    for project in retained { relaxed.setProject(project, lower: lower[project]) }
    relaxed.commit()
  }

  /// Finds the highest level of the ideal that side rules allow, and rises to it.
  ///
  /// The level comes down by the cuts that failures give, and is bisected where they give none.
  private mutating func highestLevel(_ search: inout ShareSearch) -> Int64 {
    var (possible, excluded) = (Int64(0), ShareLevels.top)
    var isBisecting = false
    while search.remaining > 0, maySearch {
      excluded = search.highest(from: possible, below: excluded) + 1
      guard excluded - possible > 1 else { break }
      let wanted = isBisecting ? possible + (excluded - possible) / 2 : excluded - 1
      let amounts = search.amounts(at: wanted)
      if amounts == search.amounts(at: possible) {
        possible = wanted
      } else if gives(amounts, &search) == .possible {
        possible = wanted
      } else {
        excluded = wanted
        isBisecting = !search.isExcluded(amounts)
      }
    }
    search.levels.reached = search.amounts(at: possible)
    return possible
  }

  /// Gives the units of one step, as many as can be; the first that cannot stops its project.
  private mutating func giveUnits(above level: Int64, _ search: inout ShareSearch) {
    let gainers = search.gainers(above: level)
    var (possible, excluded) = (0, gainers.count)
    while excluded - possible > 1 {
      let middle = possible + (excluded - possible) / 2
      if gives(search.amounts(addingTo: gainers.prefix(middle)), &search) == .possible {
        possible = middle
      } else {
        excluded = middle
      }
    }
    search.levels.reached = search.amounts(addingTo: gainers.prefix(possible))
    if possible < gainers.count { search.levels.freeze(gainers[possible]) }
  }

  /// What is left when the search is cut short: each project rises in place, the smallest share first.
  private mutating func finish(_ search: inout ShareSearch) {
    unprovenCount += 1
    for project in search.levels.byShare(search.levels.rising) {
      setLower(project, raiseInPlace(project, to: search.ideal.reached[project]))
    }
  }

  /// Whether all projects can receive that much together.
  private mutating func gives(
    _ totals: [Int64], _ search: inout ShareSearch
  ) -> BranchSearch.Answer {
    if search.isExcluded(totals) { return .impossible }
    guard search.remaining > 0, maySearch else {
      search.isCutShort = true
      return .unknown
    }
    search.remaining -= 1
    let projects = search.levels.rising
    let lowers: [Int64?] = zip(isRetained, totals).map { $0 ? $1 : nil }
    let (answer, proof) = find(
      limit: Self.branchesPerShare, about: nil, lowers: lowers
    ) { network in
      for project in projects { network.setProject(project, lower: totals[project]) }
      return projects.allSatisfy { network.settle($0) }
    }
    if let proof { search.keep(proof) }
    if answer == .unknown { search.isCutShort = true }
    if answer == .possible {
      for project in projects { setLower(project, totals[project]) }
    }
    return answer
  }

  /// From now on the project receives at least that.
  private mutating func setLower(_ project: Int, _ lower: Int64) {
    guard lower != baseLower[project] else { return }
    proofs.raise(project, from: baseLower[project], to: lower)
    baseLower[project] = lower
    strict?.setProject(project, lower: lower)
    strict?.commit()
  }
}
