/// How much a text says: its different meaningful words.
///
/// Two words of one stem count once, grammar and set phrases not at all, so that neither padding nor
/// repetition adds anything.
public struct TextSubstance: Hashable, Sendable {
  /// Number of different meaningful words.
  public let words: Int
  /// Letters and digits of these words, each at its first meeting.
  public let letters: Int

  /// States the measure of a text.
  public init(words: Int, letters: Int) {
    self.words = words
    self.letters = letters
  }

  /// What an absent or empty text says.
  public static let none = TextSubstance(words: 0, letters: 0)
}

extension WordReader {
  /// Measures a text.
  func substance(of text: String) -> TextSubstance {
    var met: Set<Int> = []
    var letters = 0
    read(text) { meeting, bytes in
      guard met.insert(meeting.stem).inserted else { return }
      let continuations = bytes[meeting.place].count { $0 & 0xC0 == 0x80 }
      letters += meeting.place.count - continuations
    }
    return TextSubstance(words: met.count, letters: letters)
  }
}
