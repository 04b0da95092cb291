import Foundation
import Testing
import Vocabulary

@Suite struct `The clock of Paris` {
  @Test(
    arguments: [
      ("2016-03-27T00:59:59Z", "2016-03-27T01:59:59+01:00"),
      ("2016-03-27T01:00:00Z", "2016-03-27T03:00:00+02:00"),
      ("2016-10-30T00:59:59Z", "2016-10-30T02:59:59+02:00"),
      ("2016-10-30T01:00:00Z", "2016-10-30T02:00:00+01:00"),
      // The last Sunday is the 31st, then the 25th.
      ("2024-03-31T00:59:59Z", "2024-03-31T01:59:59+01:00"),
      ("2024-03-31T01:00:00Z", "2024-03-31T03:00:00+02:00"),
      ("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
      ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
    ])
  func `changes at one o'clock UTC on the last Sundays of March and October`(
    utc: String, paris: String
  ) throws {
    #expect(try #require(Instant(rfc3339: utc)).rfc3339 == paris)
  }

  @Test(
    arguments: [
      ("2016-03-27", 1, 59, "2016-03-27T01:59:00+01:00"),
      ("2016-03-27", 2, 30, "2016-03-27T03:30:00+02:00"),
      ("2016-03-27", 3, 0, "2016-03-27T03:00:00+02:00"),
      ("2016-10-30", 1, 59, "2016-10-30T01:59:00+02:00"),
      ("2016-10-30", 2, 30, "2016-10-30T02:30:00+02:00"),
      ("2016-10-30", 3, 0, "2016-10-30T03:00:00+01:00"),
      ("2016-01-01", 0, 0, "2016-01-01T00:00:00+01:00"),
      ("2016-07-01", 23, 59, "2016-07-01T23:59:00+02:00"),
    ])
  func `moves a skipped time one hour later and takes a repeated time the first time`(
    iso: String, hour: Int, minute: Int, expected: String
  ) throws {
    let day = try #require(Day(iso: iso))
    #expect(Instant(paris: day, hour: hour, minute: minute).rfc3339 == expected)
  }

  @Test func `agrees with the zone database from 1998 to 2040`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Paris"))
    // 1 January 1998 to 1 January 2041, by steps that drift through the hours of the day.
    for seconds in stride(from: 883_609_200, to: 2_240_521_200, by: 170_003) as StrideTo<Int64> {
      expectAgreement(with: zone, at: seconds)
    }
  }

  @Test func `agrees with the zone database around every change of time`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Paris"))
    var moment = Date(timeIntervalSince1970: 883_609_200)
    var changes = 0
    while let next = zone.nextDaylightSavingTimeTransition(after: moment),
      next.timeIntervalSince1970 < 2_240_521_200
    {
      let seconds = Int64(next.timeIntervalSince1970)
      for gap: Int64 in [-7_200, -3_600, -1, 0, 1, 3_599, 3_600] {
        expectAgreement(with: zone, at: seconds + gap)
      }
      moment = next
      changes += 1
    }
    #expect(changes == 86)
  }

  private func expectAgreement(with zone: TimeZone, at seconds: Int64) {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    let offset = zone.secondsFromGMT(for: date)
    let shown = Instant(secondsSinceEpoch: seconds)
    #expect(shown.rfc3339.hasSuffix("+0\(offset / 3600):00"), "at \(seconds)")
    #expect(
      shown.parisDay == Day(daysSinceEpoch: (Int(seconds) + offset) / 86_400), "at \(seconds)")
    #expect(Instant(rfc3339: shown.rfc3339) == shown, "at \(seconds)")
  }
}
