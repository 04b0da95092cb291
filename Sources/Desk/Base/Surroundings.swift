public import Vocabulary

/// What the use cases receive from outside: the clock.
public struct Surroundings: Sendable {
  /// The present moment.
  public var now: @Sendable () -> Instant

  /// Takes a clock.
  public init(now: @escaping @Sendable () -> Instant) { self.now = now }
}
