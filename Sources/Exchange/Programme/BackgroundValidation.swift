import Foundation
public import Vocabulary

/// Validates a programme on a thread of its own, while another thread writes it.
///
/// At most a few pieces wait between the two: a writer that goes too fast is held back.
public final class BackgroundValidation: @unchecked Sendable {
  private static let capacity = 8

  // Everything below is touched under the condition's lock.
  private let condition = NSCondition()
  private var waiting: [[UInt8]] = []
  private var isClosed = false
  private var report: ProgrammeReport?

  /// Starts the thread.
  ///
  /// - Throws: a refusal when the validation cannot be prepared.
  public init(schema: CompiledSchema, file: String) throws(Refusal) {
    let validator = Handover(try ProgrammeValidator(schema: schema, file: file))
    let thread = Thread { [self] in run(validator.value) }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Hands over the bytes that come next; waits while the validation is late.
  public func feed(_ bytes: UnsafeRawBufferPointer) {
    let piece = [UInt8](bytes)
    condition.lock()
    while waiting.count >= Self.capacity { condition.wait() }
    waiting.append(piece)
    condition.broadcast()
    condition.unlock()
  }

  /// Tells that no byte is left and waits for the report; must be called, even when writing fails.
  public func finish() -> ProgrammeReport {
    condition.lock()
    defer { condition.unlock() }
    isClosed = true
    condition.broadcast()
    while true {
      if let report { return report }
      condition.wait()
    }
  }

  private func run(_ validator: ProgrammeValidator) {
    while let piece = next() { piece.withUnsafeBytes { validator.feed($0) } }
    let report = validator.finish()
    condition.lock()
    self.report = report
    condition.broadcast()
    condition.unlock()
  }

  private func next() -> [UInt8]? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    guard !waiting.isEmpty else { return nil }
    let piece = waiting.removeFirst()
    condition.broadcast()
    return piece
  }
}

/// Carries a validator to the one thread that will use it.
private struct Handover: @unchecked Sendable {
  let value: ProgrammeValidator
  init(_ value: ProgrammeValidator) { self.value = value }
}
