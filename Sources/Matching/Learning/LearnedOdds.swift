import Foundation

/// The log-odds of the words learned, for one reader's numbers of stems.
struct LearnedOdds {
  /// Voices that every objective is lent, spread as words are over all objectives: what was seen once
  /// proves little.
  private static let lent = 8.0
  /// A single word never weighs more than this, for or against.
  private static let most = 2.0
  private static let least = -0.5

  private let totals: [Double]
  /// By stem; empty for a stem never learned.
  private var counts: [[(objective: Int, voices: Double)]]
  /// By stem, worked out when it is first met.
  private var rows: [[Double]]

  var isEmpty: Bool { counts.isEmpty }

  /// - Parameters:
  ///   - learned: the counts.
  ///   - codes: the objectives, in the order of the rows.
  ///   - reader: gives their numbers to stems.
  init(_ learned: LearnedWords, codes: [String], reader: WordReader) {
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    totals = codes.map { Double(learned.objectives[$0] ?? 0) }
    var counts: [[(objective: Int, voices: Double)]] = []
    for (stem, voices) in learned.stems {
      let known = voices.compactMap { code, count in
        places[code].map { (objective: $0, voices: Double(count)) }
      }
      guard !known.isEmpty else { continue }
      let number = reader.number(ofStem: stem)
      if number >= counts.count {
        counts += Array(repeating: [], count: number + 1 - counts.count)
      }
      counts[number] = known
    }
    self.counts = counts
    rows = Array(repeating: [], count: counts.count)
  }

  /// Gives, for each objective, the log-odds of a stem; nothing for a stem never learned.
  ///
  /// - Parameters:
  ///   - stem: its number.
  ///   - own: voices that the text at hand gave itself, to each objective: they are taken off.
  ///   - body: receives the row.
  mutating func withRow(of stem: Int, leavingOut own: [Double]? = nil, _ body: ([Double]) -> Void) {
    guard stem < counts.count, !counts[stem].isEmpty else { return }
    if let own { return body(logOdds(of: counts[stem], leavingOut: own)) }
    if rows[stem].isEmpty { rows[stem] = logOdds(of: counts[stem]) }
    body(rows[stem])
  }

  private func logOdds(
    of voices: [(objective: Int, voices: Double)], leavingOut own: [Double]? = nil
  ) -> [Double] {
    var here = [Double](repeating: 0, count: totals.count)
    for entry in voices { here[entry.objective] = entry.voices }
    var totals = totals
    if let own {
      for objective in own.indices {
        here[objective] = max(0, here[objective] - own[objective])
        totals[objective] -= own[objective]
      }
    }
    let total = totals.reduce(0, +)
    let met = here.reduce(0, +)
    guard met > 0 else { return [] }
    let share = (met + 0.5) / (total + 1)
    return zip(here, totals).map { inside, size in
      let ratio =
        ((inside + Self.lent * share) / (size + Self.lent))
        / ((met - inside + Self.lent * share) / (total - size + Self.lent))
      return min(Self.most, max(Self.least, log(ratio)))
    }
  }
}
