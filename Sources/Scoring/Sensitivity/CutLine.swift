public import Vocabulary

/// Where a ranking is cut between the projects that would be retained and the others.
///
/// It helps to see what is uncertain; it decides nothing: the committee and its allocator do.
public enum CutLine: Hashable, Sendable {
  /// So many projects, best first.
  case count(Int)
  /// Best first while the needs fit in an amount; the first that does not fit ends the list.
  case amount(Cents)

  /// How many of the first entries are above the line.
  public func retained(_ entries: some Sequence<RankingEntry>) -> Int {
    switch self {
    case .count(let count): return max(0, count)
    case .amount(let amount):
      var left = amount
      var count = 0
      for entry in entries {
        guard entry.need <= left else { break }
        left -= entry.need
        count += 1
      }
      return count
    }
  }
}
