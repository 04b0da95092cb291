import Foundation
import Testing
import Vocabulary

@Suite struct `A period` {
  private static func period(_ start: String, _ end: String) throws -> Period? {
    Period(from: try #require(Day(iso: start)), through: try #require(Day(iso: end)))
  }

  @Test func `never ends before it starts`() throws {
    #expect(try Self.period("2016-01-02", "2016-01-01") == nil)
    #expect(try Self.period("2016-01-01", "2016-01-01") != nil)
  }

  @Test(
    arguments: [
      ("2015-12-31", false), ("2016-01-01", true), ("2016-12-31", true), ("2017-01-01", false),
    ])
  func `contains both its ends`(iso: String, isInside: Bool) throws {
    let year = try #require(try Self.period("2016-01-01", "2016-12-31"))
    #expect(year.contains(try #require(Day(iso: iso))) == isInside)
  }

  @Test(
    arguments: [
      ("2016-01-01", "2016-12-31", true), ("2016-06-01", "2016-06-01", true),
      ("2015-12-31", "2016-12-31", false), ("2016-01-01", "2017-01-01", false),
    ])
  func `encloses another one whole`(start: String, end: String, isInside: Bool) throws {
    let year = try #require(try Self.period("2016-01-01", "2016-12-31"))
    #expect(year.encloses(try #require(try Self.period(start, end))) == isInside)
  }

  @Test func `is told in French`() throws {
    let year = try #require(try Self.period("2016-01-01", "2016-12-31"))
    #expect(year.french == "du 1er janvier 2016 au 31 décembre 2016")
  }

  @Test func `is checked when it is read from a file`() throws {
    let year = try #require(try Self.period("2016-01-01", "2016-12-31"))
    let encoded = try JSONEncoder().encode(year)
    #expect(try JSONDecoder().decode(Period.self, from: encoded) == year)
    let backwards = Data(#"{"start":"2016-12-31","end":"2016-01-01"}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Period.self, from: backwards) }
  }
}
