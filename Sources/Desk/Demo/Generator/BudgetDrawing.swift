import Contract
import Vocabulary

/// Draws budgets: what is asked first, the cost it implies, then who is asked for what.
struct BudgetDrawing {
  /// Out of 100 requests, how many stay below each total, in euros.
  private static let totals: [(share: Int, below: Int)] = [
    (15, 2_500), (40, 7_000), (70, 20_000), (90, 45_000), (98, 80_000), (100, 120_000),
  ]
  private static let least = 800

  let options: [FundingOption]
  /// The last day on which a grant can have been decided to count as secured.
  let opening: Day

  func draw(_ random: inout SplitMix64) -> BudgetDraft {
    var draft = BudgetDraft()
    let publicShare = random.within(48...80)
    let order = random.sample(options, options.count)
    var total = Self.drawTotal(&random)
    var cost = Self.cost(of: total, publicShare: publicShare)
    let wanted = Self.funderCount(of: total, &random)
    draft.requests = ask(order, total: total, cost: cost, wanted: wanted, &random)
    var attempts = 0
    while draft.requests.isEmpty, !options.isEmpty, attempts < 8 {
      total *= 2
      cost = Self.cost(of: total, publicShare: publicShare)
      draft.requests = ask(order, total: total, cost: cost, wanted: wanted, &random)
      attempts += 1
    }
    cost = shrink(&draft, cost: cost, publicShare: publicShare, order: order, &random)
    if random.happens(percent: 3) { overshoot(&draft, cost: cost) }
    fill(&draft, cost: cost, &random)
    return draft
  }

  /// The budget of a year that follows: as much asked of the same funders, nothing secured yet.
  func repeated(_ first: BudgetDraft, _ random: inout SplitMix64) -> BudgetDraft {
    var draft = BudgetDraft()
    draft.requests = first.requests
    draft.charges = AccountDrawing.charges(of: first.cost, &random)
    draft.resources = AccountDrawing.resources(of: first.cost - draft.requested, &random)
    if !first.volunteerUses.isEmpty { AccountDrawing.volunteer(&draft, &random) }
    return draft
  }

  private static func drawTotal(_ random: inout SplitMix64) -> Int {
    let rank = random.below(100)
    var low = least
    for band in totals {
      if rank < band.share { return random.within(low...band.below - 1) }
      low = band.below
    }
    return low
  }

  /// The cost of which the total asked is the public share, rounded up to ten euros.
  private static func cost(of total: Int, publicShare: Int) -> Cents {
    Cents(euros: Int64((total * 100 / publicShare + 9) / 10 * 10))
  }

  private static func funderCount(of total: Int, _ random: inout SplitMix64) -> Int {
    switch total {
    case ..<3_000: random.within(1...2)
    case ..<10_000: random.within(1...3)
    case ..<30_000: random.within(2...4)
    default: random.within(3...5)
    }
  }

  private func ask(
    _ order: [FundingOption], total: Int, cost: Cents, wanted: Int, _ random: inout SplitMix64
  ) -> [BudgetDraft.Request] {
    var requests: [BudgetDraft.Request] = []
    var left = total
    for option in order where requests.count < wanted {
      guard let bounds = option.bounds(cost: cost) else { continue }
      guard requests.isEmpty || bounds.lowerBound <= left else { continue }
      let turns = wanted - requests.count
      let share = turns == 1 ? left : left * random.within(60...140) / (100 * turns)
      let wished = min(max(share, bounds.lowerBound), bounds.upperBound)
      let amount = Self.usual(wished, bounds, &random)
      requests.append(
        BudgetDraft.Request(
          funder: option.funder, commune: option.commune, amount: Cents(euros: Int64(amount)),
          needsSpecificCredits: option.purses.allSatisfy(\.isSpecific)))
      left -= amount
      if left < 300 { break }
    }
    return requests
  }

  /// The amount as people write it: by hundreds, by fifties, sometimes to the euro.
  private static func usual(
    _ amount: Int, _ bounds: ClosedRange<Int>, _ random: inout SplitMix64
  ) -> Int {
    guard !random.happens(percent: 8) else { return amount }
    let step = amount >= 2_000 ? (amount >= 10_000 && random.happens(percent: 60) ? 500 : 100) : 50
    let down = amount / step * step
    if bounds.contains(down) { return down }
    let up = (bounds.lowerBound + 49) / 50 * 50
    return bounds.contains(up) ? up : amount
  }

  /// Brings the cost back to what is asked when the purses could not take it all.
  private func shrink(
    _ draft: inout BudgetDraft, cost: Cents, publicShare: Int, order: [FundingOption],
    _ random: inout SplitMix64
  ) -> Cents {
    guard draft.requested.rawValue * 100 < cost.rawValue * 40, !draft.requests.isEmpty else {
      return cost
    }
    let total = Int(draft.requested.rawValue / 100)
    let smaller = Self.cost(of: total, publicShare: publicShare)
    let requests = ask(
      order, total: total, cost: smaller, wanted: draft.requests.count, &random)
    guard !requests.isEmpty else { return cost }
    draft.requests = requests
    return smaller
  }

  /// Asks a fifth more of one funder, whatever its ceiling, as happens.
  private func overshoot(_ draft: inout BudgetDraft, cost: Cents) {
    guard let first = draft.requests.first else { return }
    let more = Cents(first.amount.rawValue / 500 / 100 * 10_000)
    if draft.requested + more < cost { draft.requests[0].amount += more }
  }

  private func fill(_ draft: inout BudgetDraft, cost: Cents, _ random: inout SplitMix64) {
    draft.charges = AccountDrawing.charges(of: cost, &random)
    var own = cost - draft.requested
    if own >= Cents(euros: 1_000), random.happens(percent: 20) {
      let amount = Cents(own.rawValue * Int64(random.within(15...60)) / 100 / 10_000 * 10_000)
      if amount > .zero {
        draft.secured = [
          BudgetDraft.Secured(
            body: random.pick(NameFragments.securedBodies), amount: amount,
            decidedOn: opening.adding(days: -random.within(2...150)))
        ]
        own -= amount
      }
    }
    draft.resources = AccountDrawing.resources(of: own, &random)
    if random.happens(percent: 60) { AccountDrawing.volunteer(&draft, &random) }
    if random.happens(percent: 60) {
      let share = draft.requested.rawValue * Int64(random.within(40...75)) / 100
      let rounded = Cents(share / 10_000 * 10_000)
      draft.floor = rounded > .zero ? rounded : nil
    }
  }
}
