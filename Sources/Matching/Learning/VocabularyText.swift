import Contract

// The text by which a base keeps a vocabulary: one fact a line, its parts between tabs. The voices of a
// stem name objectives by their place among the lines before, so that a command reads it quickly.
extension MatchingVocabulary {
  private enum Kind: String {
    case edition
    case weight = "poids"
    case word = "mot"
    case objective = "objectif"
    case stem = "racine"
    case lesson = "lecon"
  }

  /// The same vocabulary always gives the same text.
  public var text: String {
    var lines = ["\(Kind.edition.rawValue)\t\(lexicon.version.singleLine)"]
    for heading in Lexicon.Heading.allCases {
      guard let weight = lexicon.weights[heading] else { continue }
      lines.append("\(Kind.weight.rawValue)\t\(heading.rawValue)\t\(weight)")
    }
    for entry in lexicon.entries {
      let heading = entry.heading.rawValue
      lines.append(
        "\(Kind.word.rawValue)\t\(entry.objective)\t\(heading)\t\(entry.phrase.singleLine)")
    }
    let codes = learned.objectives.keys.sorted()
    for code in codes {
      lines.append("\(Kind.objective.rawValue)\t\(code)\t\(learned.objectives[code] ?? 0)")
    }
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    for (stem, voices) in learned.stems.sorted(by: { $0.key < $1.key }) {
      let counts = voices.compactMap { code, count in places[code].map { ($0, count) } }.sorted(
        by: <)
      let told = counts.map { "\($0):\($1)" }.joined(separator: ",")
      lines.append("\(Kind.stem.rawValue)\t\(stem)\t\(told)")
    }
    for (lesson, labels) in learned.lessons.sorted(by: { $0.key < $1.key }) {
      for codes in labels {
        lines.append("\(Kind.lesson.rawValue)\t\(lesson)\t\(codes.joined(separator: ","))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads back such a text.
  ///
  /// - Returns: `nil` when a line is not understood, or the edition is missing.
  public init?(text: String, version: Int) {
    var text = text
    var reading = Reading()
    let isUnderstood = text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        guard reading.take(bytes[start..<end]) else { return false }
        start = end + 1
      }
      return true
    }
    guard isUnderstood, let edition = reading.edition else { return nil }
    self.init(
      version: version,
      lexicon: Lexicon(
        version: edition, weights: reading.weights, entries: reading.entries),
      learned: LearnedWords(
        objectives: reading.objectives, stems: reading.stems, lessons: reading.lessons))
  }

  private struct Reading {
    var edition: String?
    var weights: [Lexicon.Heading: Int] = [:]
    var entries: [Lexicon.Entry] = []
    var codes: [String] = []
    var objectives: [String: Int] = [:]
    var stems: [String: [String: Int]] = [:]
    var lessons: [UInt64: [[String]]] = [:]

    mutating func take(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      let parts = line.split(separator: 0x09, omittingEmptySubsequences: false)
      func text(_ place: Int) -> String { String(decoding: parts[place], as: UTF8.self) }
      switch (Kind(rawValue: text(0)), parts.count) {
      case (.edition, 2): edition = text(1)
      case (.weight, 3):
        guard let heading = Lexicon.Heading(rawValue: text(1)), let weight = Int(text(2)) else {
          return false
        }
        weights[heading] = weight
      case (.word, 4):
        guard let heading = Lexicon.Heading(rawValue: text(2)) else { return false }
        entries.append(
          Lexicon.Entry(objective: text(1), heading: heading, phrase: text(3), line: 0))
      case (.objective, 3):
        guard let voices = Int(text(2)), voices > 0 else { return false }
        codes.append(text(1))
        objectives[text(1)] = voices
      case (.stem, 3):
        guard let voices = voices(in: parts[2]) else { return false }
        stems[text(1)] = voices
      case (.lesson, 3):
        let known = text(2).split(separator: ",").map(String.init)
        guard let lesson = UInt64(text(1)), known.allSatisfy({ objectives[$0] != nil }) else {
          return false
        }
        lessons[lesson, default: []].append(known)
      default: return false
      }
      return true
    }

    /// `3:18,7:2`: the place of an objective, then its voices.
    private func voices(in text: Slice<UnsafeBufferPointer<UInt8>>) -> [String: Int]? {
      var voices: [String: Int] = [:]
      var place: Int?
      var number = 0
      func add() -> Bool {
        guard let place, place < codes.count, number > 0 else { return false }
        voices[codes[place]] = number
        return true
      }
      for byte in text {
        switch byte {
        case 0x30...0x39: number = number &* 10 &+ Int(byte - 0x30)
        case 0x3A where place == nil:
          place = number
          number = 0
        case 0x2C:
          guard add() else { return nil }
          place = nil
          number = 0
        default: return nil
        }
      }
      return add() ? voices : nil
    }
  }
}

extension String {
  /// The text without tabs nor line breaks.
  fileprivate var singleLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
