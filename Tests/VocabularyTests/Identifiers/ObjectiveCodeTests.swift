import Testing
import Vocabulary

@Suite struct `An objective code` {
  @Test(arguments: [
    "1", "1.1.3", "A-2.b", "OBJ-2024-1", "12345678901234567890", "a.b-c.d-e.f-g.h-i.j1",
  ])
  func `is an opaque token, its case kept`(typed: String) throws {
    #expect(try ObjectiveCode(typed).text == typed)
  }

  @Test(
    arguments: [
      ".1", "1.", "-1", "1-", "1..2", "1.-2", "1--2", "1 1", "1_1", "1/1", "É1", "1,1",
      "123456789012345678901", "a.b-c.d-e.f-g.h-i.j12", "١", "-", ".",
    ])
  func `refuses any other shape`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "20 caractères au plus sont attendus : lettres et chiffres, "
          + "séparés par un point ou un tiret")
    ) { try ObjectiveCode(typed) }
  }
}
