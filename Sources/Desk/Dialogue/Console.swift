/// A line that someone typed, or that a pipe gave.
public enum TypedLine: Hashable, Sendable {
  case text(String)
  /// Longer than the terminal passes on: its end is lost.
  case tooLong
  /// Not UTF-8.
  case unreadable
}

/// What the dialogue needs of a terminal; each closure returns once its text is out.
public struct Console {
  /// The next line; `nil` once there is none left.
  public let read: () throws -> TypedLine?
  /// Says something to the person.
  public let say: (String) -> Void
  /// Gives a result; the second text says what was done all the same, should nobody read the first.
  public let give: (String, String) -> Void

  /// Gathers the three.
  public init(
    read: @escaping () throws -> TypedLine?, say: @escaping (String) -> Void,
    give: @escaping (String, String) -> Void
  ) {
    self.read = read
    self.say = say
    self.give = give
  }
}
