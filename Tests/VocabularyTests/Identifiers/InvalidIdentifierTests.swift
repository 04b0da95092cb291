import Testing
import Vocabulary

@Suite struct `A wrong identifier` {
  @Test(
    arguments: [
      (.empty, "la valeur est vide"),
      (
        .malformed(expected: "9 chiffres sont attendus"),
        "la forme est incorrecte : 9 chiffres sont attendus"
      ),
      (
        .wrongKey("la clé RIB"),
        "la clé RIB ne correspond pas : un caractère a sans doute été mal recopié"
      ),
      (.impossible("aucun département 96"), "aucun département 96"),
    ] as [(InvalidIdentifier, String)])
  func `says why in French`(reason: InvalidIdentifier, french: String) {
    #expect(reason.french == french)
  }
}
