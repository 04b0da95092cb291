/// A span of days, both ends included.
public struct Period: Hashable, Sendable, Codable {
  public let start: Day
  public let end: Day

  /// Takes both ends; `nil` when the end comes before the start.
  public init?(from start: Day, through end: Day) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// Decodes both ends, refused when the end comes before the start.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decode(Day.self, forKey: .start)
    end = try container.decode(Day.self, forKey: .end)
    guard start <= end else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "the period ends before it starts")
    }
  }

  /// Whether the whole of `other` lies inside this period.
  public func encloses(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  /// Whether the day lies inside this period.
  public func contains(_ day: Day) -> Bool { start <= day && day <= end }

  /// For readers: `du 1er janvier 2016 au 31 décembre 2016`.
  public var french: String { "du \(start.french) au \(end.french)" }
}
