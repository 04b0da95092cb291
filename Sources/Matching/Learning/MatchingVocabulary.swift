public import Contract

/// Everything that matching knows beside the plan of action: the lexicon and what was learned.
///
/// Each version is kept whole, so that an old score can be computed again.
public struct MatchingVocabulary: Hashable, Sendable {
  /// From 1 in a base; 0 outside of one.
  public let version: Int
  public let lexicon: Lexicon
  public let learned: LearnedWords

  /// Gathers a lexicon and what was learned.
  public init(version: Int = 0, lexicon: Lexicon, learned: LearnedWords = LearnedWords()) {
    self.version = version
    self.lexicon = lexicon
    self.learned = learned
  }

  /// Nothing beyond the plan of action.
  public static let empty = MatchingVocabulary(lexicon: .empty)

  /// What it is called beside what it served to compute: `3 (lexique 2026.1)`.
  public var name: String {
    lexicon.version.isEmpty ? "\(version)" : "\(version) (lexique \(lexicon.version))"
  }
}

// The text by which a base keeps a vocabulary: one fact a line, its parts between tabs.
extension MatchingVocabulary {
  private enum Kind: String {
    case edition, weight = "poids", word = "mot", objective = "objectif", stem = "racine"
    case lesson = "lecon"
  }

  /// The same vocabulary always gives the same text.
  public var text: String {
    var lines = ["\(Kind.edition.rawValue)\t\(lexicon.version)"]
    for heading in Lexicon.Heading.allCases {
      guard let weight = lexicon.weights[heading] else { continue }
      lines.append("\(Kind.weight.rawValue)\t\(heading.rawValue)\t\(weight)")
    }
    for entry in lexicon.entries {
      lines.append(
        "\(Kind.word.rawValue)\t\(entry.objective)\t\(entry.heading.rawValue)\t\(entry.phrase.singleLine)"
      )
    }
    for (code, voices) in learned.objectives.sorted(by: { $0.key < $1.key }) {
      lines.append("\(Kind.objective.rawValue)\t\(code)\t\(voices)")
    }
    for (stem, voices) in learned.stems.sorted(by: { $0.key < $1.key }) {
      let counts = voices.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
      lines.append("\(Kind.stem.rawValue)\t\(stem)\t\(counts.joined(separator: ","))")
    }
    for (lesson, times) in learned.lessons.sorted(by: { $0.key < $1.key }) {
      lines.append("\(Kind.lesson.rawValue)\t\(lesson)\t\(times)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads back such a text.
  ///
  /// - Returns: `nil` when a line is not understood.
  public init?(text: String, version: Int) {
    var reading = Reading()
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard let kind = Kind(rawValue: parts[0]), reading.take(kind, parts.dropFirst()) else {
        return nil
      }
    }
    self.init(
      version: version,
      lexicon: Lexicon(
        version: reading.edition, weights: reading.weights, entries: reading.entries),
      learned: LearnedWords(
        objectives: reading.objectives, stems: reading.stems, lessons: reading.lessons))
  }

  private struct Reading {
    var edition = ""
    var weights: [Lexicon.Heading: Int] = [:]
    var entries: [Lexicon.Entry] = []
    var objectives: [String: Int] = [:]
    var stems: [String: [String: Int]] = [:]
    var lessons: [UInt64: Int] = [:]

    mutating func take(_ kind: Kind, _ rest: ArraySlice<String>) -> Bool {
      let parts = Array(rest)
      switch kind {
      case .edition where parts.count == 1: edition = parts[0]
      case .weight where parts.count == 2:
        guard let heading = Lexicon.Heading(rawValue: parts[0]), let weight = Int(parts[1]) else {
          return false
        }
        weights[heading] = weight
      case .word where parts.count == 3:
        guard let heading = Lexicon.Heading(rawValue: parts[1]) else { return false }
        entries.append(
          Lexicon.Entry(objective: parts[0], heading: heading, phrase: parts[2], line: 0))
      case .objective where parts.count == 2: objectives[parts[0]] = Int(parts[1])
      case .stem where parts.count == 2: stems[parts[0]] = Self.voices(parts[1])
      case .lesson where parts.count == 2:
        guard let lesson = UInt64(parts[0]) else { return false }
        lessons[lesson] = Int(parts[1])
      default: return false
      }
      return true
    }

    private static func voices(_ text: String) -> [String: Int] {
      var voices: [String: Int] = [:]
      for count in text.split(separator: ",") {
        let parts = count.split(separator: ":")
        if parts.count == 2, let number = Int(parts[1]) { voices[String(parts[0])] = number }
      }
      return voices
    }
  }
}

extension String {
  /// The text without tabs nor line breaks.
  fileprivate var singleLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
