import Testing
import Vocabulary

@Suite struct `A SIREN` {
  @Test(arguments: ["732829320", "732 829 320", " 73 2829\u{00A0}320", "732\u{202F}829\u{202F}320"])
  func `is nine digits, spaces apart`(typed: String) throws {
    #expect(try SIREN(typed).text == "732829320")
  }

  @Test func `may begin with three zeros`() throws {
    #expect(try SIREN("000325175").text == "000325175")
  }

  @Test func `is never all zeros`() {
    #expect(
      throws: InvalidIdentifier.impossible("un numéro SIREN n’est jamais composé que de zéros")
    ) { try SIREN("000000000") }
  }

  @Test(arguments: 0...9)
  func `has one check digit for each eight first digits`(last: Int) {
    let typed = "40483304\(last)"
    // 40483304 calls for 8.
    #expect((try? SIREN(typed))?.text == (last == 8 ? typed : nil))
  }

  @Test func `says which key is wrong`() {
    #expect(throws: InvalidIdentifier.wrongKey("la clé du numéro SIREN")) { try SIREN("732829321") }
  }

  @Test(arguments: [
    "73282932", "7328293200", "73282932O", "732.829.320", "732-829-320", "+732829320",
  ])
  func `refuses any other shape`(typed: String) {
    #expect(throws: InvalidIdentifier.malformed(expected: "9 chiffres sont attendus")) {
      try SIREN(typed)
    }
  }

  @Test func `is shown in groups of three`() throws {
    #expect(try SIREN("732829320").french == "732\u{00A0}829\u{00A0}320")
  }
}
