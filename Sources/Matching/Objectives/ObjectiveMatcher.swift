public import Contract
import Foundation

/// Ranks the objectives of a contract by nearness to what a project says of itself.
///
/// The score is a cosine between weighted stems, lowered when the project says little; see
/// docs/correspondance.md. Same inputs, same result, whatever was matched before. Not to be shared
/// between threads: it reuses one stemmer and remembers words.
public final class ObjectiveMatcher {
  /// The advance of the first declared objective, and of the others: shares of what is left to 1.
  private static let mainAdvance = 0.10
  private static let otherAdvance = 0.05
  /// What a project's own norm is completed with: a few words alone never make a sure match.
  private static let doubt = 4.0
  /// Words shown at most.
  private static let shownWords = 6

  private let profiles: ObjectiveProfiles
  private let reader = WordReader()

  /// Reads the vocabulary of every objective of the plan of action.
  ///
  /// - Parameters:
  ///   - reference: the contract.
  ///   - lexicon: more words for each objective.
  public init(reference: ReferenceData, lexicon: Lexicon = .empty) {
    profiles = ObjectiveProfiles(reference: reference, lexicon: lexicon, reader: reader)
    reader.keepStems()
  }

  /// Ranks the objectives for a project.
  ///
  /// - Parameters:
  ///   - text: what the project says.
  ///   - declared: codes named by the applicant, the main one first; unknown ones are passed over.
  /// - Returns: the objectives with a non-zero score, best first, then by code.
  public func match(_ text: ProjectText, declared: [String] = []) -> [ObjectiveMatch] {
    var counts = TermCounts(stemCount: profiles.entries.count)
    for part in text.weightedParts where !part.text.isEmpty {
      counts.count(part.text, weight: part.weight, reader: reader)
    }
    let terms = counts.terms.sorted { $0.stem < $1.stem }
    var tally = ObjectiveTally(count: profiles.codes.count)
    var square = Self.doubt * Self.doubt
    for (index, term) in terms.enumerated() {
      let weight = log(1 + term.frequency) * profiles.rarity[term.stem]
      square += weight * weight
      for entry in profiles.entries[term.stem] {
        tally.add(weight * entry.weight, term: index, to: entry.objective)
      }
    }
    let evidence = tally.evidence(shown: Self.shownWords)
    let norm = square.squareRoot()
    let matches = profiles.codes.indices.compactMap { index in
      makeMatch(
        index, score: min(1, tally.sums[index] / norm), declared: declared,
        words: evidence[index].map { terms[$0].spelling })
    }
    return matches.sorted { ($1.score, $0.code) < ($0.score, $1.code) }
  }

  /// How much a text says, by the same reading of words.
  public func substance(of text: String) -> TextSubstance { reader.substance(of: text) }

  private func makeMatch(
    _ index: Int, score: Double, declared: [String], words: [String]
  ) -> ObjectiveMatch? {
    let code = profiles.codes[index]
    let place = declared.firstIndex(of: code)
    let advance = place.map { $0 == 0 ? Self.mainAdvance : Self.otherAdvance } ?? 0
    let total = Self.millionths(score + advance * (1 - score))
    guard total > 0 else { return nil }
    return ObjectiveMatch(
      code: code, score: total, textScore: Self.millionths(score),
      evidence: words + (place == nil ? [] : [ObjectiveMatch.declaredEvidence]))
  }

  private static func millionths(_ share: Double) -> Int { Int((share * 1_000_000).rounded()) }
}
