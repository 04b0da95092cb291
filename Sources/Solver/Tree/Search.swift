/// Looks for the best solution of a programme and proves how good it is.
///
/// The relaxation gives a bound and leaves few members undecided; a branch and bound settles them,
/// first among those that matter most with the others as they are, then among all that the bound
/// leaves open. It ends on counts of nodes or on the gap, never on the clock.
public final class Search {
  let programme: BlockProgramme
  let master: Master
  let limits: SearchLimits
  /// Finds whole amounts when the mix of a leaf is not whole.
  let realise: Realisation?
  var best: Selection?
  var nodes = 0
  /// Nodes that the present round may still visit.
  var remaining = 0
  /// The best bound among what was left unexplored in the present round.
  var leftBound = -Double.infinity
  /// How many more times the exact method may fail before it is no longer tried.
  var patience = 400
  /// No solution is worth less.
  let worst: Double

  /// Amounts for all the cells when exactly these members are taken, if an exact method finds any;
  /// the relaxation's own amounts, which may break rules, say where to look.
  public typealias Realisation = (_ isTaken: [Bool], _ near: Suggestion) -> [Int64]?

  /// What a relaxation suggests: amounts by cell and slacks, in whole units.
  public struct Suggestion: Sendable {
    public let amounts: [Int64]
    public let slacks: [Int64]
  }

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - programme: what is to be solved.
  ///   - limits: how far the search goes.
  ///   - start: a solution already known.
  ///   - realise: an exact method for the amounts, tried when the mix of a leaf is not whole.
  public convenience init(
    _ programme: BlockProgramme, limits: SearchLimits, start: Selection? = nil,
    realise: Realisation? = nil
  ) {
    self.init(programme, limits: limits, start: start, realise: realise, rows: Self.pricedRows)
  }

  /// The same with another number of rows.
  init(
    _ programme: BlockProgramme, limits: SearchLimits, start: Selection? = nil,
    realise: Realisation? = nil, rows: Int
  ) {
    self.programme = programme
    self.limits = limits
    self.realise = realise
    master = Master(programme, rows: rows)
    var worst: Double = 0
    for member in programme.members {
      worst += min(0, member.value, member.value + member.valuePerUnit * Double(member.ceiling))
    }
    for slack in programme.slacks { worst -= slack.cost * Double(slack.upper) }
    self.worst = worst
    best = start
    best?.value = start.map(programme.value) ?? 0
    master.start(from: start)
  }

  /// Runs the search.
  public func run() -> SearchResult {
    let isLarge = programme.members.count > Self.fewMembers
    let root = master.solve(precision: isLarge ? 2e-6 : precision)
    nodes = 1
    guard root.bound > -.infinity else {
      return SearchResult(
        best: best, bound: best?.value ?? -.infinity, nodes: 1)
    }
    if root.isAllowed { round(Mix(master)) }
    var bound = root.bound
    for count in Self.cores where !isClose(bound) && nodes < limits.nodes {
      bound = min(bound, explore(core: count, bound: root.bound))
    }
    return SearchResult(
      best: best, bound: best.map { max($0.value, bound) } ?? bound, nodes: nodes)
  }

  /// Rows that have a price.
  ///
  /// Beyond, the tightest have: the bound holds, and every solution is checked against all of them.
  private static let pricedRows = 250
  /// Beyond that many members, a relaxation a few millionths off is precise enough.
  private static let fewMembers = 4_000
  /// Up to that many members, the bonuses that order equal values count in a relaxation.
  private static let membersInOrder = 1_000
  /// How close a mix comes to its bound, relative to it.
  var precision: Double { programme.members.count > Self.membersInOrder ? 1e-7 : 1e-12 }
  /// How many blocks are explored together, from the narrowest round to the widest.
  private static let cores = [60, 150, 400]

  /// The value that a node must be able to exceed.
  var cutoff: Double {
    guard let best else { return -.infinity }
    return best.value + tolerance(best.value)
  }

  private func tolerance(_ value: Double) -> Double {
    nodes <= limits.exactNodes
      ? limits.absoluteGap : max(limits.absoluteGap, limits.gap * abs(value))
  }

  private func isClose(_ bound: Double) -> Bool {
    guard let best else { return false }
    return bound <= best.value + tolerance(best.value)
  }

  /// Explores the members that matter most; the others stay as the relaxation has them.
  ///
  /// - Returns: a bound on the whole programme.
  private func explore(core count: Int, bound: Double) -> Double {
    let saved = (master.basis, master.pricer.decisions)
    defer {
      (master.basis, master.pricer.decisions) = saved
      master.narrow(to: Array(programme.blocks.indices))
    }
    master.refresh()
    let losses = self.losses()
    fix(losses, bound)
    let isAll = master.active.count { losses[$0] < .infinity } <= count
    if !isAll { narrow(to: count, losses) }
    remaining = min(limits.nodes - nodes, isAll ? limits.nodes : count * 8)
    leftBound = -.infinity
    exploreNodes()
    guard isAll else { return bound }
    return min(bound, max(leftBound, best?.value ?? -.infinity))
  }

  /// How much the bound loses when each block is treated in another way than it is; infinite where
  /// nothing is left to decide.
  private func losses() -> [Double] {
    var losses = [Double](repeating: .infinity, count: programme.blocks.count)
    let pricer = master.pricer
    for block in master.active {
      guard let best = pricer.best(of: block, at: master.prices) else { continue }
      for member in programme.blocks[block].levels.joined()
      where pricer.decisions.member[member] == .free {
        losses[block] = min(losses[block], loss(of: member, in: block, best))
      }
    }
    return losses
  }

  /// What the bound loses when the member is decided the other way.
  private func loss(of member: Int, in block: Int, _ best: Pricer.Treatment) -> Double {
    let pricer = master.pricer
    pricer.decisions.decide(member: member, best.taken.contains(member) ? .no : .yes)
    defer { pricer.decisions.decide(member: member, .free) }
    guard let other = pricer.best(of: block, at: master.prices) else { return .infinity }
    return best.gain - other.gain
  }

  /// Decides the members whose other way cannot lead to anything better.
  private func fix(_ losses: [Double], _ bound: Double) {
    guard let best else { return }
    let floor = best.value + limits.absoluteGap
    let pricer = master.pricer
    for block in master.active where losses[block] < .infinity {
      guard let treatment = pricer.best(of: block, at: master.prices) else { continue }
      for member in programme.blocks[block].levels.joined()
      where pricer.decisions.member[member] == .free {
        guard bound - loss(of: member, in: block, treatment) <= floor else { continue }
        pricer.decisions.decide(member: member, treatment.taken.contains(member) ? .yes : .no)
      }
    }
  }

  /// Keeps the blocks with the smallest losses and those that are mixed; freezes the others.
  private func narrow(to count: Int, _ losses: [Double]) {
    let mixed = Set(Mix(master).mixed.map(\.block))
    var order = master.active.filter { !mixed.contains($0) }
    order.sort { losses[$0] == losses[$1] ? $0 < $1 : losses[$0] < losses[$1] }
    master.narrow(to: (mixed + order.prefix(count)).sorted())
  }
}
