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
  /// The objectives of each text learned, by its fingerprint, once for each time: so that no text is
  /// ever judged by what it taught.
  private(set) var lessons: [UInt64: [[String]]] = [:]

  /// Nothing learned.
  public init() {}

  /// Number of texts learned.
  public var count: Int { lessons.values.reduce(0) { $0 + $1.count } }

  /// Learns a text, or takes it back.
  ///
  /// - Parameters:
  ///   - lesson: the words of the text.
  ///   - codes: its objectives, the main one first.
  ///   - times: 1 to learn, -1 to take back; more when it was learned several times.
  mutating func add(_ lesson: Lesson, objectives codes: [String], times: Int = 1) {
    let voices = Self.voices(of: codes)
    for (code, count) in voices {
      Self.add(count * times, to: code, in: &objectives)
      for stem in lesson.stems { Self.add(count * times, to: code, in: &stems[stem, default: [:]]) }
    }
    for stem in lesson.stems where stems[stem]?.isEmpty == true { stems[stem] = nil }
    note(voices.map(\.code), of: lesson, times: times)
  }

  /// The voices that a text gives to each of its objectives, the main one first.
  static func voices(of codes: [String]) -> [(code: String, count: Int)] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }.enumerated().map { place, code in
      (code, place == 0 ? mainVoices : 1)
    }
  }

  private mutating func note(_ codes: [String], of lesson: Lesson, times: Int) {
    var known = lessons[lesson.fingerprint] ?? []
    if times > 0 {
      known += Array(repeating: codes, count: times)
      known.sort { $0.lexicographicallyPrecedes($1) }
    } else {
      for _ in 0..<(-times) { known.firstIndex(of: codes).map { _ = known.remove(at: $0) } }
    }
    lessons[lesson.fingerprint] = known.isEmpty ? nil : known
  }

  private static func add(_ voices: Int, to code: String, in counts: inout [String: Int]) {
    let total = counts[code, default: 0] + voices
    counts[code] = total > 0 ? total : nil
  }

  init(objectives: [String: Int], stems: [String: [String: Int]], lessons: [UInt64: [[String]]]) {
    self.objectives = objectives
    self.stems = stems
    self.lessons = lessons
  }
}

/// What a text teaches: its different words, by their stems.
struct Lesson: Hashable, Sendable {
  let stems: Set<String>

  /// The sum of the fingerprints of its stems: two texts of the same words are the same lesson.
  var fingerprint: UInt64 { stems.reduce(0) { $0 &+ Self.fingerprint(of: $1) } }

  /// FNV-1a.
  static func fingerprint(of stem: String) -> UInt64 {
    stem.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
