import Contract
public import Dossiers
import Foundation
import Matching
public import Scoring
public import Store
import Vocabulary

/// One line of the ranking: the dossier and its card.
public struct RankedDossier: Sendable {
  public let rank: Int
  public let line: DossierLine
  public let card: Scorecard
}

/// What computing a ranking gave.
public struct RankingOutcome: Sendable {
  public let dossiers: Int
  /// Whether dossiers were only given other totals, without being read again.
  public let isReordered: Bool
  /// Whether the ranking in force was already this one: nothing was written.
  public var isUnchanged = false
  /// Dossiers that nobody marked, when the grid has criteria that people mark.
  public let unmarked: Int
}

extension Desk {
  /// Stages of the dossiers that a ranking takes.
  static let ranked = Stage.rankable
  /// Dossiers scored together, and whose cards are written in one transaction.
  static let scoringPage = 500

  /// Scores every admissible dossier with the call's grid and replaces the ranking.
  ///
  /// When nothing but weights changed since the last one, dossiers are not read again.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - isSimulated: compute, but write nothing.
  ///   - progress: called once a dossier.
  /// - Returns: how many dossiers are ranked, and how.
  /// - Throws: ``DeskError`` or ``Store/Failure``.
  @discardableResult
  public func rank(
    in context: CallContext, isSimulated: Bool = false, progress: () -> Void = {}
  ) throws -> RankingOutcome {
    _ = try permit("classer les dossiers", to: .instructor, .secretary)
    guard try !isRankingFrozen(in: context) else {
      throw DeskError.refused(
        "Le classement est figé depuis l’ouverture de la séance.",
        remedy: "Il se consulte encore : aap classer.")
    }
    let vocabulary = try matchingVocabulary()
    let registers = try store.scoringRegisters()
    if let outcome = try reorder(
      in: context, vocabulary: vocabulary.version, registers: registers, isSimulated: isSimulated)
    {
      return outcome
    }
    return try rankAfresh(
      in: context, vocabulary: vocabulary, registers: registers, isSimulated: isSimulated,
      progress: progress)
  }

  /// Gives the cards in force their new totals, when they still hold.
  private func reorder(
    in context: CallContext, vocabulary: Int, registers: String, isSimulated: Bool
  ) throws -> RankingOutcome? {
    let call = context.call
    let record = try store.ranking(call: call.id)
    guard let record, let former = RankingTerms(of: record) else { return nil }
    let terms = RankingTerms(
      grid: call.grid, vocabulary: vocabulary, comparables: former.comparables,
      registers: registers)
    guard former.judgesAlike(terms), try store.staleCards(call: call.id, stages: Self.ranked) == 0
    else { return nil }
    let order = try reranked(with: call.grid, call: call.id)
    let isUnchanged =
      try terms.text() == record.terms
      && order.enumerated().allSatisfy { place, entry in
        entry.card.rank == place + 1 && entry.card.totalTenths == entry.entry.total.tenths
      }
    if !isSimulated, !isUnchanged {
      try store.reorderRanking(
        order.map { ($0.card, $0.entry.total.tenths) }, call: call.id, grid: call.grid.version,
        terms: try terms.text(), replacing: record.fingerprint,
        act: journalAct("classement", subject: call.id))
    }
    return RankingOutcome(
      dossiers: order.count, isReordered: true, isUnchanged: isUnchanged,
      unmarked: try unmarked(in: context))
  }

  /// The dossiers of the ranking in force, in the order that other weights give.
  func reranked(
    with grid: Grid, call: String
  ) throws -> [(card: RankedRatios, entry: RankingEntry)] {
    let weights = GridWeights(grid)
    var cards: [(card: RankedRatios, entry: RankingEntry)] = []
    try store.forEachRankedRatios(call: call) { card in
      let entry = RankingEntry(
        number: card.number, ratios: card.ratios, weights: weights, need: card.need)
      cards.append((card, entry))
    }
    return cards.sorted { RankingEntry.precedes($0.entry, $1.entry) }
  }

  private func rankAfresh(
    in context: CallContext, vocabulary: MatchingVocabulary, registers: String, isSimulated: Bool,
    progress: () -> Void
  ) throws -> RankingOutcome {
    let call = context.call
    let former = try store.ranking(call: call.id)?.fingerprint ?? ""
    let scoring = DossierScoring(grid: call.grid, vocabulary: vocabulary, in: context)
    var pass = RankingPass(grid: call.grid)
    if !isSimulated { try store.beginRanking() }
    var writing: BackgroundWork<Void>?
    try store.forEachDossierPage(call: call.id, stages: Self.ranked, pageSize: Self.scoringPage) {
      page in
      let scored = try scoring.score(try scoringBeside(page, grid: call.grid, in: context))
      pass.take(scored)
      // Cards are written while the next dossiers are scored.
      try writing?.value()
      if !isSimulated {
        writing = BackgroundWork { [store] in try store.addPendingCards(scored.map(\.card)) }
      }
      for _ in page { progress() }
    }
    try writing?.value()
    let comparables = pass.finish()
    if !isSimulated {
      if comparables != nil { try store.amendPendingCards(call: call.id, pass.completed) }
      let terms = RankingTerms(
        grid: call.grid, vocabulary: vocabulary.version, comparables: comparables,
        registers: registers)
      try store.recordRanking(
        Ranking(pass.entries).entries.map {
          RankedTotal(number: $0.number, totalTenths: $0.total.tenths)
        }, call: call.id, grid: call.grid.version, terms: try terms.text(),
        replacing: former, act: journalAct("classement", subject: call.id))
    }
    return RankingOutcome(
      dossiers: pass.entries.count, isReordered: false, unmarked: try unmarked(in: context))
  }

