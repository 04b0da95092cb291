public import Vocabulary

/// What a programme adds up to; the writer announces it, the validator counts it again.
public struct ProgrammeTotals: Hashable, Sendable {
  /// What one purse was asked for and gave.
  public struct Purse: Hashable, Sendable {
    public var id: String
    public var requested = Cents.zero
    public var granted = Cents.zero

    /// Starts at zero unless told otherwise.
    public init(id: String, requested: Cents = .zero, granted: Cents = .zero) {
      self.id = id
      self.requested = requested
      self.granted = granted
    }
  }

  /// Number of projects, whatever was decided.
  public var projects = 0
  /// Number of projects that are given money.
  public var retained = 0
  public var requested = Cents.zero
  public var granted = Cents.zero
  /// One entry a purse, in the order of the catalogue.
  public var purses: [Purse] = []

  /// Starts at zero, with one entry a purse.
  public init(purses: [String] = []) { self.purses = purses.map { Purse(id: $0) } }

  /// Adds what one project asks for and is granted.
  ///
  /// - Returns: `false` when a sum passes ``Cents/limit``; counting must then stop.
  mutating func add(requested: Cents, granted: Cents, isRetained: Bool) -> Bool {
    projects += 1
    if isRetained { retained += 1 }
    self.requested += requested
    self.granted += granted
    return self.requested.isWithinLimit && self.granted.isWithinLimit
  }

  /// Adds one funding line to the purse at `index`.
  ///
  /// - Returns: `false` when a sum passes ``Cents/limit``; counting must then stop.
  mutating func add(line index: Int, requested: Cents, granted: Cents) -> Bool {
    purses[index].requested += requested
    purses[index].granted += granted
    return purses[index].requested.isWithinLimit && purses[index].granted.isWithinLimit
  }
}
