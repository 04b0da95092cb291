/// A small seeded generator (Steele, Lea and Flood, 2014): the same seed draws the same everywhere.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next sixty-four bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// The same, as cents are counted.
  public mutating func cents(_ range: ClosedRange<Int>) -> Int64 { Int64(number(range)) }

  /// True `percent` times out of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }
}
