/// What is left to settle of equal shares under side rules.
struct ShareSearch {
  private static let keptCuts = 16

  /// The retained projects.
  let projects: [Int]
  /// What is settled.
  var levels: ShareLevels
  /// What a flow would reach from there.
  var ideal: ShareLevels
  /// Questions that may still be asked.
  var remaining: Int
  /// Whether some answer was not proven.
  var isCutShort = false
  /// Cuts that have served as proofs.
  private var cuts: [NeedCut] = []

  init(_ projects: [Int], levels: ShareLevels, ideal: ShareLevels, remaining: Int) {
    self.projects = projects
    self.levels = levels
    self.ideal = ideal
    self.remaining = remaining
  }

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

  mutating func keep(_ cut: NeedCut) {
    cuts.insert(cut, at: 0)
    if cuts.count > Self.keptCuts { cuts.removeLast() }
  }

  /// Whether a cut at hand shows that nobody can receive so much together.
  func isExcluded(_ totals: [Int64]) -> Bool {
    cuts.contains { $0.slack(of: projects, totals) < 0 }
  }

  /// The highest level from `possible` up to below `excluded` that no cut at hand excludes.
  func highest(from possible: Int64, below excluded: Int64) -> Int64 {
    var excluded = excluded
    for cut in cuts {
      var low = possible
      guard excluded - low > 1, cut.slack(of: projects, amounts(at: excluded - 1)) < 0 else {
        continue
      }
      while excluded - low > 1 {
        let middle = low + (excluded - low) / 2
        if cut.slack(of: projects, amounts(at: middle)) < 0 {
          excluded = middle
        } else {
          low = middle
        }
      }
    }
    return excluded - 1
  }

  /// Takes note of what the cuts leave to each project beside the others.
  mutating func bound() {
    for cut in cuts {
      let slack = cut.slack(of: projects, levels.reached)
      for project in levels.rising {
        let most = cut.most(of: project, lower: levels.reached[project], slack: slack)
        levels.most[project] = min(levels.most[project], most)
      }
    }
    levels.dropServed()
  }
}
