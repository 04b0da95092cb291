import Matching
import Testing

@Suite struct `A doubt about a match` {
  private func match(_ code: String, _ text: Int, score: Int? = nil) -> ObjectiveMatch {
    ObjectiveMatch(code: code, score: score ?? text, textScore: text, evidence: [])
  }

  @Test func `is raised where nothing was found, the declared objective or not`() {
    #expect(MatchDoubt.all(about: []) == [.nothingFound])
    #expect(
      MatchDoubt.all(about: [match("A", 0, score: 100_000)], declared: "A") == [.nothingFound])
  }

  @Test(
    arguments: [
      (349_999, [.tooLittle(best: "A")]), (350_000, []), (1_000_000, []),
      (1, [.tooLittle(best: "A")]),
    ] as [(Int, [MatchDoubt])])
  func `is raised below 350 000`(score: Int, doubts: [MatchDoubt]) {
    #expect(MatchDoubt.all(about: [match("A", score)]) == doubts)
  }

  @Test(
    arguments: [
      (600_000, 509_999, []), (600_000, 510_000, [.closeCall(best: "A", other: "B")]),
      (600_000, 600_000, [.closeCall(best: "A", other: "B")]),
      (300_000, 255_000, [.tooLittle(best: "A"), .closeCall(best: "A", other: "B")]),
    ] as [(Int, Int, [MatchDoubt])])
  func `is raised when a second one reaches 85 % of the best`(
    best: Int, second: Int, doubts: [MatchDoubt]
  ) {
    #expect(MatchDoubt.all(about: [match("A", best), match("B", second)]) == doubts)
  }

  @Test(
    arguments: [
      (600_000, 299_999, [.declaredLooksWrong(declared: "B", best: "A")]),
      (600_000, 300_000, []),
      (600_000, 0, [.declaredLooksWrong(declared: "B", best: "A")]),
      (350_000, 0, [.declaredLooksWrong(declared: "B", best: "A")]),
      (349_999, 0, [.tooLittle(best: "A")]),
    ] as [(Int, Int, [MatchDoubt])])
  func `is raised when the declared one has less than half of the best`(
    best: Int, declared: Int, doubts: [MatchDoubt]
  ) {
    let matches = [match("A", best), match("B", declared, score: declared + 100_000)]
    #expect(MatchDoubt.all(about: matches, declared: "B") == doubts)
  }

  @Test func `is not raised about a declared objective that is the best`() {
    #expect(MatchDoubt.all(about: [match("A", 600_000)], declared: "A") == [])
  }

  @Test func `judges the words alone, not the advance of what was declared`() {
    let matches = [match("B", 570_000, score: 613_000), match("A", 600_000)]
    #expect(
      MatchDoubt.all(about: matches, declared: "B") == [.closeCall(best: "A", other: "B")])
  }
}
