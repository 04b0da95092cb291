public import Forms
import Vocabulary

/// Differences between two dossiers, for people and for programs.
public enum DifferenceText {
  /// Longest value shown to people; the rest of a long text is in the file.
  private static let shown = 160

  /// One question after the other, what was and what is.
  public static func forPeople(_ changes: [FormDifference]) -> String {
    let lines = changes.map { change in
      """
      - \(change.label) [\(change.path)]
          avant : \(shortened(change.before))
          après : \(shortened(change.after))
      """
    }
    guard !changes.isEmpty else { return "aucune réponse n’a changé." }
    let count = FrenchNumber.count(
      changes.count, "réponse a changé", "réponses ont changé")
    return "\(count) :\n\(lines.joined(separator: "\n"))"
  }

  private static func shortened(_ text: String?) -> String {
    guard let text else { return "(rien)" }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    guard line.count > shown else { return line }
    return "\(line.prefix(shown))… (\(FrenchNumber.text(line.count)) caractères)"
  }
}

extension Listing {
  /// Differences between two dossiers, one a line, whole.
  public init(differences changes: [FormDifference]) {
    self.init([
      Column("champ", "Champ"), Column("libelle", "Question"), Column("avant", "Avant"),
      Column("apres", "Après"),
    ])
    for change in changes {
      append([
        .text(change.path), .text(change.label), change.before.map { .text($0) } ?? .none,
        change.after.map { .text($0) } ?? .none,
      ])
    }
  }
}
