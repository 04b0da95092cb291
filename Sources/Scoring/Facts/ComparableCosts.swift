import Vocabulary

/// The costs for each person expected of the actions of a call, to compare one with its like.
///
/// Actions are compared within their objective, else within their axis, else within the whole call:
/// the first of the three that has enough of them.
public struct ComparableCosts: Hashable, Sendable, Codable {
  /// What actions alike cost.
  public struct Group: Hashable, Sendable, Codable {
    public let actions: Int
    /// Cents for each person: the middle one, or the lower of the two in the middle.
    public let median: Int64

    /// States the median of a number of actions.
    public init(actions: Int, median: Int64) {
      self.actions = actions
      self.median = median
    }
  }

  /// Key of the group of the whole call.
  static let everything = "*"

  /// By code of objective, by code of axis, and of the whole call.
  public let groups: [String: Group]

  /// Computes the medians of the actions of a call.
  ///
  /// - Parameter costs: what is known of each; an action that does not say whom it is for is passed over.
  public init(_ costs: some Sequence<CostFacts>) {
    var byCode: [String: [Int64]] = [:]
    for cost in costs {
      guard let cents = cost.centsPerPerson else { continue }
      for code in [cost.objective, cost.axis ?? "", Self.everything] where !code.isEmpty {
        byCode[code, default: []].append(cents)
      }
    }
    groups = byCode.mapValues { cents in
      Group(actions: cents.count, median: cents.sorted()[(cents.count - 1) / 2])
    }
  }

  /// The narrowest group of at least so many actions, with its code; `nil` when there is none.
  func group(objective: String, axis: String?, least: Int) -> (code: String, group: Group)? {
    for code in [objective, axis ?? "", Self.everything] {
      if let group = groups[code], group.actions >= least { return (code, group) }
    }
    return nil
  }
}
