extension RankWalk {
  /// Questions about equal shares in a whole run.
  static let shareQuestionsPerRun = 400
  static let branchesPerShare = 1_000

  /// Raises the totals of the retained projects so that their shares of the needs are as equal as
  /// can be: the next unit goes to the smallest share, the best ranked among equals.
  ///
  /// - Returns: the smallest share that is served and the largest thinkable, in basis points.
  mutating func shareNeeds() -> (served: Int64, bound: Int64) {
    beginStage()
    let retained = isRetained.indices.filter { isRetained[$0] }
    let start = ShareLevels(problem, of: retained, from: baseLower)
    var levels = relaxed.share(start, among: retained)
    var bound = levels.smallest(among: retained)
    if strict != nil {
      let unproven = unprovenCount
      levels = shareStrictly(start, ideal: levels, among: retained)
      if unprovenCount == unproven { bound = levels.smallest(among: retained) }
    }
    for project in retained { fix(project, total: levels.reached[project]) }
    return (levels.smallest(among: retained), bound)
  }
}
