public import Vocabulary

/// What becomes of one purse.
public struct PurseTally: Hashable, Sendable {
  public let id: String
  /// Its whole amount, nothing once withdrawn.
  public let amount: Cents
  public let consumed: Cents
  public let left: Cents
  /// How many projects it pays.
  public let paid: Int
  /// Whether the scenario withdraws it.
  public let isWithdrawn: Bool

  static func all(
    of instance: Instance, _ outcome: Outcome, withdrawn: Set<String>
  ) -> [PurseTally] {
    var consumed: [String: Cents] = [:]
    var paid: [String: Int] = [:]
    for part in outcome.projects.flatMap(\.parts) {
      consumed[part.purse, default: .zero] += part.amount
      paid[part.purse, default: 0] += 1
    }
    return instance.purses.sorted { $0.id.precedesInBytes($1.id) }.map { purse in
      let given = consumed[purse.id] ?? .zero
      return PurseTally(
        id: purse.id, amount: purse.amount, consumed: given, left: purse.amount - given,
        paid: paid[purse.id] ?? 0, isWithdrawn: withdrawn.contains(purse.id))
    }
  }
}

/// What the projects of one axis, or of one kind of applicant, receive.
public struct CategoryTally: Hashable, Sendable {
  /// Nil for the projects that say none.
  public let value: String?
  public let retained: Int
  public let granted: Cents

  static func all(
    of entries: [TalliedProject], by value: (Instance.Project) -> String?
  ) -> [CategoryTally] {
    Dictionary(grouping: entries) { value($0.project) }.map { value, entries in
      CategoryTally(
        value: value, retained: entries.count { $0.share.isRetained },
        granted: entries.map(\.share.total).total())
    }.sorted { precedes($0.value, $1.value) }
  }
}

/// What the projects of one district receive.
///
/// A project of several districts is counted wholly in each, but its money is split equally between
/// them, so that the districts' sums make up the whole.
public struct DistrictTally: Hashable, Sendable {
  /// Nil for the projects that take place in no district.
  public let code: String?
  /// Nil when unknown.
  public let inhabitants: Int64?
  /// How many retained projects take place here, here only or not.
  public let retained: Int
  /// The district's part of the grants.
  public let granted: Cents

  /// The cents per inhabitant, to the nearest, halves up.
  public var perInhabitant: Cents? {
    inhabitants.map { count in
      let (euros, rest) = granted.rawValue.quotientAndRemainder(dividingBy: count)
      // Doubling the remainder could overflow; comparing it with the other half cannot.
      return Cents(euros + (rest >= count - rest ? 1 : 0))
    }
  }

  static func all(
    of entries: [TalliedProject], inhabitants: [String: Int64]
  ) -> [DistrictTally] {
    var retained: [String?: Int] = [:]
    var granted: [String?: Cents] = [:]
    for code in inhabitants.keys { retained[code] = 0 }
    for entry in entries {
      let codes = Set(entry.project.districts).sorted { $0.precedesInBytes($1) }
      let places: [String?] = codes.isEmpty ? [nil] : codes
      // Equal weights: the cents left over go to the first districts by code.
      let parts = entry.share.total.split(byWeights: places.map { _ in 1 })
      for (place, part) in zip(places, parts) {
        retained[place, default: 0] += entry.share.isRetained ? 1 : 0
        granted[place, default: .zero] += part
      }
    }
    return retained.map { code, count in
      DistrictTally(
        code: code, inhabitants: code.flatMap { inhabitants[$0] }, retained: count,
        granted: granted[code] ?? .zero)
    }.sorted { precedes($0.code, $1.code) }
  }
}

/// Byte order, what has no name last.
private func precedes(_ left: String?, _ right: String?) -> Bool {
  guard let left else { return false }
  guard let right else { return true }
  return left.precedesInBytes(right)
}
