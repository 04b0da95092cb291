import Foundation

/// How often words went with each objective in dossiers whose objective people gave.
///
/// Whole counts and nothing else: what was learned can be read, redone and taken back. A dossier gives
/// two voices to its main objective and one to each other; a word counts once in a dossier.
public struct LearnedWords: Hashable, Sendable {
  /// Voices of the main objective of a dossier.
  static let mainVoices = 2

  /// Voices by objective.
  private(set) var objectives: [String: Int] = [:]
  /// Voices by stem, then by objective.
  private(set) var stems: [String: [String: Int]] = [:]
  /// Fingerprints of the texts learned, so that a measure never judges a text by itself.
  private(set) var lessons: [UInt64: Int] = [:]

  /// Nothing learned.
  public init() {}

  /// Number of texts learned.
  public var count: Int { lessons.values.reduce(0, +) }

  /// Learns a text, or takes it back.
  ///
  /// - Parameters:
  ///   - lesson: the words of the text.
  ///   - codes: its objectives, the main one first.
  ///   - times: 1 to learn, -1 to take back; more when it was learned several times.
  mutating func add(_ lesson: Lesson, objectives codes: [String], times: Int = 1) {
    var seen: Set<String> = []
    for code in codes where seen.insert(code).inserted {
      let voices = (seen.count == 1 ? Self.mainVoices : 1) * times
      Self.add(voices, to: code, in: &objectives)
      for stem in lesson.stems { Self.add(voices, to: code, in: &stems[stem, default: [:]]) }
    }
    for stem in lesson.stems where stems[stem]?.isEmpty == true { stems[stem] = nil }
    let known = timesLearned(lesson) + times
    lessons[lesson.fingerprint] = known > 0 ? known : nil
  }

  /// How many times a text was learned.
  func timesLearned(_ lesson: Lesson) -> Int { lessons[lesson.fingerprint] ?? 0 }

  private static func add(_ voices: Int, to code: String, in counts: inout [String: Int]) {
    let total = counts[code, default: 0] + voices
    counts[code] = total > 0 ? total : nil
  }

  init(objectives: [String: Int], stems: [String: [String: Int]], lessons: [UInt64: Int]) {
    self.objectives = objectives
    self.stems = stems
    self.lessons = lessons
  }
}

/// What a text teaches: its different words, by their stems.
struct Lesson: Hashable, Sendable {
  let stems: Set<String>

  /// FNV-1a over the stems in order: two texts of the same words are the same lesson.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stems.sorted().joined(separator: " ").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}

/// The log-odds of the words learned, for one reader's numbers of stems.
struct LearnedOdds {
  /// Voices that every objective is lent, spread as words are over all objectives: what was seen once
  /// proves little.
  private static let lent = 8.0
  /// A single word never weighs more than this, for or against.
  private static let most = 2.0
  private static let least = -0.5

  private let totals: [Double]
  private let total: Double
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
    total = totals.reduce(0, +)
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
  mutating func withRow(of stem: Int, _ body: ([Double]) -> Void) {
    guard stem < counts.count, !counts[stem].isEmpty else { return }
    if rows[stem].isEmpty { rows[stem] = logOdds(of: counts[stem]) }
    body(rows[stem])
  }

  private func logOdds(of voices: [(objective: Int, voices: Double)]) -> [Double] {
    let met = voices.reduce(0) { $0 + $1.voices }
    let share = (met + 0.5) / (total + 1)
    var here = [Double](repeating: 0, count: totals.count)
    for entry in voices { here[entry.objective] = entry.voices }
    return zip(here, totals).map { inside, size in
      let ratio =
        ((inside + Self.lent * share) / (size + Self.lent))
        / ((met - inside + Self.lent * share) / (total - size + Self.lent))
      return min(Self.most, max(Self.least, log(ratio)))
    }
  }
}
