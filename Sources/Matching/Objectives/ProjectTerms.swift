/// The words and phrases of a project, each with the weight of the fields where it stands.
struct ProjectTerms {
  struct Word {
    let stem: Int
    /// Sum of the weights of the fields where it stands.
    var weight: Double
    /// As the project first writes it.
    let spelling: String
  }

  struct Phrase {
    let number: Int
    var weight: Double
    let spelling: String
    /// Its words, by their stems.
    let stems: [Int]

    /// Whether it is longer than another and holds it whole.
    func says(_ other: Phrase) -> Bool {
      let length = other.stems.count
      guard stems.count > length else { return false }
      return (0...(stems.count - length)).contains { start in
        (0..<length).allSatisfy { stems[start + $0] == other.stems[$0] }
      }
    }
  }

  private(set) var words: [Word] = []
  private(set) var phrases: [Phrase] = []
  private var wordPlaces: [Int: Int] = [:]
  private var phrasePlaces: [Int: Int] = [:]

  /// Reads every part of a text.
  init(_ text: ProjectText, reader: WordReader, trie: PhraseTrie) {
    for part in text.weightedParts where !part.text.isEmpty {
      reader.readSentences(part.text) { sentence, bytes in
        add(sentence, bytes, weight: part.weight, trie: trie)
      }
    }
  }

  private mutating func add(
    _ sentence: [WordReader.Meeting], _ bytes: UnsafeBufferPointer<UInt8>, weight: Double,
    trie: PhraseTrie
  ) {
    for (place, meeting) in sentence.enumerated() {
      if let slot = wordPlaces[meeting.stem] {
        words[slot].weight += weight
      } else {
        wordPlaces[meeting.stem] = words.count
        let spelling = Self.text(bytes, meeting.place)
        words.append(Word(stem: meeting.stem, weight: weight, spelling: spelling))
      }
      trie.find(from: place, in: sentence) { number, places in
        if let slot = phrasePlaces[number] {
          phrases[slot].weight += weight
          return
        }
        phrasePlaces[number] = phrases.count
        let first = sentence[places.lowerBound].place
        let last = sentence[places.upperBound].place
        let range = first.lowerBound..<last.upperBound
        phrases.append(
          Phrase(
            number: number, weight: weight, spelling: Self.text(bytes, range),
            stems: sentence[places].map(\.stem)))
      }
    }
  }

  /// A piece of a text on one line, markup left out.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var text = String(decoding: bytes[range], as: UTF8.self)
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "<") }) else { return text }
    text.replace(/<[^>]*>/, with: " ")
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
