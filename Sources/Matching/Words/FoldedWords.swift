/// The words of a text one by one, folded (no accents, ligatures or capitals), markup left out.
///
/// It scans UTF-8 bytes that a `String` guarantees to be valid.
struct FoldedWords {
  /// Longest part of a text that is read, in bytes: a longer one says nothing more.
  static let longestText = 65_536
  /// Longest word that is kept, in bytes; anything longer is not a word.
  private static let longestWord = 40
  /// How far a markup tag may extend, in bytes.
  private static let longestTag = 300

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position = 0
  private var folded: [UInt8] = []
  private var hasLetter = false
  /// Where the word just returned stands, in bytes of the text.
  private(set) var place = 0..<0
  /// Whether a sentence ended between the word just returned and the one before.
  private(set) var startsSentence = true
  /// Whether a sentence ended since the last run of letters began.
  private var sentenceEnded = true
  /// Whether one ended between the word last returned and the run that follows it.
  private var endedBefore = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var end = min(bytes.count, Self.longestText)
    while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    self.end = end
    folded.reserveCapacity(64)
  }

  /// The next word of at least two letters; `nil` at the end.
  mutating func next() -> String? {
    while let range = nextRun() {
      guard hasLetter, folded.count > 1, folded.count <= Self.longestWord else { continue }
      place = range
      startsSentence = endedBefore
      endedBefore = false
      return String(decoding: folded, as: UTF8.self)
    }
    return nil
  }

  /// The next run of letters and digits, folded into `folded`.
  private mutating func nextRun() -> Range<Int>? {
    folded.removeAll(keepingCapacity: true)
    hasLetter = false
    var start = position
    while position < end {
      let here = position
      let isFirst = folded.isEmpty
      if takeLetter() {
        if start != here, folded.isEmpty { start = here }
        if isFirst { noteSentence() }
      } else if folded.isEmpty {
        start = position
      } else {
        return start..<here
      }
    }
    return folded.isEmpty ? nil : start..<end
  }

  /// Keeps what ended before a run that begins; what ends after it belongs to the next.
  private mutating func noteSentence() {
    endedBefore = endedBefore || sentenceEnded
    sentenceEnded = false
  }

  /// Moves past one scalar; whether it belongs to a word.
  private mutating func takeLetter() -> Bool {
    let byte = bytes[position]
    guard byte < 0x80 else { return takeScalar() }
    position += 1
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): keep(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): keep(byte | 0x20)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): if folded.count < 64 { folded.append(byte) }
    default:
      passSeparator(byte)
      return false
    }
    return true
  }

  private mutating func keep(_ letter: UInt8) {
    hasLetter = true
    if folded.count < 64 { folded.append(letter) }
  }

  private mutating func passSeparator(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A: sentenceEnded = true
    case UInt8(ascii: "."): if !isBetweenDigits { sentenceEnded = true }
    case UInt8(ascii: "<"): skip(to: UInt8(ascii: ">"), within: Self.longestTag)
    case UInt8(ascii: "&"): skip(to: UInt8(ascii: ";"), within: 10)
    default: break
    }
  }

  /// Whether the byte just passed stands between two digits, as in an objective’s code.
  private var isBetweenDigits: Bool {
    guard position >= 2, position < end else { return false }
    return [bytes[position - 2], bytes[position]].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Moves past a tag or an entity, when it opens like one and is closed.
  private mutating func skip(to closing: UInt8, within length: Int) {
    guard position < end, Self.opensMarkup(bytes[position]) else { return }
    for index in position..<min(end, position + length) where bytes[index] == closing {
      position = index + 1
      return
    }
  }

  private static func opensMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  private mutating func takeScalar() -> Bool {
    let (scalar, length) = decode()
    position += length
    switch ScalarFolding.role(of: scalar) {
    case .letters(let first, let second):
      keep(first)
      if second != 0 { keep(second) }
    case .foreign: for byte in scalar.properties.lowercaseMapping.utf8 { keep(byte) }
    case .ignored: return !folded.isEmpty
    case .separator: return false
    }
    return true
  }

  private func decode() -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[position])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count else { return ("\u{FFFD}", bytes.count - position) }
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
