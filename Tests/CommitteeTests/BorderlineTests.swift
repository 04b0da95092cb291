import Committee
import Dossiers
import Testing

@Suite struct `The dossiers at the limit` {
  /// Orders at the limit of a ranking written with `o` for a dossier the money reaches, `x` for another.
  private func limit(_ ranking: String) -> [Int] {
    let entries = ranking.enumerated().map { place, mark in
      Borderline.Entry(
        number: DossierNumber(call: "2026", order: place + 1), isReached: mark == "o")
    }
    return Borderline.numbers(among: entries).map(\.order).sorted()
  }

  @Test(
    arguments: [
      ("", []), ("ooooo", []), ("ooooox", [3, 4, 5, 6]), ("xxxxx", [1, 2, 3]),
      ("oooooxoxoxox", [3, 4, 5, 6, 7, 8, 9, 10]),
      ("oooox" + String(repeating: "o", count: 20) + "x", Array(2...15)),
    ] as [(String, [Int])])
  func `surround the first that the money does not reach`(ranking: String, expected: [Int]) {
    #expect(limit(ranking) == expected)
  }
}
