import Foundation
import Testing
import Vocabulary

@Suite struct `A day` {
  @Test(
    arguments: [
      "2016-01-01", "2016-12-31", "2016-02-29", "2000-02-29", "2015-02-28", "1900-02-28",
      "0001-01-01", "9999-12-31", "2016-04-30",
    ])
  func `is read and written the same`(iso: String) throws {
    #expect(try #require(Day(iso: iso)).iso == iso)
  }

  @Test(
    arguments: [
      "2016-02-31", "2016-02-30", "2015-02-29", "1900-02-29", "2100-02-29", "2016-04-31",
      "2016-13-01", "2016-00-01", "2016-01-00", "2016-01-32", "0000-01-01", "",
      "2016-1-15", "2016/01/15", "15/01/2016", "16-01-15", "2016-01-15 ", " 2016-01-15",
      "2016-01-15\n", "2016-01-1\u{0665}", "-016-01-15", "+016-01-15", "2016-01-15T00:00:00Z",
      "20160115", "2016-01-1a",
    ])
  func `refuses what the calendar or the form does not have`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2016-01-15", 16_815), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func `has its number since 1 January 1970`(iso: String, number: Int) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.daysSinceEpoch == number)
    #expect(Day(daysSinceEpoch: number) == day)
  }

  @Test func `follows the Gregorian calendar over four centuries`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -62_091, through: 84_006, by: 13) {
      let day = Day(daysSinceEpoch: number)
      let date = Date(timeIntervalSince1970: TimeInterval(number) * 86_400)
      let expected = calendar.dateComponents([.year, .month, .day], from: date)
      #expect([day.year, day.month, day.day] == [expected.year, expected.month, expected.day])
      #expect(day.daysSinceEpoch == number)
      #expect(Day(iso: day.iso) == day)
      #expect(day < day.adding(days: 1) && day.adding(days: -1) < day)
    }
  }

  @Test(
    arguments: [
      ("2015-08-31", 6, "2016-02-29"), ("2014-08-31", 6, "2015-02-28"),
      ("2016-02-29", 12, "2017-02-28"), ("2016-02-29", 48, "2020-02-29"),
      ("2015-12-31", 6, "2016-06-30"), ("2016-03-31", -1, "2016-02-29"),
      ("2016-01-15", -13, "2014-12-15"), ("2016-01-15", 0, "2016-01-15"),
      ("2016-12-15", 1, "2017-01-15"), ("2016-01-31", -1, "2015-12-31"),
    ])
  func `moves by months to the last day that exists`(
    start: String, months: Int, expected: String
  ) throws {
    #expect(try #require(Day(iso: start)).addingRoundingDown(months: months).iso == expected)
  }

  @Test(
    arguments: [
      ("2026-01-01", "1er janvier 2026"), ("2016-03-15", "15 mars 2016"),
      ("2016-08-02", "2 août 2016"), ("2016-02-11", "11 février 2016"),
      ("2016-12-31", "31 décembre 2016"),
    ])
  func `is written as the French do`(iso: String, french: String) throws {
    #expect(try #require(Day(iso: iso)).french == french)
  }

  @Test func `is ISO text in a file, checked when it is read`() throws {
    let day = try #require(Day(iso: "2016-02-29"))
    let encoded = try JSONEncoder().encode([day])
    #expect(String(decoding: encoded, as: UTF8.self) == "[\"2016-02-29\"]")
    #expect(try JSONDecoder().decode([Day].self, from: encoded) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data("[\"2015-02-29\"]".utf8))
    }
  }
}
