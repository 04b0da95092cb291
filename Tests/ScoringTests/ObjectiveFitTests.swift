import Matching
import Testing
import Vocabulary

@testable import Scoring

@Suite struct `Fit with the declared objective` {
  private func ratio(_ declared: String, _ matches: [ObjectiveMatch]) throws -> Int {
    let base = try TestContract.facts("projet: {objectif_principal: \"\(declared)\"}")
    let facts = ScoringFacts(
      application: base.application, matches: matches, districts: [],
      descriptions: base.descriptions, commonLaw: .zero)
    return ObjectiveFit.evaluate(facts, settings: [:]).ratio
  }

  private func match(_ code: String, _ score: Int, words: Int = 3) -> ObjectiveMatch {
    ObjectiveMatch(
      code: code, score: score + 100_000, textScore: score,
      evidence: (0..<words).map { "mot\($0)" } + [ObjectiveMatch.declaredEvidence])
  }

  @Test(arguments: [(400_000, 1_000_000), (200_000, 500_000), (1, 3), (0, 0)])
  func `is measured against the best objective`(own: Int, expected: Int) throws {
    #expect(try ratio("1.1.1", [match("1.1.2", 400_000), match("1.1.1", own)]) == expected)
  }

  @Test(arguments: [(0, 0), (1, 333_333), (2, 666_666), (3, 1_000_000), (6, 1_000_000)])
  func `needs three words in common`(words: Int, expected: Int) throws {
    #expect(try ratio("1.1.1", [match("1.1.1", 300_000, words: words)]) == expected)
  }

  @Test func `is nothing without a declared objective, a match or a text`() throws {
    #expect(try ratio("", [match("1.1.1", 300_000)]) == 0)
    #expect(try ratio("1.1.2", [match("1.1.1", 300_000)]) == 0)
    #expect(try ratio("1.1.1", []) == 0)
  }

  @Test func `is not won by declaring alone`() throws {
    let facts = try TestContract.facts("projet: {objectif_principal: \"1.1.1\"}")
    #expect(facts.matches.map(\.code) == ["1.1.1"])
    #expect(ObjectiveFit.evaluate(facts, settings: [:]).ratio == 0)
  }
}
