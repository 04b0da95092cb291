import Foundation

/// A progress line on standard error, for anything longer than a second.
struct Progress {
  private let what: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var count = 0

  init(_ what: String) {
    self.what = what
    start = clock.now
    last = start
  }

  /// Counts one more; tells at most once a second.
  mutating func advance(by number: Int = 1) {
    count += number
    guard clock.now - last > .seconds(1) else { return }
    last = clock.now
    Output.message("… \(what) : \(count)")
  }
}
