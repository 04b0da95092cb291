extension Search {
  /// What is known of a member beside those already decided.
  public enum Answer: Sendable {
    /// Some solution takes it; here is one.
    case possible(Selection)
    /// No solution does.
    case impossible
    /// The nodes ran out first.
    case unknown
  }

  /// Leaves a member out, or takes it, in everything that follows.
  public func settle(_ member: Int, isTaken: Bool) {
    master.pricer.decisions.decide(member: member, isTaken ? .yes : .no)
  }

  /// Whether some solution takes this member; it is taken from now on when there is one.
  ///
  /// - Parameters:
  ///   - member: a member that no solution had to take so far.
  ///   - most: how many nodes may be visited.
  /// - Returns: a solution that takes it, or that there is none, or that the nodes ran out.
  public func ask(for member: Int, nodes most: Int) -> Answer {
    let saved = (master.basis, master.pricer.decisions)
    settle(member, isTaken: true)
    let answer = findAny(nodes: most)
    guard case .possible = answer else {
      (master.basis, master.pricer.decisions) = saved
      return answer
    }
    return answer
  }

  /// Failures of the exact method in one question: more of them rarely find anything.
  private static let patience = 4

  /// Any solution under the present decisions.
  public func findAny(nodes most: Int) -> Answer {
    best = nil
    patience = Self.patience
    remaining = most
    leftBound = -.infinity
    exploreNodes()
    if let best { return .possible(best) }
    return leftBound == -.infinity ? .impossible : .unknown
  }
}
