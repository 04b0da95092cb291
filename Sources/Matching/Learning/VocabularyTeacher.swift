public import Contract
public import Vocabulary

/// Learns words from texts whose objectives people gave.
///
/// Not to be shared between threads: it reuses one stemmer.
public final class VocabularyTeacher {
  private let reader = WordReader()
  /// What was learned so far.
  public private(set) var learned = LearnedWords()

  /// A teacher who learned nothing yet.
  public init() {}

  /// Learns a project.
  ///
  /// - Parameters:
  ///   - text: what it says.
  ///   - objectives: its objectives, the main one first.
  public func learn(_ text: ProjectText, objectives: [String]) {
    learned.add(Lesson(stems: reader.stems(of: text)), objectives: objectives)
  }
}

extension MatchingVocabulary {
  /// The entries of the lexicon that hold no word that counts.
  ///
  /// - Parameters:
  ///   - lexicon: the lexicon as read.
  ///   - file: its name, for messages.
  /// - Returns: a warning for each.
  public static func findings(about lexicon: Lexicon, file: String) -> [Finding] {
    let reader = WordReader()
    return lexicon.entries.filter { entry in
      var counts = false
      reader.read(entry.phrase) { _, _ in counts = true }
      return !counts
    }.map { entry in
      Finding(
        code: "expression_vide_de_sens", severity: .warning, family: .malformed,
        place: Finding.Place(
          file: file, line: entry.line, field: entry.heading.rawValue),
        message: "« \(entry.phrase) » n’est faite que de mots qui ne comptent jamais\u{00A0}: "
          + "elle n’est pas lue.",
        remedy: "Ajoutez-y un mot qui distingue l’objectif, ou retirez-la.")
    }
  }
}
