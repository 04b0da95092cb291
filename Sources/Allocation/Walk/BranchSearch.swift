/// Looks for a distribution that also respects the side rules, by branching on the broken ones.
///
/// Depth first; the flow with tightened bounds is the relaxation, so a branch is left as soon as no
/// flow exists in it. The number of branches is limited, so that a run always ends at the same point.
struct BranchSearch {
  enum Answer {
    case possible
    case impossible
    /// The limit came first.
    case unknown
  }

  let rules: SideRules
  /// Branches that may still be tried in the whole run.
  var remaining: Int
  private var seen: [Int32]
  private var round: Int32 = 0

  init(rules: SideRules, remaining: Int) {
    self.rules = rules
    self.remaining = remaining
    seen = [Int32](repeating: 0, count: rules.rules.count)
  }

  private struct Frame {
    let mark: Int
    let children: [Restriction]
    var next = 0
  }

  /// Starts from a flow within all bounds; the network is left on the answer when it is possible.
  mutating func complete(_ network: inout Network, limit: Int) -> Answer {
    var frames: [Frame] = []
    var left = min(limit, remaining)
    while true {
      guard let children = brokenRule(in: network) else { return .possible }
      frames.append(Frame(mark: network.mark, children: children))
      while true {
        guard var frame = frames.popLast() else { return .impossible }
        network.rollback(to: frame.mark)
        guard frame.next < frame.children.count else { continue }
        guard left > 0 else { return .unknown }
        left -= 1
        remaining -= 1
        let child = frame.children[frame.next]
        frame.next += 1
        frames.append(frame)
        if Self.apply(child, to: &network) { break }
      }
    }
  }

  private static func apply(_ restriction: Restriction, to network: inout Network) -> Bool {
    for bound in restriction.bounds {
      let low = max(bound.low, network.low[bound.cell])
      let high = min(bound.high, network.high[bound.cell])
      guard low <= high else { return false }
      network.restrict(bound.cell, low: low, high: high)
    }
    if restriction.lower > network.lower[restriction.project] {
      network.setProject(restriction.project, lower: restriction.lower)
    }
    return network.settle(restriction.project)
  }

  /// The branching of the first broken rule, among those that changed amounts may break.
  private mutating func brokenRule(in network: Network) -> [Restriction]? {
    round &+= 1
    for cell in network.touched {
      for number in rules.rulesOfCell[Int(cell)] where seen[Int(number)] != round {
        seen[Int(number)] = round
        if let children = rules.rules[Int(number)].branching(in: network) { return children }
      }
    }
    return nil
  }
}
