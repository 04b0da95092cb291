/// A solution: which members are taken and what their cells carry.
public struct Selection: Sendable {
  public var isTaken: [Bool]
  /// By cell, in units; zero for the cells of members that are left.
  public var amounts: [Int64]
  /// By slack, in its own units.
  public var slacks: [Int64]
  var value: Double

  /// Gathers a solution.
  init(isTaken: [Bool], amounts: [Int64], slacks: [Int64], value: Double) {
    self.isTaken = isTaken
    self.amounts = amounts
    self.slacks = slacks
    self.value = value
  }
}

/// What a search ends with.
public struct SearchResult: Sendable {
  /// The best solution met; nil when none was.
  public var best: Selection?
  /// No solution is worth more; minus infinity when there is none.
  var bound: Double
  /// How many nodes were visited.
  public var nodes: Int

  /// Whether it is shown that there is no solution.
  public var isImpossible: Bool { best == nil && bound == -.infinity }

  /// The bound divided by `unit`, rounded down; nil when there is no solution.
  ///
  /// What floating point may have lost is added before rounding.
  public func bound(inUnitsOf unit: Int64) -> Int64? {
    guard bound > -.infinity else { return nil }
    let safe = (bound + abs(bound) * 1e-9) / Double(unit)
    return safe < 9e18 ? Int64(safe.rounded(.down)) : .max
  }
}

/// How far a search goes; only counts, so that it ends at the same point on every machine.
public struct SearchLimits: Sendable {
  /// Nodes spent looking for a proof without any gap.
  public var exactNodes: Int
  /// Nodes after which the search stops whatever the gap.
  public var nodes: Int
  /// Once `exactNodes` are spent, the gap, relative to the value, that ends the search.
  var gap: Double
  /// A gap that is always close enough, in units of value.
  var absoluteGap: Double

  /// Chooses limits.
  ///
  /// - Parameters:
  ///   - exactNodes: nodes spent looking for a proof without any gap.
  ///   - nodes: nodes after which the search stops whatever the gap.
  ///   - millionths: the gap that ends the search, in millionths of the value.
  ///   - close: a gap that is always close enough, in units of value.
  public init(exactNodes: Int, nodes: Int, millionths: Int64, close: Int64 = 0) {
    self.exactNodes = exactNodes
    self.nodes = nodes
    gap = Double(millionths) / 1e6
    absoluteGap = max(Double(close), 1e-6)
  }
}
