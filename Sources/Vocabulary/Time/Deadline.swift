/// The last day on which something may be done, as printed in a call.
public struct Deadline: Hashable, Sendable, Codable {
  public let lastDay: Day

  /// Takes the last day on which the act is still possible.
  public init(lastDay: Day) { self.lastDay = lastDay }

  /// Open until the last day is over in Paris, wherever the machine sits.
  public func isOpen(at instant: Instant) -> Bool { instant.parisDay <= lastDay }

  /// For readers: `15 janvier 2016 à minuit (heure de Paris)`.
  public var french: String { "\(lastDay.french) à minuit (heure de Paris)" }
}
