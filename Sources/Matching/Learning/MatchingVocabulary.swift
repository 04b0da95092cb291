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
