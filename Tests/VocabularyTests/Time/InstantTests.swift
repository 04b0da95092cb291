import Foundation
import Testing
import Vocabulary

@Suite struct `An instant` {
  @Test(
    arguments: [
      ("2016-01-15T23:59:59+01:00", 1_452_898_799), ("2016-01-15T22:59:59Z", 1_452_898_799),
      ("2016-01-15t22:59:59z", 1_452_898_799), ("2016-01-15 22:59:59Z", 1_452_898_799),
      ("2016-01-15T22:59:59.987Z", 1_452_898_799), ("2016-01-16T08:29:59+09:30", 1_452_898_799),
      ("2016-01-15T17:59:59-05:00", 1_452_898_799), ("2016-01-15T22:59:59-00:00", 1_452_898_799),
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
    ] as [(String, Int64)])
  func `is read with its offset`(text: String, seconds: Int64) throws {
    #expect(try #require(Instant(rfc3339: text)).secondsSinceEpoch == seconds)
  }

  @Test(
    arguments: [
      "", "2016-01-15", "2016-01-15T22:59:59", "2016-02-30T00:00:00Z", "2016-01-15T24:00:00Z",
      "2016-01-15T23:60:00Z", "2016-01-15T23:59:60Z", "2016-01-15T23:59Z",
      "2016-01-15T23:59:59+1:00", "2016-01-15T23:59:59+0100", "2016-01-15T23:59:59+24:00",
      "2016-01-15T23:59:59+01:60", "2016-01-15T23:59:59ZZ", "2016-01-15T23:59:59.Z",
      "2016-01-15T23:59:59Z\n", " 2016-01-15T23:59:59Z", "2016-01-15T23:59:59Z ",
      "2016-01-15T2\u{0663}:59:59Z", "2016-01-15T23:59:59.\u{0663}Z", "2016-01-15T23:59:5９Z",
      "2016-01-15T23:59:59\u{2212}01:00", "2016-01-15T23:59:5\u{0301}Z", "demain",
      "2016-01-15T23:59:59.5\u{0301}Z", "2016-01-15T-1:59:59Z",
    ])
  func `refuses anything else`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(
    arguments: [
      ("2016-01-15T22:59:59Z", "2016-01-15T23:59:59+01:00"),
      ("2016-07-14T22:00:00Z", "2016-07-15T00:00:00+02:00"),
      ("2015-12-31T23:00:00Z", "2016-01-01T00:00:00+01:00"),
      ("1969-12-31T22:59:59Z", "1969-12-31T23:59:59+01:00"),
    ])
  func `is shown on the clock of Paris`(utc: String, paris: String) throws {
    let instant = try #require(Instant(rfc3339: utc))
    #expect(instant.rfc3339 == paris)
    #expect(Instant(rfc3339: paris) == instant)
  }

  @Test func `is told to the minute in French`() throws {
    let instant = try #require(Instant(rfc3339: "2016-01-15T08:05:59+01:00"))
    #expect(instant.french == "15 janvier 2016 à 8\u{00A0}h\u{00A0}05")
  }

  @Test func `moves by seconds`() throws {
    let instant = try #require(Instant(rfc3339: "2016-01-15T23:59:59+01:00"))
    #expect(instant.adding(seconds: 1).rfc3339 == "2016-01-16T00:00:00+01:00")
    #expect(instant.adding(seconds: -1) < instant)
  }

  @Test func `is RFC 3339 text in a file, checked when it is read`() throws {
    let instant = Instant(secondsSinceEpoch: 1_452_898_799)
    let encoded = try JSONEncoder().encode([instant])
    #expect(try JSONDecoder().decode([String].self, from: encoded) == ["2016-01-15T23:59:59+01:00"])
    #expect(try JSONDecoder().decode([Instant].self, from: encoded) == [instant])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Instant].self, from: Data("[\"2016-01-15\"]".utf8))
    }
  }
}
