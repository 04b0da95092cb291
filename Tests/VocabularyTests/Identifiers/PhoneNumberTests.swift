import Testing
import Vocabulary

@Suite struct `A telephone number` {
  @Test(
    arguments: [
      "0199001234", "01 99 00 12 34", "01.99.00.12.34", "01-99-00-12-34", "+33199001234",
      "+33 1 99 00 12 34", "+33 (0)1 99 00 12 34", "+33(0)199001234", "0033 1 99 00 12 34",
      "0033 (0)1 99 00 12 34", "01\u{00A0}99\u{00A0}00\u{00A0}12\u{00A0}34",
    ])
  func `is kept in its international form`(typed: String) throws {
    #expect(try PhoneNumber(typed).text == "+33199001234")
  }

  @Test func `is shown as dialled in France`() throws {
    let shown = try PhoneNumber("+33199001234").french
    #expect(shown == "01\u{00A0}99\u{00A0}00\u{00A0}12\u{00A0}34")
    #expect(try PhoneNumber(shown).text == "+33199001234")
  }

  @Test(
    arguments: [
      "3939", "15", "112", "019900123", "01990012345", "0099001234", "+33099001234",
      "+33 01 99 00 12 34", "+32 2 555 12 12", "0032255512", "33199001234", "199001234",
      "(0)199001234", "01 99 (0)0 12 34", "+33 (0) (0)1 99 00 12 3", "01/99/00/12/34", "O199001234",
      "0199001234 poste 2", "++33199001234", "0 1 9 9", "(01) 99 00 12 34",
    ])
  func `refuses any other form`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "10 chiffres commençant par 0 sont attendus, ou +33 suivi de 9 chiffres")
    ) { try PhoneNumber(typed) }
  }

  @Test(arguments: [" ", "-", " . - "]) func `is more than separators`(typed: String) {
    #expect(throws: InvalidIdentifier.empty) { try PhoneNumber(typed) }
  }
}
