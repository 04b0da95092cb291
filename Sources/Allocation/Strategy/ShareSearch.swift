/// What is left to settle of equal shares under side rules.
struct ShareSearch {
  /// What is settled.
  var levels: ShareLevels
  /// What a flow would reach from there.
  var ideal: ShareLevels
  /// Questions that may still be asked.
  var remaining: Int
  /// Whether some answer was not proven.
  var isCutShort = false

  /// What everyone receives on the way to the ideal, at a level.
  func amounts(at level: Int64) -> [Int64] {
    var amounts = levels.reached
    for project in levels.rising {
      amounts[project] = min(ideal.reached[project], levels.amount(of: project, at: level))
    }
    return amounts
  }

  /// The projects that gain a unit on the way to the ideal in the step above a level.
  func gainers(above level: Int64) -> [Int] {
    levels.gainers(above: level).filter { ideal.reached[$0] > levels.reached[$0] }
  }

  /// What everyone receives once these have one unit more.
  func amounts(addingTo gainers: ArraySlice<Int>) -> [Int64] {
    var amounts = levels.reached
    for project in gainers { amounts[project] += 1 }
    return amounts
  }
}
