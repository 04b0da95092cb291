public import Contract
import Foundation

/// Ranks the objectives of a contract by nearness to what a project says of itself.
///
/// What speaks for an objective is added up: the phrases of the lexicon, the words learned from past
/// dossiers, the words of the plan of action; see docs/correspondance.md. Same inputs, same result,
/// whatever was matched before. Not to be shared between threads: it reuses one stemmer and remembers
/// words.
public final class ObjectiveMatcher {
  /// The advance of the first declared objective, and of the others: shares of what is left to 1.
  private static let mainAdvance = 0.10
  private static let otherAdvance = 0.05
  /// What the likeness with the plan of action, from 0 to 1, weighs beside one phrase.
  private static let planWeight = 6.0
  /// What a word learned weighs beside one phrase.
  private static let learnedWeight = 0.8
  /// Repetition counts less and less.
  private static let damping = 0.6
  /// What brings the score half-way to 1.
  private static let half = 8.0
  /// What a project's own norm is completed with when it is compared with the plan.
  private static let doubt = 4.0
  /// Words shown at most, and remembered before those that repeat a phrase are left out.
  private static let shownWords = 6
  private static let keptWords = 12

  /// The words it uses beside those of the plan of action.
  public let vocabulary: MatchingVocabulary
  private let codes: [String]
  private let profiles: ObjectiveProfiles
  private let lexicon: LexiconIndex
  private var odds: LearnedOdds
  private let reader = WordReader()

  /// Reads the vocabulary of every objective of the plan of action.
  ///
  /// - Parameters:
  ///   - reference: the contract.
  ///   - vocabulary: the lexicon and what was learned.
  public init(reference: ReferenceData, vocabulary: MatchingVocabulary = .empty) {
    self.vocabulary = vocabulary
    codes = reference.objectives.map(\.code)
    profiles = ObjectiveProfiles(reference: reference, reader: reader)
    lexicon = LexiconIndex(vocabulary.lexicon, codes: codes, reader: reader)
    odds = LearnedOdds(vocabulary.learned, codes: codes, reader: reader)
    reader.keepStems()
  }

  /// Ranks the objectives for a project.
  ///
  /// - Parameters:
  ///   - text: what the project says.
  ///   - declared: codes named by the applicant, the main one first; unknown ones are passed over.
  /// - Returns: the objectives with a non-zero score, best first, then by code.
  public func match(_ text: ProjectText, declared: [String] = []) -> [ObjectiveMatch] {
    let terms = ProjectTerms(text, reader: reader, trie: lexicon.trie)
    var tally = ObjectiveTally(count: codes.count, shown: Self.keptWords)
    addPhrases(of: terms, to: &tally)
    addPlan(of: terms, to: &tally)
    addLearned(of: terms, to: &tally)
    let matches = codes.indices.compactMap { index -> ObjectiveMatch? in
      let sum = tally.sums[index]
      guard sum > 0 || declared.contains(codes[index]) else { return nil }
      return makeMatch(
        index, score: sum > 0 ? sum / (sum + Self.half) : 0, declared: declared,
        words: evidence(tally.evidence(of: index), in: terms))
    }
    return matches.sorted { ($1.score, $0.code) < ($0.score, $1.code) }
  }

  /// How much a text says, by the same reading of words.
  public func substance(of text: String) -> TextSubstance { reader.substance(of: text) }

  private func addPhrases(of terms: ProjectTerms, to tally: inout ObjectiveTally) {
    for (index, phrase) in terms.phrases.enumerated() {
      let strength = pow(phrase.weight, Self.damping)
      let longer = terms.phrases.filter { $0.says(phrase) }
      for holder in lexicon.holders[phrase.number] {
        // What a longer phrase of the same objective says is not said twice.
        let isSaid = longer.contains { other in
          lexicon.holders[other.number].contains { $0.objective == holder.objective }
        }
        if !isSaid { tally.add(holder.weight * strength, term: -1 - index, to: holder.objective) }
      }
    }
  }

  private func addPlan(of terms: ProjectTerms, to tally: inout ObjectiveTally) {
    var square = Self.doubt * Self.doubt
    var weights: [Double] = []
    for word in terms.words {
      let weight =
        word.stem < profiles.rarity.count ? log(1 + word.weight) * profiles.rarity[word.stem] : 0
      weights.append(weight)
      square += weight * weight
    }
    let factor = Self.planWeight / square.squareRoot()
    for (index, word) in terms.words.enumerated() where weights[index] > 0 {
      for entry in profiles.entries[word.stem] {
        tally.add(weights[index] * entry.weight * factor, term: index, to: entry.objective)
      }
    }
  }

  private func addLearned(of terms: ProjectTerms, to tally: inout ObjectiveTally) {
    guard !odds.isEmpty else { return }
    let own = ownVoices(in: terms)
    for (index, word) in terms.words.enumerated() {
      let strength = Self.learnedWeight * pow(word.weight, Self.damping)
      odds.withRow(of: word.stem, leavingOut: own) { tally.add($0, times: strength, term: index) }
    }
  }

  /// What a text that was learned gave to each objective; `nil` for any other text.
  ///
  /// Nobody is judged by one’s own lesson: confirming the objective of a dossier must not raise its score.
  private func ownVoices(in terms: ProjectTerms) -> [Double]? {
    let fingerprint = terms.words.reduce(0) { $0 &+ reader.fingerprint(ofStem: $1.stem) }
    guard let labels = vocabulary.learned.lessons[fingerprint] else { return nil }
    var own = [Double](repeating: 0, count: codes.count)
    for (code, count) in labels.flatMap(LearnedWords.voices) {
      if let place = codes.firstIndex(of: code) { own[place] += Double(count) }
    }
    return own
  }

  /// Whether a text was learned: it is then matched without what it taught.
  func hasLearned(_ text: ProjectText) -> Bool {
    vocabulary.learned.lessons[Lesson(stems: reader.stems(of: text)).fingerprint] != nil
  }

  /// Words and phrases as the project writes them; a word that a phrase already shows is left out.
  private func evidence(_ best: [Int], in terms: ProjectTerms) -> [String] {
    var shown: [String] = []
    var stems: Set<Int> = []
    for term in best where shown.count < Self.shownWords {
      if term < 0 {
        let phrase = terms.phrases[-1 - term]
        guard !stems.isSuperset(of: phrase.stems) else { continue }
        stems.formUnion(phrase.stems)
        shown.append(phrase.spelling)
      } else if stems.insert(terms.words[term].stem).inserted {
        shown.append(terms.words[term].spelling)
      }
    }
    return shown
  }

  private func makeMatch(
    _ index: Int, score: Double, declared: [String], words: [String]
  ) -> ObjectiveMatch? {
    let code = codes[index]
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
