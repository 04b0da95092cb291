import Contract
import Dossiers
import Scoring
import Store
import Vocabulary

/// What a ranking remembers of the dossiers while they go by: what orders them, and no more.
struct RankingPass {
  private struct Waiting {
    let number: DossierNumber
    let ratios: [Int]
    let need: Cents
    let cost: CostFacts
  }

  private let weights: GridWeights
  private let late: LateCriteria
  private var waiting: [Waiting] = []
  private var costs: [DossierNumber: CostFacts] = [:]
  private var comparables: ComparableCosts?
  private(set) var entries: [RankingEntry] = []

  init(grid: Grid) {
    weights = GridWeights(grid)
    late = LateCriteria(of: grid)
  }

  mutating func take(_ scored: [DossierScoring.Scored]) {
    for dossier in scored {
      let card = dossier.card
      if late.isEmpty {
        entries.append(
          RankingEntry(
            number: card.number, ratios: card.ratios, weights: weights, need: dossier.need))
      } else {
        waiting.append(
          Waiting(
            number: card.number, ratios: card.ratios, need: dossier.need, cost: dossier.cost))
      }
    }
  }

  /// Gives their totals to dossiers that waited for the others.
  ///
  /// - Returns: what the actions of the call cost; `nil` when nothing looks at it.
  mutating func finish() -> ComparableCosts? {
    guard !late.isEmpty else { return nil }
    let comparables = ComparableCosts(waiting.map(\.cost))
    self.comparables = comparables
    for dossier in waiting {
      costs[dossier.number] = dossier.cost
      var ratios = dossier.ratios
      for (place, line) in late.lines(of: dossier.cost, among: comparables) {
        ratios[place] = line.evaluation.ratio
      }
      entries.append(
        RankingEntry(number: dossier.number, ratios: ratios, weights: weights, need: dossier.need))
    }
    waiting = []
    return comparables
  }

  /// A card with its last lines.
  func completed(_ card: PendingCard) -> PendingCard {
    guard let comparables, let cost = costs[card.number] else { return card }
    let lines = late.lines(of: cost, among: comparables)
    var ratios = card.ratios
    for (place, line) in lines { ratios[place] = line.evaluation.ratio }
    return card.with(card: StoredAssessment.text(card.card, replacing: lines), ratios: ratios)
  }
}
