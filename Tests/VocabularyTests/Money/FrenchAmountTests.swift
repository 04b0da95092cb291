import Testing
import Vocabulary

@Suite struct `An amount in French` {
  @Test(
    arguments: [
      (123_456, "1\u{202F}234,56\u{00A0}€"), (0, "0,00\u{00A0}€"), (5, "0,05\u{00A0}€"),
      (50, "0,50\u{00A0}€"), (99_999, "999,99\u{00A0}€"), (100_000, "1\u{202F}000,00\u{00A0}€"),
      (123_456_789, "1\u{202F}234\u{202F}567,89\u{00A0}€"), (-1, "-0,01\u{00A0}€"),
      (-123_456, "-1\u{202F}234,56\u{00A0}€"),
      (.min, "-92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,08\u{00A0}€"),
    ] as [(Int64, String)])
  func `separates thousands by U+202F and the euro by U+00A0`(cents: Int64, expected: String) {
    #expect(
      Array(Cents(cents).french.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: [
      (123_456, "1234.56"), (5, "0.05"), (0, "0.00"), (-5, "-0.05"), (-123_450, "-1234.50"),
    ] as [(Int64, String)])
  func `is a plain decimal in files`(cents: Int64, expected: String) {
    #expect(Cents(cents).decimal == expected)
  }

  @Test(
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1\u{202F}000"), (12_345, "12\u{202F}345"),
      (-1_234_567, "-1\u{202F}234\u{202F}567"),
    ])
  func `has whole numbers grouped the same way`(number: Int, expected: String) {
    #expect(FrenchNumber.text(number) == expected)
  }
}
