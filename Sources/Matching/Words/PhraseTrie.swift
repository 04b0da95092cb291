/// Words and phrases to find in texts; compared by their stems, words of grammar left out.
struct PhraseTrie {
  /// Stems of a phrase at most; the rest of a longer one is left out.
  static let longest = 6

  /// The node reached from a node by a stem, under `node << 32 | stem`.
  private var steps: [UInt64: Int] = [:]
  /// Whether a phrase starts with this stem: most words of a text start none.
  private var starts: [Bool] = []
  /// The phrase that ends at each node, or -1.
  private var ends: [Int] = [-1]
  private(set) var count = 0

  /// Adds a phrase.
  ///
  /// - Returns: its number, the same for phrases of the same stems, and how many these are; `nil` for a
  ///   phrase without a word that counts.
  mutating func add(_ phrase: String, reader: WordReader) -> (number: Int, length: Int)? {
    var stems: [Int] = []
    reader.read(phrase) { meeting, _ in stems.append(meeting.stem) }
    stems = Array(stems.prefix(Self.longest))
    guard let first = stems.first else { return nil }
    if first >= starts.count {
      starts += Array(repeating: false, count: first + 1 - starts.count)
    }
    starts[first] = true
    var node = 0
    for stem in stems {
      let step = UInt64(node) << 32 | UInt64(stem)
      if let next = steps[step] {
        node = next
      } else {
        ends.append(-1)
        node = ends.count - 1
        steps[step] = node
      }
    }
    if ends[node] < 0 {
      ends[node] = count
      count += 1
    }
    return (ends[node], stems.count)
  }

  /// Finds every phrase that starts at a word of a sentence.
  ///
  /// - Parameters:
  ///   - start: place of the word.
  ///   - sentence: the words of the sentence.
  ///   - found: receives the number of each phrase and the places of its words.
  func find(
    from start: Int, in sentence: [WordReader.Meeting], found: (Int, ClosedRange<Int>) -> Void
  ) {
    let first = sentence[start].stem
    guard first < starts.count, starts[first] else { return }
    var node = 0
    for place in start..<min(sentence.count, start + Self.longest) {
      guard let next = steps[UInt64(node) << 32 | UInt64(sentence[place].stem)] else { return }
      node = next
      if ends[node] >= 0 { found(ends[node], start...place) }
    }
  }
}
