/// A moment, to the second, always shown on the clock of Paris.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, UTC.
  public let secondsSinceEpoch: Int64

  /// Takes a count of seconds since 1 January 1970, UTC.
  public init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// The moment when the clock of Paris shows this day and time.
  ///
  /// A time skipped in spring is moved one hour later; a time that comes twice in autumn is the first.
  public init(paris day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let local = Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let summer = local - 7200
    let winter = local - 3600
    let isSummer = ParisClock.offset(at: summer) == 7200
    secondsSinceEpoch = isSummer ? summer : winter
  }

  /// Reads an RFC 3339 instant with its offset: `2016-01-15T23:59:59+01:00`, `…Z`.
  ///
  /// A fraction of a second is read and dropped.
  public init?(rfc3339 text: String) {
    var scanner = InstantScanner(text)
    guard let seconds = scanner.secondsSinceEpoch() else { return nil }
    secondsSinceEpoch = Int64(seconds)
  }

  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.secondsSinceEpoch < rhs.secondsSinceEpoch
  }

  /// The moment `seconds` later, or earlier when negative.
  public func adding(seconds: Int64) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }

  /// The calendar day in Paris.
  public var parisDay: Day { Day(daysSinceEpoch: Int(floorDivision(local, by: 86_400))) }

  /// RFC 3339 with the offset of Paris: `2016-01-15T23:59:59+01:00`.
  public var rfc3339: String {
    let clock = parisClock
    let time = "\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second))"
    return "\(parisDay.iso)T\(time)+\(two(offset / 3600)):00"
  }

  /// For readers: `15 janvier 2016 à 23 h 59`.
  public var french: String {
    let clock = parisClock
    return "\(parisDay.french) à \(clock.hour)\u{00A0}h\u{00A0}\(two(clock.minute))"
  }

  private var offset: Int { ParisClock.offset(at: secondsSinceEpoch) }
  private var local: Int64 { secondsSinceEpoch + Int64(offset) }
  private var parisClock: (hour: Int, minute: Int, second: Int) {
    let seconds = Int(local - floorDivision(local, by: 86_400) * 86_400)
    return (seconds / 3600, seconds / 60 % 60, seconds % 60)
  }
}

private func floorDivision(_ value: Int64, by divisor: Int64) -> Int64 {
  value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Legal time of metropolitan France since 1998: UTC+1, UTC+2 in summer.
private enum ParisClock {
  /// Seconds to add to UTC at a moment.
  ///
  /// Summer time runs from the last Sunday of March to the last Sunday of October, at 01:00 UTC
  /// (directive 2000/84/CE, art. 2 and 3).
  static func offset(at seconds: Int64) -> Int {
    let year = Day(daysSinceEpoch: Int(floorDivision(seconds, by: 86_400))).year
    let starts = lastSunday(ofMonth: 3, in: year) * 86_400 + 3600
    let ends = lastSunday(ofMonth: 10, in: year) * 86_400 + 3600
    return (Int64(starts)..<Int64(ends)).contains(seconds) ? 7200 : 3600
  }

  private static func lastSunday(ofMonth month: Int, in year: Int) -> Int {
    let last = Day(year: year, month: month, day: 31)?.daysSinceEpoch ?? 0
    // 1 January 1970 was a Thursday: day 3 was a Sunday.
    return last - (last - 3) % 7
  }
}

extension Instant: Codable {
  /// Decodes an RFC 3339 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an instant: \(text)")
    }
    self = instant
  }

  /// Encodes an RFC 3339 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}
