import Contract
import Matching

extension MatchingVocabulary {
  /// A lexicon that gives these words to objectives, all under one heading of weight two.
  static func words(
    _ words: [String: [String]], under heading: Lexicon.Heading = .purposes
  ) -> MatchingVocabulary {
    let entries = words.sorted { $0.key < $1.key }.flatMap { code, phrases in
      phrases.map { Lexicon.Entry(objective: code, heading: heading, phrase: $0, line: 1) }
    }
    return MatchingVocabulary(
      lexicon: Lexicon(version: "essai", weights: [heading: 20], entries: entries))
  }
}
