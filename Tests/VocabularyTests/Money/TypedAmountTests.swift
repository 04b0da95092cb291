import Testing
import Vocabulary

@Suite struct `A typed amount` {
  @Test(
    arguments: [
      ("1 234,56", 123_456), ("1234.56", 123_456), ("1 234 €", 123_400), ("12,5", 1_250),
      ("1\u{202F}234,56\u{00A0}€", 123_456), ("1\u{00A0}234", 123_400), ("0", 0), ("0,01", 1),
      ("007", 700), ("  12€ ", 1_200), ("1 234 567,8", 123_456_780), ("1234567", 123_456_700),
      ("90 000 000 000 000", 9_000_000_000_000_000), ("90000000000000,00", 9_000_000_000_000_000),
    ] as [(String, Int64)])
  func `is understood as people write it`(text: String, cents: Int64) throws {
    #expect(try Cents(typed: text) == Cents(cents))
  }

  @Test(
    arguments: [
      "1.234,56", "1,234.56", "12,345", "1,234", "1.234", "12 34", "1234 567", "1  234", "1 23 456",
      "1,2,3", "1..2", "12,", "12.", "1 234 ,56", " 1 2345", "1,2 3 €,",
    ])
  func `is refused when it could mean two amounts`(text: String) {
    #expect(throws: InvalidAmount.ambiguous) { try Cents(typed: text) }
  }

  @Test(
    arguments: [
      ("abc", "a"), ("12abc", "a"), ("12,a", "a"), ("12 €€", "€"), ("$12", "$"), ("+5", "+"),
      ("1e5", "e"), ("٣", "٣"), ("１２", "１"), ("12\u{0}", "\u{0}"), ("1'234", "'"),
      ("5\u{0301}", "5\u{0301}"), ("12,5\u{0301}", "5\u{0301}"), ("12\n34", "\n"), ("½", "½"),
    ])
  func `is refused for the first character out of place`(text: String, wrong: String) {
    #expect(throws: InvalidAmount.unexpectedCharacter(wrong)) { try Cents(typed: text) }
  }

  @Test(arguments: ["", " ", "€", " € ", "\u{00A0}"])
  func `is refused when there is none`(text: String) {
    #expect(throws: InvalidAmount.empty) { try Cents(typed: text) }
  }

  @Test(arguments: [".5", ",50", ".", " ,5 €"])
  func `is refused without a digit before its separator`(text: String) {
    #expect(throws: InvalidAmount.missingEuros) { try Cents(typed: text) }
  }

  @Test(arguments: ["-5", "\u{2212}5", " -0,01", "-abc"])
  func `is never negative`(text: String) {
    #expect(throws: InvalidAmount.negative) { try Cents(typed: text) }
  }

  @Test(
    arguments: [
      "90000000000000,01", "90000000000001", "1234567890123456", "12345678901234567",
      "123456789012345678", "9223372036854775808", String(repeating: "9", count: 10_000),
    ])
  func `is refused above the limit`(text: String) {
    #expect(throws: InvalidAmount.tooLarge) { try Cents(typed: text) }
  }

  @Test(arguments: [1, 99, 100, 123_456, 9_000_000_000_000_000] as [Int64])
  func `is read back from its French and decimal forms`(cents: Int64) throws {
    #expect(try Cents(typed: Cents(cents).french) == Cents(cents))
    #expect(try Cents(typed: Cents(cents).decimal) == Cents(cents))
  }

  @Test func `says what to type instead`() {
    #expect(
      InvalidAmount.unexpectedCharacter("a").french
        == "« a » n’a pas sa place dans un montant ; écrivez par exemple 1234,56")
    #expect(
      InvalidAmount.missingEuros.french
        == "il manque les chiffres avant le séparateur ; écrivez par exemple 0,50")
    #expect(
      InvalidAmount.tooLarge.french == "le montant dépasse la limite de 90 000 000 000 000 €")
  }
}
