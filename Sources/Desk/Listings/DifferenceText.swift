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
    let count = FrenchNumber.count(
      changes.count, "réponse a changé", "réponses ont changé")
    return "\(count) :\n\(lines.joined(separator: "\n"))"
  }

  /// A list of objects, in the order of the form.
  public static func json(_ changes: [FormDifference]) -> String {
    let objects = changes.map { change in
      var object = JSONObject()
      object.add("champ", change.path)
      object.add("libelle", change.label)
      object.add("avant", change.before)
      object.add("apres", change.after)
      return object.text
    }
    return JSONText.list(objects)
  }

  private static func shortened(_ text: String?) -> String {
    guard let text else { return "(rien)" }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    guard line.count > shown else { return line }
    return "\(line.prefix(shown))… (\(FrenchNumber.text(line.count)) caractères)"
  }
}
