/// Turns texts into numbered stems; keeps what it learned of each word, within a bound.
///
/// Numbers are given in order of first meeting and never leave the module. Not to be shared between
/// threads.
final class WordReader {
  /// A word that counts, met in a text.
  struct Meeting {
    let stem: Int
    /// Where it stands, in bytes of the text.
    let place: Range<Int>
  }

  private struct Word {
    enum Kind { case meaningful, empty, order, mark }
    let kind: Kind
    let stem: Int
  }

  /// Words remembered at most; beyond, the memory starts afresh with the stems of the contract.
  private static let bound = 200_000

  private let stemmer = FrenchStemmer()
  private var words: [String: Word] = [:]
  private var stems: [String: Int] = [:]
  private var kept: [String: Int] = [:]
  /// The fingerprint of each stem, by its number.
  private var fingerprints: [UInt64] = []

  /// The number of stems met so far.
  var stemCount: Int { stems.count }

  /// Makes the stems met so far permanent: their numbers hold for the life of the reader.
  func keepStems() { kept = stems }

  /// The number of a stem, given if it was never met.
  func number(ofStem stem: String) -> Int {
    if let number = stems[stem] { return number }
    let number = stems.count
    stems[stem] = number
    fingerprints.append(Lesson.fingerprint(of: stem))
    return number
  }

  /// The fingerprint of a stem met in a text just read.
  func fingerprint(ofStem number: Int) -> UInt64 { fingerprints[number] }

  /// The stems of the different words that count in a project's text.
  func stems(of text: ProjectText) -> Set<String> {
    var found: Set<String> = []
    for part in text.weightedParts {
      readSentences(part.text) { sentence, bytes in
        for meeting in sentence {
          found.insert(stem(of: String(decoding: bytes[meeting.place], as: UTF8.self)))
        }
      }
    }
    return found
  }

  private func stem(of word: String) -> String {
    var stem = ""
    var word = word
    word.withUTF8 { bytes in
      var scanner = FoldedWords(bytes)
      if let folded = scanner.next() { stem = stemmer.stem(folded) }
    }
    return stem
  }

  /// The words that count in a text, sentences that order a mark left out.
  ///
  /// - Parameters:
  ///   - text: any text; only its beginning is read when it is very long.
  ///   - visit: receives each word, with the bytes of the text it stands in.
  func read(_ text: String, visit: (Meeting, UnsafeBufferPointer<UInt8>) -> Void) {
    readSentences(text) { meetings, bytes in
      for meeting in meetings { visit(meeting, bytes) }
    }
  }

  /// The words that count in a text, one sentence at a time; sentences that order a mark left out.
  func readSentences(
    _ text: String, visit: ([Meeting], UnsafeBufferPointer<UInt8>) -> Void
  ) {
    forgetIfNeeded()
    var text = text
    text.withUTF8 { bytes in
      var sentence = Sentence()
      var scanner = FoldedWords(bytes)
      while let folded = scanner.next() {
        if scanner.startsSentence { sentence.flush(bytes, visit) }
        let word = word(folded)
        sentence.length += 1
        switch word.kind {
        case .meaningful:
          sentence.meetings.append(Meeting(stem: word.stem, place: scanner.place))
        case .order: sentence.lastOrder = sentence.length
        case .mark: sentence.lastMark = sentence.length
        case .empty: break
        }
      }
      sentence.flush(bytes, visit)
    }
  }

  private struct Sentence {
    var meetings: [Meeting] = []
    /// Words so far, those of grammar included.
    var length = 0
    var lastOrder: Int? { didSet { noteRequest() } }
    var lastMark: Int? { didSet { noteRequest() } }
    private var holdsRequest = false

    /// An order near a mark asks for it; far from it, each has its ordinary meaning.
    private mutating func noteRequest() {
      guard let lastOrder, let lastMark else { return }
      if abs(lastOrder - lastMark) <= MarkRequests.reach { holdsRequest = true }
    }

    mutating func flush(
      _ bytes: UnsafeBufferPointer<UInt8>,
      _ visit: ([Meeting], UnsafeBufferPointer<UInt8>) -> Void
    ) {
      if !holdsRequest, !meetings.isEmpty { visit(meetings, bytes) }
      meetings.removeAll(keepingCapacity: true)
      length = 0
      lastOrder = nil
      lastMark = nil
      holdsRequest = false
    }
  }

  private func word(_ folded: String) -> Word {
    if let known = words[folded] { return known }
    let word = classify(folded)
    words[folded] = word
    return word
  }

  private func classify(_ folded: String) -> Word {
    if MarkRequests.isOrder(folded) { return Word(kind: .order, stem: -1) }
    if MarkRequests.isMark(folded) { return Word(kind: .mark, stem: -1) }
    if EmptyWords.contains(folded) { return Word(kind: .empty, stem: -1) }
    return Word(kind: .meaningful, stem: number(ofStem: stemmer.stem(folded)))
  }

  private func forgetIfNeeded() {
    guard words.count > Self.bound else { return }
    words.removeAll(keepingCapacity: true)
    stems = kept
    fingerprints.removeSubrange(kept.count...)
  }
}
