import Testing
import Vocabulary

@Suite struct `A split` {
  @Test(
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]),
      (101, [1, 1, 1], [34, 34, 33]),
      (100, [2, 1], [67, 33]),
      (1, [1, 1, 1], [1, 0, 0]),
      (0, [1, 2], [0, 0]),
      (5, [0, 1, 0], [0, 5, 0]),
      (10, [1, 0, 2], [3, 0, 7]),
      // Remainders 50, 25 and 25: the odd cent goes to the largest, not to the first.
      (3, [1, 1, 2], [1, 1, 1]),
      (1, [1, 1, 2], [0, 0, 1]),
      (7, [7], [7]),
    ] as [(Int64, [Int64], [Int64])])
  func `gives the odd cents to the largest remainders, then in order`(
    amount: Int64, weights: [Int64], expected: [Int64]
  ) {
    #expect(Cents(amount).split(byWeights: weights).map(\.rawValue) == expected)
  }

  @Test func `holds in full width`() {
    let parts = Cents.limit.split(byWeights: [Int64.max / 2, Int64.max / 2])
    #expect(parts == [Cents(4_500_000_000_000_000), Cents(4_500_000_000_000_000)])
  }

  @Test(arguments: 1...40)
  func `sums to the whole, each part within a cent of its due`(seed: Int) {
    var sequence = Sequence(seed: UInt64(seed))
    let amount = Cents(Int64(sequence.next(below: 9_000_000_000)))
    let weights = (0..<(1 + sequence.next(below: 50))).map { _ in Int64(sequence.next(below: 1_000))
    }
    guard weights.contains(where: { $0 > 0 }) else { return }
    let total = weights.reduce(0, +)
    let parts = amount.split(byWeights: weights)
    #expect(parts.total() == amount)
    #expect(parts.count == weights.count)
    for (part, weight) in zip(parts, weights) {
      let gap = part.rawValue * total - amount.rawValue * weight
      #expect(-total < gap && gap < total)
    }
  }

  /// Numbers that look random and never change.
  private struct Sequence {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(below bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
  }
}
