/// What SQLite says of a damaged file, in French.
enum FileFault {
  private static let rules = [
    ("CHECK constraint failed in ", "une règle est enfreinte dans "),
    ("NULL value in ", "il manque une valeur dans "),
    ("non-unique entry in index ", "deux lignes se confondent dans "),
    ("non-INT value in ", "une valeur n’est pas du bon type dans "),
    ("TEXT value in ", "une valeur n’est pas du bon type dans "),
    ("NUMERIC value in ", "une valeur n’est pas du bon type dans "),
    ("wrong # of entries in index ", "il manque des lignes dans "),
  ]

  static func french(_ line: String) -> String {
    for (english, french) in rules where line.hasPrefix(english) {
      return french + line.dropFirst(english.count)
    }
    return "une page du fichier est endommagée"
  }
}