  private func unmarked(in context: CallContext) throws -> Int {
    guard !context.call.grid.humanCriteria.isEmpty else { return 0 }
    return try dossiersToReview(in: context, unmarked: true).count
  }

  /// Whether a session has been opened on the ranking, which no longer changes.
  public func isRankingFrozen(in context: CallContext) throws -> Bool {
    try store.lastSession(call: context.call.id) != nil
  }

  /// The grid of the ranking in force, which a later version of the call's does not change.
  func rankingGrid(in context: CallContext) throws -> Grid {
    guard let record = try store.ranking(call: context.call.id) else { throw DeskError.noRanking }
    return RankingTerms(of: record)?.grid ?? context.call.grid
  }

  /// Gives the ranking in force one line at a time, best first.
  ///
  /// - Throws: ``DeskError/noRanking``.
  public func forEachRanked(
    in context: CallContext, cut: RankingCut = RankingCut(), _ body: (RankedDossier) throws -> Void
  ) throws {
    let grid = try rankingGrid(in: context)
    try store.forEachRanked(call: context.call.id, cut: cut) { ranked, line in
      guard let card = Scorecard(stored: ranked.card, with: grid) else {
        throw Store.Failure.inputOutput("la fiche du dossier \(line.number.text) ne se relit pas")
      }
      try body(RankedDossier(rank: ranked.rank, line: line, card: card))
    }
  }

  /// What of the ranking the actor may see: the cut, its own funder's at most, and the dossiers it takes
  /// no part in.
  func rankingReader(
    in context: CallContext, cut: RankingCut
  ) throws -> (cut: RankingCut, recused: Set<DossierNumber>) {
    let act = "voir le classement"
    let actor = try permit(act, to: .instructor, .funder, .secretary, .chair, .reader)
    let recused = try recusedDossiers(in: context)
    guard let funder = actor.onlyFunder else { return (cut, recused) }
    if let other = cut.funder, other != funder {
      try refuseOutside(
        act, detail: "projets de \(other)", reason: "il parle pour \(funder), non pour \(other)")
    }
    let own = RankingCut(objectives: cut.objectives, district: cut.district, funder: funder)
    return (own, recused)
  }

  /// Whether the actor reads the ranking in force and does not compute it again.
  ///
  /// - Parameter context: the call.
  /// - Returns: `false` as well when there is no ranking yet.
  /// - Throws: ``Store/Failure``.
  public func onlyReadsRanking(in context: CallContext) throws -> Bool {
    guard let actor = try store.actor(actorID) else { return false }
    switch actor.role {
    case .instructor, .secretary, .applicant: return false
    case .funder, .chair, .reader: return try store.ranking(call: context.call.id) != nil
    }
  }

  /// The place of one dossier in the ranking in force.
  ///
  /// - Throws: ``DeskError`` when the actor is recused, or may not see the ranking.
  public func explainRank(of number: DossierNumber) throws -> RankedDossier {
    let act = "lire une fiche de notation"
    let actor = try permit(
      "lire une fiche de notation", to: .instructor, .funder, .secretary, .chair, .reader)
    if let received = try store.dossier(number) {
      let context = try callContext(number.call)
      try refuseOutside(try application(of: received, in: context), number, of: actor, act)
      try refuseIfRecused(try interests(in: context, only: number), act)
    }
    guard let ranked = try store.rankedCard(of: number) else {
      guard try store.dossier(number) != nil else {
        throw DeskError.unknownDossier(number.text)
      }
      throw DeskError.refused(
        "Le dossier \(number.text) n’est pas au classement.",
        remedy:
          "Seuls les dossiers recevables y sont : aap instruire recevabilite, puis aap classer.")
    }
    guard let line = try store.dossierLine(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let grid = try rankingGrid(in: try callContext(number.call))
    guard let card = Scorecard(stored: ranked.card, with: grid) else {
      throw Store.Failure.inputOutput("la fiche du dossier \(number.text) ne se relit pas")
    }
    return RankedDossier(rank: ranked.rank, line: line, card: card)
  }
}
