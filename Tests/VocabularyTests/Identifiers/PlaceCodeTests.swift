import Testing
import Vocabulary

@Suite struct `A commune code` {
  @Test(
    arguments: [
      "01001", "19999", "21001", "29999", "2A004", "2B033", "95000", "97101", "97801", "98411",
      "98601", "98711", "98801", "98901",
    ])
  func `begins with a department`(typed: String) throws {
    #expect(try CommuneCode(typed).text == typed)
  }

  @Test(
    arguments: [
      "00001", "2C004", "96001", "97001", "97901", "98001", "98301", "98501", "99001", "2Z999",
      "1A001",
    ])
  func `refuses a department that does not exist`(typed: String) {
    #expect(
      throws: InvalidIdentifier.impossible(
        "aucun département ne commence ainsi un code de commune")
    ) { try CommuneCode(typed) }
  }

  @Test(arguments: ["20000", "20004", "20999"])
  func `never begins with 20`(typed: String) {
    #expect(
      throws: InvalidIdentifier.impossible(
        "aucun code de commune ne commence par 20 : la Corse s’écrit 2A ou 2B")
    ) { try CommuneCode(typed) }
  }

  @Test(arguments: ["2a004", "A2004", "7505", "750560", "2A00B", "75 056"])
  func `refuses any other shape`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "5 caractères sont attendus, sans espace, par exemple 75056 ou 2A004")
    ) { try CommuneCode(typed) }
  }
}

@Suite struct `A postal code` {
  @Test(
    arguments: [
      "01000", "20000", "20600", "75116", "95999", "97100", "97800", "98400", "98600", "98700",
      "98800",
    ])
  func `begins with a department, 20 for Corsica`(typed: String) throws {
    #expect(try PostalCode(typed).text == typed)
  }

  @Test(arguments: ["00100", "96000", "97000", "97900", "98000", "98500", "98900", "99000"])
  func `refuses a department that does not exist`(typed: String) {
    #expect(
      throws: InvalidIdentifier.impossible("aucun département ne commence ainsi un code postal")
    ) { try PostalCode(typed) }
  }

  @Test(arguments: ["1000", "750010", "2A000", "75 001", "7500O"])
  func `refuses any other shape`(typed: String) {
    #expect(throws: InvalidIdentifier.malformed(expected: "5 chiffres sont attendus, sans espace"))
    {
      try PostalCode(typed)
    }
  }
}
