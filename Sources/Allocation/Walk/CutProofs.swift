/// The cuts that served as proofs, kept up to date so that the next project costs a few steps.
struct CutProofs {
  private static let kept = 8
  private static let pricings = 3

  let problem: Problem
  let counts: CountLimits
  /// The last one that served comes first.
  private var cuts: [Cut] = []
  private var needCuts: [NeedCut] = []
  /// Whether some used cell must carry more than one unit.
  private let hasMinima: Bool

  init(problem: Problem) {
    self.problem = problem
    hasMinima = problem.sideRules.rules.contains { rule in
      if case .minimum = rule { true } else { false }
    }
    counts = CountLimits(problem.sideRules, cellCount: problem.cellProject.count)
  }

  /// Without counts, the relaxed flow proves all that cuts could.
  var isIdle: Bool { counts.limits.isEmpty }

  /// Whether cuts say which cells to use because of their minima; counts have their own way.
  var choosesUses: Bool { hasMinima && isIdle }

  /// Takes note of a lower bound; `former` is nil for a project that is newly retained.
  mutating func raise(_ project: Int, from former: Int64?, to lower: Int64) {
    for index in cuts.indices {
      if let former { cuts[index].remove(project, lower: former) }
      cuts[index].add(project, lower: lower)
    }
    for index in needCuts.indices {
      if let former { needCuts[index].remove(project, lower: former) }
      needCuts[index].add(project, lower: lower)
    }
  }

  /// Whether a cut at hand shows that the project cannot receive `lower` beside the others.
  mutating func exclude(_ project: Int, from former: Int64?, to lower: Int64) -> Bool {
    for index in cuts.indices where cuts[index].excludes(project, from: former, to: lower) {
      cuts.insert(cuts.remove(at: index), at: 0)
      return true
    }
    for index in needCuts.indices
    where needCuts[index].excludes(project, from: former, to: lower) {
      needCuts.insert(needCuts.remove(at: index), at: 0)
      return true
    }
    return false
  }

  /// A cut around what a failed search reached, everyone receiving at least that.
  func needCut(around network: Network, lowers: [Int64?]) -> NeedCut {
    var cut = NeedCut(around: network, of: problem)
    for (project, lower) in lowers.enumerated() {
      if let lower { cut.add(project, lower: lower) }
    }
    return cut
  }

  mutating func keep(_ cut: NeedCut) {
    needCuts.insert(cut, at: 0)
    if needCuts.count > Self.kept { needCuts.removeLast() }
  }

  /// The most up to `most` that no cut at hand excludes; `known` is possible.
  mutating func highest(for project: Int, from former: Int64, known: Int64, most: Int64) -> Int64 {
    var (known, possible) = (known, most)
    guard exclude(project, from: former, to: possible) else { return possible }
    while known < possible {
      let middle = known + (possible - known + 1) / 2
      if exclude(project, from: former, to: middle) {
        possible = middle - 1
      } else {
        known = middle
      }
    }
    return known
  }

  /// A cut around what a failed search reached, and around the purses that counts limit.
  func cut(around reached: [Int], lowers: [Int64?]) -> Cut {
    var isInside = [Bool](repeating: false, count: problem.bins.parent.count)
    for bin in reached { isInside[bin] = true }
    let purses = Set(
      counts.limits.compactMap {
        problem.sideRules.groups[$0.group].first.map { problem.cellPurse[$0] }
      })
    for (bin, purse) in problem.bins.purse.enumerated() {
      if let purse, purses.contains(purse) { isInside[bin] = true }
    }
    isInside[problem.bins.specificRoot] = false
    var cut = Cut(
      around: isInside, prices: prices(isInside, lowers), problem: problem, counts: counts)
    for (project, lower) in lowers.enumerated() {
      if let lower { cut.add(project, lower: lower) }
    }
    return cut
  }

  /// Prices at which as many cells are wanted as each count allows, settled in turn.
  private func prices(_ isInside: [Bool], _ lowers: [Int64?]) -> [Int64?] {
    var prices = [Int64?](repeating: 0, count: counts.limits.count)
    for _ in 0..<Self.pricings {
      for (number, limit) in counts.limits.enumerated() {
        let cut = Cut(around: isInside, prices: prices, problem: problem, counts: counts)
        let gains = problem.sideRules.groups[limit.group].compactMap { cell in
          lowers[problem.cellProject[cell]].map { lower in
            cut.gain(of: cell, lower: lower).map { $0 + (prices[number] ?? 0) } ?? Cut.prohibitive
          }
        }.sorted(by: >)
        prices[number] = gains.count > limit.most ? max(0, gains[limit.most]) : 0
      }
    }
    return prices
  }

  mutating func keep(_ cut: Cut) {
    cuts.insert(cut, at: 0)
    if cuts.count > Self.kept { cuts.removeLast() }
  }
}

extension Cut {
  /// Whether the project cannot receive `lower` beside the others; changes nothing in the end.
  fileprivate mutating func excludes(
    _ project: Int, from former: Int64?, to lower: Int64
  ) -> Bool {
    if let former { remove(project, lower: former) }
    add(project, lower: lower)
    defer {
      remove(project, lower: lower)
      if let former { add(project, lower: former) }
    }
    return isExceeded
  }
}
