extension RankWalk {
  /// Questions about the even draw in a whole run.
  static let drawQuestionsPerRun = 120
  static let branchesPerDraw = 2_000
  /// Beyond that many purses the draw is left as it is: each is weighed against each other.
  static let spreadPurses = 200

  /// Spreads the draw over the purses: the rates consumed/available, sorted from the highest, are
  /// lexicographically the least; totals and the sum of specific money stay.
  mutating func spreadDraw() {
    beginStage()
    guard problem.purses.count <= Self.spreadPurses else {
      unprovenCount += 1
      return
    }
    let draw = Draw(available: problem.purseAvailable)
    guard let network = strict else {
      relaxed.spread(draw)
      relaxed.commit()
      return
    }
    strict?.setBin(problem.bins.specificRoot, capacity: network.used[problem.bins.specificRoot])
    strict?.commit()
    spreadWidely(draw)
    var flow = problem.emptyNetwork()
    flow.hold(
      strict?.amount ?? network.amount, of: isRetained.indices.filter { isRetained[$0] }, problem)
    flow.commit()
    var search = DrawSearch(draw: draw, flow: flow, remaining: Self.drawQuestionsPerRun)
    settle(&search)
    if search.isCutShort { unprovenCount += 1 }
    for purse in problem.purses.indices {
      strict?.setBin(purse, capacity: problem.bins.capacity[purse])
    }
    strict?.commit()
  }

  /// Settles the rates from the highest down.
  private mutating func settle(_ search: inout DrawSearch) {
    while let known = strict?.used, !search.pending.isEmpty {
      let ideal = search.ideal(caps: strict?.capacity ?? [])
      if search.pending.allSatisfy({ known[$0] == ideal[$0] }) { return }
      if draws(at: search.caps(at: ideal), &search) == .possible { return }
      guard let lowest = search.draw.highest(search.pending, ideal),
        let reached = lower(to: lowest, &search)
      else { return }
      freeze(at: reached, &search)
    }
  }

  /// Lowers the highest of the pending rates as far as possible, `bound` being the least thinkable.
  private mutating func lower(to bound: Draw.Rate, _ search: inout DrawSearch) -> Draw.Rate? {
    guard var reached = highest(search) else { return nil }
    var (low, wanted) = (bound, Optional(bound))
    while let rate = wanted, rate < reached {
      if draws(at: search.caps { rate.most(of: $0) }, &search) == .possible {
        guard let found = highest(search) else { return nil }
        reached = found
      } else {
        low = rate
      }
      wanted = search.draw.rate(between: low, and: reached, of: search.pending)
    }
    return reached
  }

  private func highest(_ search: DrawSearch) -> Draw.Rate? {
    strict.flatMap { search.draw.highest(search.pending, $0.used) }
  }

  /// Beyond that many purses at one rate, which of them keep it is not looked for.
  private static let choosablePurses = 6

  /// Settles which purses keep the highest rate: as few as possible.
  private mutating func freeze(at rate: Draw.Rate, _ search: inout DrawSearch) {
    let candidates = search.pending.filter { rate.isReached(by: search.draw.available[$0]) }
    guard candidates.count <= Self.choosablePurses, search.remaining > 0, maySearch else {
      search.isCutShort = true
      return hold(candidates, below: rate, &search)
    }
    for size in 1...max(1, candidates.count) where candidates.count > 1 {
      var best: (walk: RankWalk, search: DrawSearch)?
      for chosen in candidates.subsets(of: size) where search.remaining > 0 {
        var (walk, trial) = (self, search)
        let answer = walk.draws(at: trial.caps(at: rate, for: chosen), &trial)
        search.takeNote(of: trial)
        guard answer == .possible else { continue }
        walk.hold(chosen, below: rate, &trial)
        walk.settle(&trial)
        search.takeNote(of: trial)
        if walk.isBetterDrawn(than: best?.walk, search.draw) { best = (walk, trial) }
      }
      if let best {
        self = best.walk
        search.draw.settled.formUnion(search.pending)
        return
      }
    }
    hold(candidates, below: rate, &search)
  }

  private func isBetterDrawn(than other: RankWalk?, _ draw: Draw) -> Bool {
    guard let mine = strict?.used, let others = other?.strict?.used else { return true }
    return draw.isBetter(mine, than: others)
  }

  /// Closes the purses chosen at the rate they have, and the other pending ones below.
  private mutating func hold(_ chosen: [Int], below rate: Draw.Rate, _ search: inout DrawSearch) {
    let caps = search.caps(at: rate, for: chosen)
    let used = strict?.used ?? []
    for purse in search.pending { strict?.setBin(purse, capacity: max(caps[purse], used[purse])) }
    strict?.commit()
    search.draw.settled.formUnion(chosen)
  }

  /// Whether the purses can give no more than that.
  private mutating func draws(
    at caps: [Int64], _ search: inout DrawSearch
  ) -> BranchSearch.Answer {
    guard search.remaining > 0, maySearch else {
      search.isCutShort = true
      return .unknown
    }
    search.remaining -= 1
    let draw = search.draw
    let answer = ask(limit: Self.branchesPerDraw, about: nil) { $0.cap(to: caps, draw) }
    if answer == .unknown { search.isCutShort = true }
    return answer
  }
}
