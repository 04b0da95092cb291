import Foundation
import Scoring
import Testing

@Suite struct `Points in tenths` {
  @Test(arguments: [
    (15, 0, 0), (15, 3333, 0), (15, 3334, 1), (15, 1_000_000, 150), (15, 2_000_000, 150),
    (15, -1, 0), (-5, 1_000_000, 0), (1, 49_999, 0), (1, 50_000, 1), (1, 149_999, 1),
    (1, 150_000, 2), (Int.max, 1_000_000, 10_000_000),
  ])
  func `are the weight’s share, rounded half up to the tenth`(
    weight: Int, ratio: Int, tenths: Int
  ) {
    #expect(Points(weight: weight, ratio: ratio) == Points(tenths: tenths))
  }

  @Test(arguments: [
    (0, "0,0", "0.0"), (5, "0,5", "0.5"), (125, "12,5", "12.5"), (1000, "100,0", "100.0"),
    (-5, "-0,5", "-0.5"),
  ])
  func `are written for readers and for programs`(tenths: Int, french: String, json: String) {
    #expect(Points(tenths: tenths).french == french)
    #expect(Points(tenths: tenths).json == json)
  }

  @Test func `are stored as whole tenths`() throws {
    let bytes = try JSONEncoder().encode([Points(tenths: 125), Points(whole: 3)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[125,30]")
    #expect(
      try JSONDecoder().decode([Points].self, from: bytes) == [
        Points(tenths: 125), Points(tenths: 30),
      ])
  }
}
