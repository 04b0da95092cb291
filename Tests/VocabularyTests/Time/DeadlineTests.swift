import Testing
import Vocabulary

@Suite struct `A deadline` {
  @Test(
    arguments: [
      ("2016-01-15", "2016-01-15T23:59:59+01:00", true),
      ("2016-01-15", "2016-01-16T00:00:00+01:00", false),
      ("2016-01-15", "2016-01-15T22:59:59Z", true),
      ("2016-01-15", "2016-01-15T23:00:00Z", false),
      ("2016-07-15", "2016-07-15T23:59:59+02:00", true),
      ("2016-07-15", "2016-07-16T00:00:00+02:00", false),
      // Still the 15th in Cayenne, already the 16th in Paris; the reverse in Nouméa.
      ("2016-01-15", "2016-01-15T20:00:00-03:00", false),
      ("2016-01-15", "2016-01-16T09:59:59+11:00", true),
      // The last day is the day of a change of time: 23 and 25 hours long.
      ("2016-03-27", "2016-03-27T23:59:59+02:00", true),
      ("2016-03-27", "2016-03-28T00:00:00+02:00", false),
      ("2016-10-30", "2016-10-30T23:59:59+01:00", true),
      ("2016-10-30", "2016-10-31T00:00:00+01:00", false),
    ])
  func `lasts until its day is over in Paris`(iso: String, moment: String, isOpen: Bool) throws {
    let deadline = Deadline(lastDay: try #require(Day(iso: iso)))
    #expect(deadline.isOpen(at: try #require(Instant(rfc3339: moment))) == isOpen)
  }

  @Test func `says its hour and its place`() throws {
    let deadline = Deadline(lastDay: try #require(Day(iso: "2016-01-15")))
    #expect(deadline.french == "15 janvier 2016 à minuit (heure de Paris)")
  }
}
