/// Words by which a text speaks to the person, or the program, that judges it.
///
/// They never count; a sentence that holds an order and the mark it asks for is left out whole.
enum MarkRequests {
  /// Words that may stand between an order and the mark it asks for.
  static let reach = 4

  /// Whether a folded word orders something of the judge.
  static func isOrder(_ word: String) -> Bool { orders.contains(word) }

  /// Whether a folded word names the judging itself.
  static func isMark(_ word: String) -> Bool { marks.contains(word) }

  private static let orders: Set<String> = [
    "mettez", "donnez", "attribuez", "accordez", "ignorez", "oubliez",
    "notez", "classez", "placez", "considerez", "favorisez", "privilegiez", "veuillez", "validez",
    "retenez", "repondez", "give", "ignore", "disregard", "assign",
  ]

  private static let marks: Set<String> = [
    "note", "notation", "score", "scores", "points", "bareme", "grille",
    "critere", "criteres", "consigne", "consignes", "instruction", "instructions", "classement",
    "maximum", "maximal", "maximale", "prompt", "ranking",
  ]
}
