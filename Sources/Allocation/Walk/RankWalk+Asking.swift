extension RankWalk {
  /// A lower bound that one project is to receive.
  struct Question {
    let project: Int
    let lower: Int64
    /// Its present lower bound; nil when it is not retained yet.
    let former: Int64?
  }

  /// Branches tried without reopening anything, and around one choice of used cells.
  static let branchesInPlace = 50
  static let branchesPerChoice = 200
  /// Branches tried once everything is reopened, when choices of used cells have failed.
  static let branchesReopened = 500
  private static let choices = 6

  /// What became of a question, and the cut that proves it impossible when one does.
  typealias Finding = (answer: BranchSearch.Answer, proof: NeedCut?)

  /// Whether the strict network still has a distribution after `change`; kept only when it has.
  mutating func ask(
    limit: Int, about question: Question?, after change: (inout Network) -> Bool
  ) -> BranchSearch.Answer {
    if let question, isExcluded(question) { return .impossible }
    let found = find(limit: limit, about: question, after: change)
    if let question, let proof = found.proof { remember(proof, question) }
    return found.answer
  }

  /// Looks for a distribution after `change`, which has everyone receive at least `lowers`: what is
  /// settled so far, unless told otherwise.
  ///
  /// The present branching is tried first with few branches; then come the cuts, which prove that
  /// there is none, or say which cells to use; at last everything is reopened.
  mutating func find(
    limit: Int, about question: Question?, lowers: [Int64?]? = nil,
    after change: (inout Network) -> Bool
  ) -> Finding {
    guard var network = strict.take() else { return (.possible, nil) }
    defer { strict = network }
    let closed = network.watches.groups.map(\.isClosed)
    let own = question == nil && proofs.choosesUses ? holdPattern(of: &network) : []
    let isReached = change(&network)
    if isReached, completes(&network, limit: min(Self.branchesInPlace, limit)) {
      network.restore(own)
      keep(&network, isReleased: false)
      return (.possible, nil)
    }
    var found = Finding(.unknown, nil)
    if proofs.choosesUses {
      let lowers = lowers ?? self.lowers(asking: question)
      found = chooseUses(&network, lowers: lowers, after: change)
    }
    let isChosen = question != nil && !isReached && !proofs.isIdle
    let mayChoose = isChosen && remainingChoices > 0
    if let question, mayChoose {
      found.answer = choose(&network, question, after: change)
    }
    if found.answer == .unknown, !isChosen || mayChoose {
      reopen(&network)
      let most = isChosen ? min(limit, Self.branchesReopened) : limit
      found.answer = change(&network) ? search.complete(&network, limit: most) : .impossible
    }
    if found.answer == .possible {
      keep(&network, isReleased: true)
    } else {
      giveUp(&network, closed: closed)
    }
    return found
  }

  private mutating func completes(_ network: inout Network, limit: Int) -> Bool {
    search.complete(&network, limit: limit) == .possible
  }

  /// Goes back to the distribution that was known.
  private func giveUp(_ network: inout Network, closed: [Bool]) {
    network.rollback(to: 0)
    for group in closed.indices { network.watches.groups[group].isClosed = closed[group] }
    network.forgetTouched()
  }

  private mutating func isExcluded(_ question: Question) -> Bool {
    proofs.exclude(question.project, from: question.former, to: question.lower)
  }

  /// Tries the used cells that the cut of the last failure points at, then those of the next cut.
  private mutating func choose(
    _ network: inout Network, _ question: Question, after change: (inout Network) -> Bool
  ) -> BranchSearch.Answer {
    var lowers: [Int64?] = zip(isRetained, baseLower).map { $0 ? $1 : nil }
    lowers[question.project] = question.lower
    var last: [Bool] = []
    var weights: [Int: Int64] = [:]
    var tightest = Int128.max
    for rounds in 0..<Self.choices where remainingChoices > 0 {
      remainingChoices -= 1
      let cut = proofs.cut(around: network.trail.queue, lowers: lowers)
      if cut.isExceeded {
        remember(cut, question)
        return .impossible
      }
      guard rounds == 0 || cut.isInside != last else { return .unknown }
      last = cut.isInside
      if cut.slack < tightest || rounds < 3 {
        tightest = min(tightest, cut.slack)
        weights = weigh(cut, lowers)
      }
      reopen(&network)
      if use(weights, lowers, for: question.project, in: &network), change(&network) {
        return search.complete(&network, limit: Self.branchesPerChoice) == .possible
          ? .possible : .unknown
      }
    }
    return .unknown
  }

  private func weigh(_ cut: Cut, _ lowers: [Int64?]) -> [Int: Int64] {
    var weights: [Int: Int64] = [:]
    for limit in proofs.counts.limits {
      for cell in problem.sideRules.groups[limit.group] {
        guard let lower = lowers[problem.cellProject[cell]] else { continue }
        weights[cell] = cut.gain(of: cell, lower: lower) ?? Cut.prohibitive
      }
    }
    return weights
  }

  private mutating func remember(_ cut: Cut, _ question: Question) {
    var cut = cut
    cut.remove(question.project, lower: question.lower)
    if let former = question.former { cut.add(question.project, lower: former) }
    proofs.keep(cut)
  }

  /// Closes every counted cell but those that bring most inside the cuts.
  ///
  /// - Returns: whether the others still receive what they must.
  private func use(
    _ weights: [Int: Int64], _ lowers: [Int64?], for asking: Int, in network: inout Network
  ) -> Bool {
    var shut: Set<Int> = []
    var disturbed: Set<Int> = []
    for limit in proofs.counts.limits.sorted(by: { ($0.most, $0.group) < ($1.most, $1.group) }) {
      let ordered = ranked(limit.group, weights, lowers, shut: shut, in: network)
      let closed = ordered.dropFirst(limit.most)
      network.watches.groups[limit.group].isClosed =
        closed.contains { problem.cellProject[$0] == asking }
      for cell in closed {
        guard problem.low[cell] == 0 else { return false }
        shut.insert(cell)
        guard network.high[cell] > 0 else { continue }
        if network.amount[cell] > 0 { disturbed.insert(problem.cellProject[cell]) }
        network.restrict(cell, low: 0, high: 0)
      }
    }
    return disturbed.sorted().allSatisfy { network.settle($0) }
  }

  /// The cells of a group, those worth using first: those that must be, then by weight.
  private func ranked(
    _ group: Int, _ weights: [Int: Int64], _ lowers: [Int64?], shut: Set<Int>, in network: Network
  ) -> [Int] {
    let members = problem.sideRules.groups[group].compactMap { cell in
      lowers[problem.cellProject[cell]].map { lower in
        let isForced = problem.mustUse(cell, lower: lower) { !shut.contains($0) }
        return (
          cell: cell, weight: isForced ? .max : weights[cell] ?? 0, amount: network.amount[cell]
        )
      }
    }
    return members.sorted { left, right in
      (left.weight, left.amount, right.cell) > (right.weight, right.amount, left.cell)
    }.map(\.cell)
  }

  /// Undoes what was tried, and gives every retained project its own bounds back.
  func reopen(_ network: inout Network) {
    network.rollback(to: 0)
    for group in network.watches.groups.indices { network.watches.groups[group].isClosed = false }
    for project in tightened.map(Int.init).sorted() {
      if network.lower[project] != baseLower[project] {
        network.setProject(project, lower: baseLower[project])
      }
      for cell in network.cells(of: project) where isTightened(cell, in: network) {
        network.setCell(
          cell, amount: network.amount[cell], low: problem.low[cell], high: problem.high[cell])
      }
    }
  }

  private func isTightened(_ cell: Int, in network: Network) -> Bool {
    network.low[cell] != problem.low[cell] || network.high[cell] != problem.high[cell]
  }

  private func isFull(_ limit: (group: Int, most: Int), in network: Network) -> Bool {
    network.watches.groups[limit.group].cells.count >= limit.most
  }

  /// Keeps the distribution found, and takes note of the bounds that branching has tightened.
  mutating func keep(_ network: inout Network, isReleased: Bool) {
    for limit in proofs.counts.limits
    where isFull(limit, in: network) && !network.watches.groups[limit.group].isClosed {
      network.watches.groups[limit.group].isClosed = true
      for cell in problem.sideRules.groups[limit.group]
      where network.amount[cell] == 0 && network.low[cell] == 0 && network.high[cell] > 0 {
        network.setCell(cell, amount: 0, low: 0, high: 0)
      }
    }
    if isReleased {
      for project in tightened { hasTightBounds[Int(project)] = false }
      tightened.removeAll(keepingCapacity: true)
    }
    for entry in network.journal { note(entry, in: network) }
    network.commit()
    network.forgetTouched()
  }

  private mutating func note(_ entry: JournalEntry, in network: Network) {
    let project: Int
    switch entry {
    case .cell(let cell, _, _, _): project = problem.cellProject[cell]
    case .project(let index, _, _, _): project = index
    case .bin: return
    }
    guard !hasTightBounds[project] else { return }
    let isTight =
      network.lower[project] != baseLower[project]
      || network.cells(of: project).contains { isTightened($0, in: network) }
    guard isTight else { return }
    hasTightBounds[project] = true
    tightened.append(Int32(project))
  }
}
