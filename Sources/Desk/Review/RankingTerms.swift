import Contract
import Foundation
import Scoring
import Store

/// Everything a ranking rests on beside the dossiers: kept with it, so that every card can be computed
/// again years later.
struct RankingTerms: Hashable, Codable {
  let grid: Grid
  /// Version of the words that matching knew.
  let vocabulary: Int
  /// What the actions of the call cost; `nil` when no criterion looks at it.
  let comparables: ComparableCosts?
  /// How far the registers of reviews, interests and papers had come.
  let registers: String

  /// The terms as JSON, always the same bytes.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads the terms of a ranking; `nil` for one of before they were kept.
  init?(of record: RankingRecord?) {
    guard let text = record?.terms,
      let terms = try? JSONDecoder().decode(RankingTerms.self, from: Data(text.utf8))
    else { return nil }
    self = terms
  }

  init(grid: Grid, vocabulary: Int, comparables: ComparableCosts?, registers: String) {
    self.grid = grid
    self.vocabulary = vocabulary
    self.comparables = comparables
    self.registers = registers
  }

  /// Whether a card computed under these terms holds under others, weights apart.
  func judgesAlike(_ other: RankingTerms) -> Bool {
    vocabulary == other.vocabulary && registers == other.registers && grid.judgesAlike(other.grid)
  }
}

extension Desk {
  /// What the ranking in force rests on.
  ///
  /// - Throws: ``DeskError`` when there is no ranking, or one of before its terms were kept.
  func rankingTerms(in context: CallContext) throws -> RankingTerms {
    guard let record = try store.ranking(call: context.call.id) else { throw DeskError.noRanking }
    guard let terms = RankingTerms(of: record) else {
      throw DeskError.refused(
        "Ce classement date d’avant que le programme ne garde de quoi le refaire.",
        remedy: "Ses fiches restent lisibles : aap classer expliquer NUMERO.")
    }
    return terms
  }
}

extension Grid {
  /// Whether two grids find the same of a dossier, criterion by criterion, weights and labels apart.
  func judgesAlike(_ other: Grid) -> Bool {
    func judgement(_ grid: Grid) -> [[String]] {
      grid.criteria.map { criterion in
        let settings = criterion.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return [criterion.code, criterion.evaluator] + settings
      }
    }
    return judgement(self) == judgement(other) && aggregation == other.aggregation
  }
}
