import Testing
import Vocabulary

@Suite struct `An RNA number` {
  @Test(arguments: ["W000000000", "W999999999", "W2A1000123", "W9Z1004567", "W751100895"])
  func `may have a letter in third place`(typed: String) throws {
    #expect(try RNA(typed).text == typed)
  }

  @Test(
    arguments: [
      "WA51100895", "W2a1000123", "W2AB000123", "W75110089", "W7511008955", "X751100895",
      "w751100895", "0751100895", "W 751100895", "W75110089A",
    ])
  func `refuses any other shape`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "la lettre W suivie de 9 chiffres est attendue (le 2e peut être une lettre), "
          + "en majuscules et sans espace")
    ) { try RNA(typed) }
  }
}
