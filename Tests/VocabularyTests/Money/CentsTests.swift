import Foundation
import Testing
import Vocabulary

@Suite struct `An amount` {
  @Test func `adds and subtracts to the cent`() {
    var amount = Cents(10)
    amount += Cents(20)
    #expect(amount == Cents(30))
    amount -= Cents(31)
    #expect(amount == Cents(-1))
    #expect(-amount == Cents(1))
    #expect(Cents(euros: 12) - Cents(1) == Cents(1_199))
    #expect(Cents(-1) < .zero)
  }

  @Test func `sums ten cents thirty times to three euros exactly`() {
    #expect(Array(repeating: Cents(10), count: 30).total() == Cents(euros: 3))
    #expect([Cents]().total() == .zero)
  }

  @Test(
    arguments: [
      (9_000_000_000_000_000, true), (9_000_000_000_000_001, false), (0, true),
      (-9_000_000_000_000_000, true), (-9_000_000_000_000_001, false),
    ] as [(Int64, Bool)])
  func `is bounded when it comes from outside`(cents: Int64, isWithinLimit: Bool) {
    #expect(Cents(cents).isWithinLimit == isWithinLimit)
  }

  @Test func `is a whole number of cents in a file`() throws {
    #expect(String(decoding: try JSONEncoder().encode([Cents(-1_205)]), as: UTF8.self) == "[-1205]")
    #expect(try JSONDecoder().decode([Cents].self, from: Data("[1205]".utf8)) == [Cents(1_205)])
  }

  @Test(arguments: ["[12.5]", "[\"12\"]", "[1e30]", "[null]"])
  func `refuses anything else in a file`(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Cents].self, from: Data(json.utf8))
    }
  }
}
