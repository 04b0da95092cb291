import Contract
public import Vocabulary

/// How often the matching agrees with careful readers.
public struct MatchingMeasure: Hashable, Sendable {
  /// A main objective that was expected, and the one that came first instead of an accepted one.
  public struct Confusion: Hashable, Sendable {
    public let expected: String
    /// Empty when nothing was found.
    public let found: String
    public let count: Int
  }

  /// One case on which the matching and its reader differ.
  public struct Miss: Hashable, Sendable {
    public let id: String
    /// Codes accepted, the main one first.
    public let accepted: [String]
    /// The first codes found, three at most.
    public let found: [String]
    /// Rank of the first accepted code, from 1; `nil` when none was found.
    public let rank: Int?
  }

  public private(set) var cases = 0
  /// Cases whose first objective is an accepted one.
  public private(set) var first = 0
  /// Cases with an accepted objective among the first three.
  public private(set) var firstThree = 0
  /// Sum of 1/rank of the first accepted objective, in millionths.
  public private(set) var reciprocalRanks = 0
  /// Cases whose reader named the funders.
  public private(set) var fundedCases = 0
  /// Funders proposed; those of them that were expected; those expected.
  public private(set) var fundersProposed = 0
  public private(set) var fundersRight = 0
  public private(set) var fundersExpected = 0
  /// Cases whose first objective is not accepted, in the order they were added.
  public private(set) var misses: [Miss] = []

  /// A measure of no case.
  public init() {}

  /// Adds what the matching found of one case.
  public mutating func add(_ labelled: LabelledProject, found: Correspondence) {
    cases += 1
    let codes = found.objectives.map(\.code)
    let place = codes.firstIndex { labelled.objectives.contains($0) }
    if place == 0 { first += 1 }
    if let place {
      if place < 3 { firstThree += 1 }
      reciprocalRanks += (1_000_000 + (place + 1) / 2) / (place + 1)
    }
    if place != 0 {
      misses.append(
        Miss(
          id: labelled.project.id, accepted: labelled.objectives, found: Array(codes.prefix(3)),
          rank: place.map { $0 + 1 }))
    }
    guard let expected = labelled.funders else { return }
    let proposed = Set(found.funders.map(\.id))
    fundedCases += 1
    fundersProposed += proposed.count
    fundersExpected += Set(expected).count
    fundersRight += proposed.intersection(expected).count
  }

  /// Share of the cases, in basis points, rounded to the nearest; `nil` without a case.
  public static func share(_ part: Int, of whole: Int) -> BasisPoints? {
    whole > 0 ? BasisPoints(Int64((part * 20_000 + whole) / (2 * whole))) : nil
  }

  /// Mean of the reciprocal ranks, in millionths.
  public var meanReciprocalRank: Int { cases > 0 ? reciprocalRanks / cases : 0 }

  /// Pairs of objectives taken for one another, most frequent first, then by codes.
  public var confusions: [Confusion] {
    let pairs = misses.map { [$0.accepted.first ?? "", $0.found.first ?? ""] }
    return Dictionary(grouping: pairs) { $0 }
      .map { Confusion(expected: $0.key[0], found: $0.key[1], count: $0.value.count) }
      .sorted { ($1.count, $0.expected, $0.found) < ($0.count, $1.expected, $1.found) }
  }
}
