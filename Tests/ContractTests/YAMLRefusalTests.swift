import Contract
import Testing

@Suite struct `YAML that is refused` {
  static let refused: [(String, Obstacle)] = [
    ("a: 1\nb: 2\na: 3\n", Obstacle(1, "La clé « a » est écrite plusieurs fois.")),
    ("s:\n  a: 1\n  b: 2\n  b: 3\n", Obstacle(3, "La clé « b » est écrite plusieurs fois.")),
    ("? [a]\n: b\n", Obstacle(1, "Une clé du fichier n’est pas un simple mot.")),
    ("a: 1\n---\nb: 2\n", .yaml(2, 1, "un second document commence ici")),
    ("a: b: c\n", .yaml(1, 5, "un second « : » est sur la ligne, ou le retrait est inattendu")),
    ("x: 1\na: \"b\nc: 1\n", .yaml(2, 4, "un guillemet n’est pas refermé")),
    (
      "a:\n\tb: 1\n",
      .yaml(2, 1, "une tabulation, « @ », « % » ou « ` » ne peut pas commencer une valeur")
    ),
    (
      "a: @b\n",
      .yaml(1, 4, "une tabulation, « @ », « % » ou « ` » ne peut pas commencer une valeur")
    ),
    (
      "a:\n  b: 1\n c: 2\n",
      .yaml(3, 2, "le retrait de cette ligne ne suit pas celui des précédentes")
    ),
    ("a: 1\nb: [x\n", .yaml(3, 1, "« , » ou « ] » est attendu")),
    ("a: {x: 1\n", .yaml(2, 1, "« , » ou « } » est attendu")),
    ("a: 1\r\nb: [\r\n", .yaml(3, 1, "une valeur manque, ou une liste n’est pas refermée")),
    ("%FOO bar\n---\na: 1\n", .yaml(1, 5, "« % » ne peut pas commencer une ligne")),
    ("a: \"\\q\"\n", .yaml(1, 5, "une séquence « \\ » est inconnue")),
    ("a: \"\\ud800\"\n", .yaml(1, 7, "une séquence « \\ » ne désigne aucun caractère")),
    ("a: 1\nb: *gras*\n", .yaml(2, 4, "« & » ou « * » ne peut pas commencer une valeur")),
  ]

  @Test(arguments: refused)
  func `says the line, the column and in French what is wrong`(text: String, expected: Obstacle) {
    #expect(Obstacle(ofYAML: Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      ("a: 1\nb: &x 2\nc: *x\n", .anchors(2)),
      ("b: *x\n", .anchors(1)),
      ("a: &a [x, x]\nb: &b [*a, *a]\n*b : 1\n", .anchors(1)),
      ("{\"k\":&a 1, *a : 2}\n", .anchors(1)),
      ("base: &b {n: 1}\nc: {<<: *b}\n", .anchors(1)),
    ] as [(String, Obstacle)])
  func `an alias is refused before anything is expanded`(text: String, expected: Obstacle) {
    #expect(Obstacle(ofYAML: Array(text.utf8)) == expected)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a billion laughs cost nothing`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "*a9 : fin\n"
    #expect(Obstacle(ofYAML: Array(text.utf8)) == .anchors(1))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? ", "[a: "])
  func `a hundred thousand levels are refused, not followed`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(Obstacle(ofYAML: Array(text.utf8)) == .deep(1))
  }

  @Test(arguments: [(33, nil), (34, Obstacle.deep(1))])
  func `thirty-two levels of values are read`(brackets: Int, expected: Obstacle?) {
    let text = String(repeating: "[", count: brackets) + String(repeating: "]", count: brackets)
    #expect(Obstacle(ofYAML: Array(text.utf8)) == expected)
  }
}
