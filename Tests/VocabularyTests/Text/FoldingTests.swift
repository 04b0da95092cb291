import Testing
import Vocabulary

@Suite struct `A folded text` {
  @Test(
    arguments: [
      ("Œuvre", "oeuvre"), ("SŒUR", "soeur"), ("Ægir", "aegir"), ("ex æquo", "ex aequo"),
      ("Saint-Étienne", "saint-etienne"), ("e\u{0301}te\u{0301}", "ete"), ("Çà et là", "ca et la"),
      ("L’été", "l'ete"), ("DÉJÀ VU", "deja vu"), ("plain", "plain"), ("PLAIN 12", "plain 12"),
      ("naïve Noël", "naive noel"), ("ÿ", "y"), ("", ""), ("12 €", "12 €"),
    ])
  func `has no accent, ligature or capital`(text: String, expected: String) {
    #expect(text.folded == expected)
    #expect(expected.folded == expected)
  }

  @Test(
    arguments: [
      ("budjet", "budget"), ("BUDGÉT", "budget"), ("titre", "titre"), ("porteurs", "porteur"),
      ("buget", "budget"), ("portrait", nil), ("xyz", nil), ("bilan", nil), ("b", nil),
    ] as [(String, String?)])
  func `finds the nearest word when the slip is small`(typed: String, expected: String?) {
    #expect(typed.nearest(among: ["titre", "budget", "porteur"]) == expected)
  }

  @Test func `keeps the candidate as it is written, the first when two are as near`() {
    #expect("oeuvre".nearest(among: ["Œuvre", "oeuvré"]) == "Œuvre")
    #expect("rat".nearest(among: ["chat", "rot", "rit"]) == "rot")
    #expect("rat".nearest(among: []) == nil)
  }

  @Test(
    arguments: [
      ("  a b ", "a b"), ("\u{00A0}a\u{202F}", "a"), ("\ta\r\n", "a"), ("a", "a"), (" \n", ""),
    ])
  func `is trimmed of every kind of space`(text: String, expected: String) {
    #expect(text.trimmedOfSpaces == expected)
  }
}
