import Contract
import Testing

@Suite struct `JSON is read with its lines` {
  static let refused: [(String, Obstacle)] = [
    ("{\"a\":1,\n\"a\":2}", .json(2, "la clé « a » est écrite plusieurs fois")),
    ("{\"é\":1,\n\"e\u{301}\":2}", .json(2, "la clé « é » est écrite plusieurs fois")),
    ("[1,\n01]", .json(2, "une valeur JSON est attendue")),
    ("[+1]", .json(1, "une valeur JSON est attendue")),
    ("[.5]", .json(1, "une valeur JSON est attendue")),
    ("[5.]", .json(1, "une valeur JSON est attendue")),
    ("[NaN]", .json(1, "une valeur JSON est attendue")),
    ("[True]", .json(1, "une valeur JSON est attendue")),
    ("[1,\n2,\n]", .json(3, "une valeur JSON est attendue")),
    ("{\"a\":1,\n}", .json(2, "une clé entre guillemets est attendue")),
    ("{'a':1}", .json(1, "une clé entre guillemets est attendue")),
    ("{\n// x\n}", .json(2, "une clé entre guillemets est attendue")),
    ("{\"a\"}", .json(1, "« : » est attendu après la clé « a »")),
    ("{\"a\":\n\"b}", .json(2, "un guillemet n’est pas refermé")),
    ("{\"a\":\n\"b\nc\"}", .json(2, "un caractère de contrôle est écrit tel quel")),
    ("[\n\"\0\"]", .json(2, "un caractère de contrôle est écrit tel quel")),
    ("[\"\\u0000\"]", .json(1, "un caractère de contrôle est refusé")),
    ("[\"\\ud800\"]", .json(1, "un caractère est incomplet")),
    ("[\"\\udc00\"]", .json(1, "un caractère est incomplet")),
    ("[\"\\ud800\\u0041\"]", .json(1, "un caractère est incomplet")),
    ("[\"\\é\"]", .json(1, "une séquence « \\ » est inconnue")),
    ("[\"\\u00g0\"]", .json(1, "quatre chiffres hexadécimaux sont attendus après « \\u »")),
    ("[\"\\", .json(1, "le fichier s’arrête trop tôt")),
    ("{}\n{}", .json(2, "du texte suit la fin des données")),
    ("\n", .json(2, "le fichier s’arrête trop tôt")),
    ("[1 2]", .json(1, "« , » ou « ] » est attendu")),
    ("{\"a\":1 \"b\":2}", .json(1, "« , » ou « } » est attendu")),
  ]

  @Test(arguments: [
    ("{\"a\": 1,\n\"b\": [true,\nnull, \"x\"]}", "{a@1:1@1 b@2:[true@2 null@3 'x'@3]@2}@1"),
    ("\u{FEFF}{}", "{}@1"), ("\"x\"", "'x'@1"), (" \r\n[]\r\n", "[]@2"),
    ("[1e5,-0,0.50,1E+3]", "[1e5@1 -0@1 0.50@1 1E+3@1]@1"),
    ("[\"\\ud83d\\ude00\\u00e9\\n\\/\"]", "['😀é\n/'@1]@1"),
    ("[\"a\u{2028}b\"]", "['a\u{2028}b'@1]@1"),
  ])
  func `values keep their spelling and their line`(text: String, expected: String) throws {
    #expect(outline(try JSONSource.read(Array(text.utf8))) == expected)
  }

  @Test(arguments: refused)
  func `what RFC 8259 does not allow is refused at its line`(text: String, expected: Obstacle) {
    #expect(Obstacle(ofJSON: Array(text.utf8)) == expected)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `a hundred thousand levels are refused, not followed`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let expected = Obstacle.json(1, "les données sont imbriquées sur plus de 32 niveaux")
    #expect(Obstacle(ofJSON: Array(text.utf8)) == expected)
  }
}
