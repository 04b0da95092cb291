import Vocabulary

/// One of our XML formats: what messages say of its documents, and the bounds they are read within.
struct XMLFormat: Sendable {
  /// The schema, as it is published.
  let schema: String
  let namespace: String
  /// After « un fichier XML »: `de programmation`.
  let kind: String
  /// After « L’élément racine », when it is another.
  let notTheRoot: String
  /// What to do when something follows the root element.
  let afterRootRemedy: String
  /// What is said when the schema finds an identifier twice.
  let duplicate: XMLFault.Wording
  /// Characters of the longest text, as written in messages.
  let longestText: String
  /// What fixes the format; `nil` when the messages already name the schema.
  let source: LegalSource?
  let limits: XMLReadingLimits
  /// Whether messages end with the library's own words, which help those who write software and nobody else.
  let quotesTheLibrary: Bool
}
