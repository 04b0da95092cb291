import Contract
import Vocabulary

/// When dossiers arrive: a few each week, then the rush of the last days.
///
/// Between 8 a.m. and 11 p.m. every day from the opening of the call to its last day.
struct ReceiptCalendar: Sendable {
  /// Seconds of a day during which dossiers arrive, and the second it starts.
  private static let daily = 15 * 3_600
  private static let morning = 8 * 3_600
  /// Out of 1 000 dossiers, how many have arrived at each thousandth of the calendar.
  private static let curve: [(time: Int, arrived: Int)] = [
    (0, 0), (300, 60), (600, 180), (800, 350), (900, 520), (960, 730), (1_000, 1_000),
  ]

  private let opening: Day
  private let days: Int
  private let count: Int

  /// Spreads `count` dossiers over a call.
  init(calendar: CallCalendar, count: Int) {
    opening = calendar.opening
    let last = calendar.closing.lastDay.daysSinceEpoch
    days = max(1, last - calendar.opening.daysSinceEpoch + 1)
    self.count = max(1, count)
  }

  /// When a dossier arrives; later dossiers arrive later, all before the deadline.
  ///
  /// The jitter, from 0 to 999, says where the dossier falls in its own slot.
  func instant(of index: Int, jitter: Int) -> Instant {
    let slot = min(max(0, index), count - 1)
    let total = days * Self.daily
    let arrived = (slot * 1_000 + jitter) * 1_000 / count
    let second = Self.time(arrivedMillionths: arrived, total: total)
    let clock = Self.morning + second % Self.daily
    return Instant(
      paris: opening.adding(days: second / Self.daily), hour: clock / 3_600,
      minute: clock / 60 % 60, second: clock % 60)
  }

  /// The second of the calendar by which a share of the dossiers has arrived.
  private static func time(arrivedMillionths arrived: Int, total: Int) -> Int {
    for (start, end) in zip(curve, curve.dropFirst()) where arrived < end.arrived * 1_000 {
      let inside = arrived - start.arrived * 1_000
      let width = (end.arrived - start.arrived) * 1_000
      let from = total * start.time / 1_000
      let span = total * (end.time - start.time) / 1_000
      return min(from + span * inside / width, total - 1)
    }
    return total - 1
  }
}
