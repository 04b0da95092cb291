import Testing
import Vocabulary

@Suite struct `A SIRET` {
  @Test(arguments: ["73282932000074", "732 829 320 00074", "73282932000074 "])
  func `is fourteen digits, spaces apart`(typed: String) throws {
    #expect(try SIRET(typed).text == "73282932000074")
  }

  @Test func `knows its legal person`() throws {
    #expect(try SIRET("73282932000074").siren == SIREN("732829320"))
  }

  @Test func `is shown in groups of three, then five`() throws {
    #expect(try SIRET("73282932000074").french == "732\u{00A0}829\u{00A0}320\u{00A0}00074")
  }

  @Test func `refuses a wrong key on fourteen digits`() {
    #expect(throws: InvalidIdentifier.wrongKey("la clé du numéro SIRET")) {
      try SIRET("73282932000075")
    }
  }

  @Test func `refuses a wrong key on the first nine though the fourteen agree`() {
    #expect(throws: InvalidIdentifier.wrongKey("la clé du numéro SIREN")) {
      try SIRET("73282932100007")
    }
  }

  @Test(arguments: ["00000000000000", "00000000000018"])
  func `refuses a SIREN of zeros`(typed: String) {
    #expect(
      throws: InvalidIdentifier.impossible("un numéro SIREN n’est jamais composé que de zéros")
    ) { try SIRET(typed) }
  }

  @Test(
    arguments: [
      ("35600000000048", true),  // head office: the formula holds, the sum is 26
      ("35600000049837", true),  // the sum is 45
      ("35600000009075", true),  // the sum is 35
      ("35600000009076", false),  // the sum is 36
      ("35600000000014", false),  // the formula holds, the sum is 19
      ("35600000000049", false),
    ])
  func `of La Poste follows its own rule, head office apart`(typed: String, isValid: Bool) {
    #expect((try? SIRET(typed))?.text == (isValid ? typed : nil))
  }

  @Test(arguments: [
    "7328293200007", "732829320000740", "7328293200007A", "73282932000.74", "7.3E+13",
  ])
  func `refuses any other shape`(typed: String) {
    #expect(throws: InvalidIdentifier.malformed(expected: "14 chiffres sont attendus")) {
      try SIRET(typed)
    }
  }
}
