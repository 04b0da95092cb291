extension Network {
  /// Raises the totals so that the smallest share of a need is the largest possible, then the next.
  ///
  /// What projects may receive in a flow is a polymatroid: the unit that goes to the smallest share
  /// is never regretted, and a project that cannot rise never will. The level comes down from
  /// the top, each failed flow naming the bins that cannot follow and the level that they allow.
  ///
  /// - Returns: the levels, every total having reached what it can.
  mutating func share(_ start: ShareLevels, among projects: [Int]) -> ShareLevels {
    var levels = start
    trail.restart()
    ShareCut(self, of: projects).bound(&levels)
    while !levels.rising.isEmpty {
      var level = ShareLevels.top
      while !lift(to: level, levels) {
        level = ShareCut(self, of: projects).highest(below: level, levels)
      }
      commit()
      levels.rise(to: level)
      guard level < ShareLevels.top else { break }
      for project in levels.gainers(above: level)
      where levels.reached[project] < levels.most[project] {
        if giveUnit(project, levels) {
          levels.reached[project] += 1
        } else {
          ShareCut(self, of: projects).bound(&levels)
        }
      }
      commit()
      levels.dropServed()
    }
    return levels
  }

  /// Raises all that rise to the level; on failure the trail tells where money is missing.
  private mutating func lift(to level: Int64, _ levels: ShareLevels) -> Bool {
    for project in levels.rising {
      setProject(project, lower: levels.amount(of: project, at: level))
    }
    for project in levels.rising {
      guard raise(project, to: lower[project]) else { return false }
    }
    return true
  }

  private mutating func giveUnit(_ project: Int, _ levels: ShareLevels) -> Bool {
    let former = lower[project]
    setProject(project, lower: levels.reached[project] + 1)
    if raise(project, to: lower[project]) { return true }
    setProject(project, lower: former)
    return false
  }
}
