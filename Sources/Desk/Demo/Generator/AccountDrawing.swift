import Vocabulary

/// Spreads amounts over the accounts of a project's budget (Cerfa n° 12156*06).
enum AccountDrawing {
  private typealias Weighted = (account: String, weight: ClosedRange<Int>)

  private static let whole: [Weighted] = [
    ("60", 30...60), ("61", 8...25), ("62", 10...35), ("65", 1...6),
  ]
  private static let purchases: [Weighted] = [
    ("601", 10...35), ("604", 10...40), ("60x", 3...10), ("613", 5...20), ("615", 2...8),
    ("616", 1...5), ("618", 1...6), ("622", 8...35), ("623", 2...10), ("625", 4...15),
    ("62x", 1...3), ("635", 1...3), ("65", 1...5), ("66", 1...2), ("67", 1...2), ("68", 2...8),
  ]
  /// Accounts from which the applicant's own money comes, besides its reserves.
  private static let ownAccounts = ["70", "73", "756", "758", "76", "77", "789", "79"]

  /// The charges of an action; they sum to its cost.
  static func charges(of cost: Cents, _ random: inout SplitMix64) -> [BudgetDraft.Line] {
    var weighted: [(account: String, weight: Int64)] = []
    let isSmall = cost < Cents(euros: 4_000)
    let count = isSmall ? random.within(7...11) : random.within(8...14)
    // Some fill the accounts and none of their details.
    let isBrief = random.happens(percent: isSmall ? 20 : 6)
    let chosen = isBrief ? whole : random.sample(purchases, count)
    for line in chosen.sorted(by: { $0.account < $1.account }) {
      weighted.append((line.account, Int64(random.within(line.weight)) * 100))
    }
    let isStaffed = cost >= Cents(euros: 8_000) ? random.happens(percent: 85) : !isSmall
    if isStaffed { weighted += staff(random.within(60...260), &random) }
    return spread(cost, over: weighted, &random)
  }

  private static func staff(
    _ weight: Int, _ random: inout SplitMix64
  ) -> [(account: String, weight: Int64)] {
    var lines: [(account: String, weight: Int64)] = []
    func add(_ account: String, _ percent: Int, _ share: ClosedRange<Int>) {
      guard random.happens(percent: percent) else { return }
      lines.append((account, Int64(weight * random.within(share))))
    }
    add("631", 55, 4...9)
    lines.append(("641", Int64(weight * 100)))
    add("645", 100, 34...45)
    add("647", 45, 1...4)
    add("fixes", 55, 5...20)
    add("frais_financiers", 15, 1...2)
    add("autres_indirectes", 40, 1...8)
    return lines
  }

  private static func spread(
    _ cost: Cents, over weighted: [(account: String, weight: Int64)], _ random: inout SplitMix64
  ) -> [BudgetDraft.Line] {
    // Tens of euros, since a cost is a whole number of them.
    let parts = Cents(cost.rawValue / 1_000).split(byWeights: weighted.map(\.weight))
    var lines = zip(weighted, parts).map { weighted, part in
      BudgetDraft.Line(account: weighted.account, amount: Cents(part.rawValue * 1_000))
    }
    lines[0].amount += Cents(cost.rawValue % 1_000)
    lines.removeAll { $0.amount == .zero }
    if random.happens(percent: 10), lines.count > 1 {
      let moved = Cents(Int64(random.within(1...999)))
      lines[0].amount += moved
      lines[1].amount -= moved
      lines.removeAll { $0.amount == .zero }
    }
    return lines
  }

  /// What the applicant brings; sums to `own`.
  static func resources(of own: Cents, _ random: inout SplitMix64) -> [BudgetDraft.Line] {
    guard own > .zero else { return [] }
    var left = own
    var lines: [BudgetDraft.Line] = []
    for account in random.sample(ownAccounts, random.within(1...4)).sorted() {
      let part = Cents(own.rawValue * Int64(random.within(4...18)) / 100 / 1_000 * 1_000)
      guard part > .zero, part < left else { continue }
      lines.append(BudgetDraft.Line(account: account, amount: part))
      left -= part
    }
    lines.append(BudgetDraft.Line(account: "propres", amount: left))
    return lines
  }

  /// Voluntary contributions, as much received as used.
  static func volunteer(_ draft: inout BudgetDraft, _ random: inout SplitMix64) {
    let hours = Cents(euros: Int64(random.within(4...150) * 50))
    draft.volunteerUses = [BudgetDraft.Line(account: "864", amount: hours)]
    draft.volunteerResources = [BudgetDraft.Line(account: "870", amount: hours)]
    guard random.happens(percent: 50) else { return }
    let loan = Cents(euros: Int64(random.within(2...60) * 50))
    draft.volunteerUses.insert(BudgetDraft.Line(account: "861", amount: loan), at: 0)
    let source = random.happens(percent: 70) ? "871" : "875"
    draft.volunteerResources.append(BudgetDraft.Line(account: source, amount: loan))
  }
}
