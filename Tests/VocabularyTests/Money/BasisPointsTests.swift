import Foundation
import Testing
import Vocabulary

@Suite struct `A rate` {
  @Test(
    arguments: [
      (10_000, 3_333, 3_333, 3_333, 3_333),
      (1, 5_000, 0, 1, 1),
      (1, 4_999, 0, 0, 1),
      (3, 5_000, 1, 2, 2),
      (101, 3_333, 33, 34, 34),
      (100, 3_340, 33, 33, 34),
      (-1, 5_000, 0, -1, -1),
      (-101, 3_333, -33, -34, -34),
      (-101, -3_333, 33, 34, 34),
      (101, 0, 0, 0, 0),
      (101, 10_000, 101, 101, 101),
      (100, 15_000, 150, 150, 150),
    ] as [(Int64, Int64, Int64, Int64, Int64)])
  func `shares an amount down, to the nearest or up`(
    amount: Int64, rate: Int64, down: Int64, nearest: Int64, up: Int64
  ) {
    let share = { BasisPoints(rate).share(of: Cents(amount), rounding: $0) }
    #expect(share(.down) == Cents(down))
    #expect(share(.nearest) == Cents(nearest))
    #expect(share(.up) == Cents(up))
  }

  @Test func `shares the largest amount in full width`() {
    #expect(
      BasisPoints(9_999).share(of: .limit, rounding: .down) == Cents(8_999_100_000_000_000))
    #expect(BasisPoints.whole.share(of: Cents(.max), rounding: .up) == Cents(.max))
  }

  @Test(
    arguments: [
      (1, 3, 3_333), (2, 3, 6_666), (0, 5, 0), (5, 5, 10_000), (3, 2, 15_000),
      (79_999, 99_999, 7_999),
      (9_000_000_000_000_000, 9_000_000_000_000_000, 10_000),
      (8_999_999_999_999_999, 9_000_000_000_000_000, 9_999),
    ] as [(Int64, Int64, Int64)])
  func `is the ratio of two amounts, rounded down`(part: Int64, whole: Int64, count: Int64) {
    #expect(BasisPoints.ratio(of: Cents(part), in: Cents(whole)) == BasisPoints(count))
  }

  @Test(
    arguments: [
      (1, 0), (1, -1), (-1, 1), (0, 0), (9_000_000_000_000_000, 5), (9_000_000_000_000_000, 1),
      (.max, 5_000), (.max, 9_999),
    ] as [(Int64, Int64)])
  func `is no ratio in nothing, nor one too large to count`(part: Int64, whole: Int64) {
    #expect(BasisPoints.ratio(of: Cents(part), in: Cents(whole)) == nil)
  }

  @Test(
    arguments: [
      (8_000, "80"), (1_250, "12,5"), (1_205, "12,05"), (1_234, "12,34"), (1, "0,01"), (0, "0"),
      (-50, "-0,5"), (-1_250, "-12,5"), (123_456_700, "1\u{202F}234\u{202F}567"),
    ] as [(Int64, String)])
  func `is a French percentage`(count: Int64, number: String) {
    #expect(BasisPoints(count).french == "\(number)\u{00A0}%")
  }

  @Test func `is a whole number in a file`() throws {
    let encoded = try JSONEncoder().encode([BasisPoints(8_000)])
    #expect(String(decoding: encoded, as: UTF8.self) == "[8000]")
    #expect(try JSONDecoder().decode([BasisPoints].self, from: encoded) == [BasisPoints(8_000)])
  }

  @Test func `is compared by its count`() {
    #expect(BasisPoints(9_999) < .whole)
  }
}
