import Foundation

/// One piece of work done on a thread of its own, whose result is waited for once.
final class BackgroundWork<Value: Sendable>: @unchecked Sendable {
  // Touched under the condition's lock alone.
  private let condition = NSCondition()
  private var outcome: Result<Value, any Error>?

  /// Starts the work.
  init(_ work: @escaping @Sendable () throws -> Value) {
    let thread = Thread { [self] in
      let outcome = Result { try work() }
      condition.lock()
      self.outcome = outcome
      condition.signal()
      condition.unlock()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the end of the work.
  func value() throws -> Value {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let outcome { return try outcome.get() }
      condition.wait()
    }
  }
}
