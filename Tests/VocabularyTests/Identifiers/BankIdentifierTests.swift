import Testing
import Vocabulary

@Suite struct `A French IBAN` {
  @Test(
    arguments: [
      "FR7630006000011234567890189", "FR1420041010050500013M02606", "FR7630006000010000000008397",
      "FR7630006000010000000001801", "FR151111122222ABCDEFGHIJK96", "FR391111122222LMNOPQRSTUV44",
      "FR681111122222WXYZ000000032", "FR983000600001CUJ0000000030", "FR023000600001AMJ0000000033",
    ])
  func `satisfies both keys, whatever the letters`(typed: String) throws {
    #expect(try FrenchIBAN(typed).text == typed)
  }

  @Test(
    arguments: [
      "FR8420041010050500013M02607", "FR0630006000011234567890188", "FR4930006000011234567890190",
    ])
  func `refuses a national key that fails under a valid international one`(typed: String) {
    #expect(throws: InvalidIdentifier.wrongKey("la clé RIB")) { try FrenchIBAN(typed) }
  }

  @Test(arguments: ["FR7530006000011234567890189", "FR7630006000011234567890289"])
  func `refuses a wrong international key first`(typed: String) {
    #expect(throws: InvalidIdentifier.wrongKey("la clé de l’IBAN")) { try FrenchIBAN(typed) }
  }

  @Test(
    arguments: [
      "FR003000600001CJ00000000094", "FR013000600001CUJ0000000030", "FR993000600001AMJ0000000033",
    ])
  func `refuses check digits the norm never gives`(typed: String) {
    #expect(throws: InvalidIdentifier.wrongKey("la clé de l’IBAN")) { try FrenchIBAN(typed) }
  }

  @Test(arguments: [
    "DE89370400440532013000", "MC5811222000010123456789030", "FR76-3000600001123456789018",
  ])
  func `refuses another country and another shape`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "27 caractères sont attendus, en majuscules, commençant par FR et 2 chiffres")
    ) { try FrenchIBAN(typed) }
  }

  @Test func `knows its national account and is shown in groups of four`() throws {
    let iban = try FrenchIBAN("FR1420041010050500013M02606")
    #expect(try iban.rib == RIB("20041 01005 0500013M026 06"))
    let groups = ["FR14", "2004", "1010", "0505", "0001", "3M02", "606"]
    #expect(iban.french == groups.joined(separator: "\u{00A0}"))
  }
}

@Suite struct `A RIB` {
  @Test(
    arguments: [
      "30006000011234567890189", "20041010050500013M02606", "30006000010000000008397",
      "1111122222ABCDEFGHIJK96", "1111122222LMNOPQRSTUV44", "1111122222WXYZ000000032",
    ])
  func `satisfies its key, from 1 to 97`(typed: String) throws {
    #expect(try RIB(typed).text == typed)
  }

  // 00 leaves the same remainder as 97, and 98 as 01.
  @Test(arguments: [
    "30006000010000000008300", "30006000010000000001898", "30006000011234567890188",
  ])
  func `refuses another key`(typed: String) {
    #expect(throws: InvalidIdentifier.wrongKey("la clé RIB")) { try RIB(typed) }
  }

  @Test func `is shown as bank, branch, account and key`() throws {
    let groups = ["20041", "01005", "0500013M026", "06"]
    #expect(try RIB("20041010050500013M02606").french == groups.joined(separator: "\u{00A0}"))
  }

  @Test func `refuses small letters`() {
    #expect(throws: InvalidIdentifier.self) { try RIB("20041010050500013m02606") }
  }
}

@Suite struct `A BIC` {
  @Test(
    arguments: [
      ("SOGEFRPP", true), ("SOGEFRPPXXX", true), ("SOGEFR2A", true), ("SOGEFR22123", true),
      ("SOGEFRP", false), ("SOGEFRPPX", false), ("SOGEFRPPXX", false), ("SOGEFRPPXXXX", false),
      ("SOG1FRPP", false), ("SOGEF1PP", false), ("SOGEFRPp", false), ("SOGE FR PP", false),
    ])
  func `has eight or eleven characters, six letters first`(typed: String, isValid: Bool) {
    #expect((try? BIC(typed))?.text == (isValid ? typed : nil))
  }
}
