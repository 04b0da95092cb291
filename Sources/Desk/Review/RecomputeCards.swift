import Contract
public import Dossiers
import Matching
import Scoring
import Store
import Vocabulary

/// Whether the cards of a ranking, computed again from what the base keeps, are the same bytes.
public struct RecomputedCards: Sendable {
  /// How many were computed again.
  public let cards: Int
  /// Those that differ, in order of deposit.
  public let different: [DossierNumber]
  /// Version of the grid, and of the words, that served.
  public let grid: String
  public let vocabulary: Int
}

extension Desk {
  /// Computes the cards of the ranking in force again: the dossiers in the version scored, the grid, the
  /// words and the marks of that day.
  ///
  /// - Parameters:
  ///   - context: the call, of this year or of another.
  ///   - number: one dossier alone; `nil` for all.
  ///   - progress: called once a dossier.
  /// - Returns: how many were computed, and which differ.
  /// - Throws: ``DeskError`` when there is no ranking, or one of before its terms were kept.
  public func recomputeCards(
    in context: CallContext, only number: DossierNumber? = nil, progress: () -> Void = {}
  ) throws -> RecomputedCards {
    _ = try permit(
      "refaire les fiches de notation", to: .instructor, .secretary, .chair, .reader)
    let terms = try rankingTerms(in: context)
    if let number, try store.rankedCard(of: number) == nil { _ = try explainRank(of: number) }
    let scoring = DossierScoring(
      grid: terms.grid, vocabulary: try matchingVocabulary(version: terms.vocabulary), in: context)
    var different: [DossierNumber] = []
    var count = 0
    try store.forEachKeptCard(call: context.call.id, only: number) { kept in
      let beside = kept.beside.flatMap(ScoringBeside.init(text:)) ?? .none
      let again = try scoring.assess(
        kept.dossier, beside: beside, comparables: terms.comparables
      ).assessment.stored
      if again != kept.card { different.append(kept.number) }
      count += 1
      progress()
    }
    return RecomputedCards(
      cards: count, different: different, grid: terms.grid.version, vocabulary: terms.vocabulary)
  }
}
