import Contract
import Foundation

/// The phrases of a lexicon, ready to be found in texts, with what each weighs for each objective.
///
/// A phrase weighs the weight of its heading, 35 % more for each word beyond the first (up to three),
/// times how few objectives hold it: `ln(1 + N / n) / ln(1 + N)`, n of N objectives holding it.
struct LexiconIndex {
  struct Holder {
    let objective: Int
    /// Negative for a trap.
    let weight: Double
  }

  /// What each word beyond the first adds.
  private static let longer = 0.35

  private(set) var trie = PhraseTrie()
  /// For each phrase, the objectives that hold it.
  private(set) var holders: [[Holder]] = []

  init(_ lexicon: Lexicon, codes: [String], reader: WordReader) {
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var headings: [[(objective: Int, heading: Lexicon.Heading)]] = []
    var lengths: [Int] = []
    for entry in lexicon.entries {
      guard let objective = places[entry.objective],
        let (phrase, length) = trie.add(entry.phrase, reader: reader)
      else { continue }
      if phrase == headings.count {
        headings.append([])
        lengths.append(length)
      }
      // An objective that gives a phrase twice keeps the first heading.
      if !headings[phrase].contains(where: { $0.objective == objective }) {
        headings[phrase].append((objective, entry.heading))
      }
    }
    let all = Double(codes.count)
    holders = zip(headings, lengths).map { entries, length in
      let number = Double(max(1, entries.count { $0.heading != .traps }))
      let rarity = log(1 + all / number) / log(1 + all)
      let size = 1 + Self.longer * Double(min(length, 3) - 1)
      return entries.map { entry in
        let tenths = Double(lexicon.weights[entry.heading] ?? 0) / 10
        return Holder(
          objective: entry.objective,
          weight: (entry.heading == .traps ? -tenths : tenths) * size * rarity)
      }
    }
  }
}
