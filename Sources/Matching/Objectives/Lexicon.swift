/// Words that people of the field use for each objective, beside those of the plan of action.
public struct Lexicon: Hashable, Sendable {
  /// Words or phrases, by code of objective.
  public let phrases: [String: [String]]

  /// Gathers words by objective; codes that the plan does not have are without effect.
  public init(phrases: [String: [String]]) { self.phrases = phrases }

  /// Nothing beyond the plan of action.
  public static let empty = Lexicon(phrases: [:])
}
