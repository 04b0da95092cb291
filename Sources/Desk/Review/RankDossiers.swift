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

extension Desk {
  /// Stages of the dossiers that a ranking takes.
  private static let ranked = Stage.rankable
  /// Cards written in one transaction.
  private static let cardBatch = 500

  /// Scores every admissible dossier with the call's grid and replaces the ranking.
  ///
  /// - Parameters:
  ///   - context: the call.
  ///   - isSimulated: compute, but write nothing.
  ///   - progress: called once a dossier.
  /// - Returns: how many dossiers are ranked.
  /// - Throws: ``DeskError`` or ``Store/Failure``.
  public func rank(
    in context: CallContext, isSimulated: Bool = false, progress: () -> Void = {}
  ) throws -> Int {
    _ = try permit("classer les dossiers", to: .instructor, .secretary)
    guard try !isRankingFrozen(in: context) else {
      throw DeskError.refused(
        "Le classement est figé depuis l’ouverture de la séance.",
        remedy: "Il se consulte encore : aap classer.")
    }
    try store.beginRanking()
    var entries: [RankingEntry] = []
    var pending: [PendingCard] = []
    try forEachCard(in: context) { number, entry, card in
      entries.append(entry)
      pending.append(
        PendingCard(number: number, totalTenths: entry.total.tenths, card: card))
      if pending.count == Self.cardBatch {
        try store.addPendingCards(pending)
        pending = []
      }
      progress()
    }
    try store.addPendingCards(pending)
    if !isSimulated {
      try store.recordRanking(
        Ranking(entries).entries.map(\.number), call: context.call.id,
        grid: context.call.grid.version, act: journalAct("classement", subject: context.call.id))
    }
    return entries.count
  }

  private func forEachCard(
    in context: CallContext, _ body: (DossierNumber, RankingEntry, String) throws -> Void
  ) throws {
    let matcher = ObjectiveMatcher(reference: context.reference)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try store.forEachDossier(call: context.call.id, stages: Self.ranked) { received in
      let application = try application(of: received, in: context)
      let card = scorecard(of: application, in: context, matcher: matcher)
      let axis = context.reference.objective(application.project.objective)?.axis
      let entry = RankingEntry(
        number: received.number, card: card, need: application.need, axis: axis)
      try body(received.number, entry, String(decoding: try encoder.encode(card), as: UTF8.self))
    }
  }

  /// Whether a session has been opened on the ranking, which no longer changes.
  public func isRankingFrozen(in context: CallContext) throws -> Bool {
    try store.lastSession(call: context.call.id) != nil
  }

  /// Gives the ranking in force one line at a time, best first.
  ///
  /// - Throws: ``DeskError/noRanking``.
  public func forEachRanked(
    in context: CallContext, axis: String? = nil, _ body: (RankedDossier) throws -> Void
  ) throws {
    guard try store.ranking(call: context.call.id) != nil else { throw DeskError.noRanking }
    let decoder = JSONDecoder()
    try store.forEachRanked(call: context.call.id) { ranked, line in
      if let axis, context.reference.objective(line.objective)?.axis != axis { return }
      let card = try decoder.decode(Scorecard.self, from: Data(ranked.card.utf8))
      try body(RankedDossier(rank: ranked.rank, line: line, card: card))
    }
  }

  /// The place of one dossier in the ranking in force.
  public func explainRank(of number: DossierNumber) throws -> RankedDossier {
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
    let card = try JSONDecoder().decode(Scorecard.self, from: Data(ranked.card.utf8))
    return RankedDossier(rank: ranked.rank, line: line, card: card)
  }

  private func scorecard(
    of application: Application, in context: CallContext, matcher: ObjectiveMatcher
  ) -> Scorecard {
    let facts = ScoringFacts(
      of: application, in: context.call, reference: context.reference, matcher: matcher)
    return Scorecard(of: facts, with: context.call.grid)
  }
}
