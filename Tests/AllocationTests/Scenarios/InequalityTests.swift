import TestKit
import Testing
import Vocabulary

@testable import Allocation

@Suite struct `The inequality between districts` {
  private typealias District = (granted: Cents, inhabitants: Int64)

  /// Half the mean absolute difference between two inhabitants over the mean, pair by pair.
  private func byPairs(_ rows: [District]) -> Int64 {
    var gaps = Int128(0)
    for left in rows.indices {
      for right in rows.indices where left < right {
        let (one, other) = (rows[left], rows[right])
        gaps += Int128(
          (one.granted.rawValue * other.inhabitants - other.granted.rawValue * one.inhabitants)
            .magnitude)
      }
    }
    let whole =
      Int128(rows.map(\.granted).total().rawValue) * Int128(rows.reduce(0) { $0 + $1.inhabitants })
    return Int64((gaps * 20_000 + whole) / (whole * 2))
  }

  @Test(
    arguments: [
      // The same for everyone.
      ([100], [7], 0), ([100, 200], [10, 20], 0),
      // One of two equal districts has it all: one half.
      ([100, 0], [10, 10], 5_000),
      // One of three: two thirds, rounded.
      ([0, 90, 0], [1, 1, 1], 6_667),
      // A district of 1 in 4 has it all: 1 − 1/4.
      ([100, 0], [10, 30], 7_500),
      // 1 and 3 per head: (1·3 − 1·1) / (2 · 4).
      ([1, 3], [1, 1], 2_500),
      // Halves up: one part in 20 000, and just below.
      ([10_001, 9_999], [10_000, 10_000], 1), ([10_001, 10_000], [10_000, 10_000], 0),
    ] as [([Int64], [Int64], Int64)])
  func `is exact on cases worked out by hand`(
    amounts: [Int64], people: [Int64], expected: Int64
  ) throws {
    let rows = zip(amounts, people).map { (granted: Cents($0), inhabitants: $1) }
    #expect(try #require(Inequality(rows)).tenThousandths == expected)
    #expect(try #require(Inequality(rows.reversed())).tenThousandths == expected)
  }

  @Test func `has no meaning when nothing is given`() {
    #expect(Inequality([]) == nil)
    #expect(Inequality([(.zero, 10), (.zero, 20)]) == nil)
  }

  @Test func `agrees with the sum over all pairs`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let rows: [District] = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (
          Cents(Int64.random(in: 0...1_000_000, using: &random)),
          Int64.random(in: 1...9_000, using: &random)
        )
      }
      guard rows.contains(where: { $0.granted > .zero }) else { continue }
      #expect(try #require(Inequality(rows)).tenThousandths == byPairs(rows))
    }
  }

  @Test func `holds at the largest amounts and populations`() throws {
    let rows: [District] = [(Cents(9_000_000_000_000_000_000), 1), (.zero, 9_999_999_999)]
    let inequality = try #require(Inequality(rows))
    #expect(inequality.tenThousandths == 10_000)
    #expect(inequality.decimal == "1.0000")
  }

  @Test func `is written with four digits`() throws {
    let rows: [District] = [(Cents(10_001), 10_000), (Cents(9_999), 10_000)]
    #expect(try #require(Inequality(rows)).decimal == "0.0001")
  }
}
