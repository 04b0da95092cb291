import Dossiers
import Foundation
import Testing

@Suite struct `A dossier number` {
  @Test(arguments: [
    ("2016", 1, "2016-0001"), ("2016", 42, "2016-0042"), ("2016", 9999, "2016-9999"),
    ("2016", 10_000, "2016-10000"), ("2016-bis", 7, "2016-bis-0007"),
  ])
  func `is printed with four digits at least, and read back`(
    call: String, order: Int, text: String
  ) {
    let number = DossierNumber(call: call, order: order)
    #expect(number.text == text)
    #expect(DossierNumber(text) == number)
  }

  @Test(arguments: [
    "", "2016", "-0001", "2016-", "2016-1", "2016-001", "2016-0000", "2016-00001", "2016-0001 ",
    "2016-+001", "2016-٠٠٠١", "2016-99999999999999999999", "2016_0001",
  ])
  func `is nothing else`(text: String) {
    #expect(DossierNumber(text) == nil)
  }

  @Test func `sorts by call, then as a number`() {
    let sorted = ["2026-0001", "2016-10000", "2016-9999", "2016-0002"]
      .compactMap { DossierNumber($0) }.sorted().map(\.text)
    #expect(sorted == ["2016-0002", "2016-9999", "2016-10000", "2026-0001"])
  }

  @Test func `travels in JSON as its text`() throws {
    let numbers = [DossierNumber(call: "2016", order: 3)]
    let data = try JSONEncoder().encode(numbers)
    #expect(String(decoding: data, as: UTF8.self) == "[\"2016-0003\"]")
    #expect(try JSONDecoder().decode([DossierNumber].self, from: data) == numbers)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DossierNumber].self, from: Data("[\"2016-3\"]".utf8))
    }
  }
}
