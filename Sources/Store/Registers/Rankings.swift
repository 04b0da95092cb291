public import Dossiers
import GRDB
public import Vocabulary

/// A dossier's place in the ranking, with its card as JSON.
public struct RankedCard: Sendable {
  public let number: DossierNumber
  public let rank: Int
  public let totalTenths: Int
  public let card: String

  /// Places a card.
  public init(number: DossierNumber, rank: Int, totalTenths: Int, card: String) {
    self.number = number
    self.rank = rank
    self.totalTenths = totalTenths
    self.card = card
  }
}

/// The ranking in force for a call.
public struct RankingRecord: Hashable, Sendable {
  public let call: String
  public let grid: String
  public let computedAt: Instant
  /// SHA-256 of the cards in rank order.
  public let fingerprint: String
}

extension Store {
  /// The ranking in force; `nil` when none was computed.
  public func ranking(call: String) throws -> RankingRecord? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM ranking WHERE call = ?", arguments: [call]),
        let computedAt = Instant(rfc3339: row["computedAt"])
      else { return nil }
      return RankingRecord(
        call: call, grid: row["grid"], computedAt: computedAt, fingerprint: row["fingerprint"])
    }
  }

  /// Gives ranked cards one by one, best first, with the line of each dossier.
  public func forEachRanked(call: String, _ body: (RankedCard, DossierLine) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT dossier.*, rank, totalTenths, card FROM scorecard
          JOIN dossier ON dossier.id = scorecard.dossier WHERE call = ? ORDER BY rank
          """, arguments: [call])
      while let row = try rows.next() {
        guard let line = Self.line(row) else { continue }
        try body(
          RankedCard(
            number: line.number, rank: row["rank"], totalTenths: row["totalTenths"],
            card: row["card"]), line)
      }
    }
  }

  /// Gives ranked dossiers with their content one by one, best first.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - stages: only the dossiers at these stages.
  ///   - body: receives the place and the dossier; must not use the base.
  /// - Throws: ``Failure``, or whatever the body throws.
  public func forEachRankedDossier(
    call: String, stages: Set<Stage>, _ body: (RankedCard, ReceivedDossier) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT currentDossier.*, rank, totalTenths, card FROM scorecard
          JOIN currentDossier ON currentDossier.id = scorecard.dossier
          WHERE call = ? AND stage IN (SELECT value FROM json_each(?)) ORDER BY rank
          """, arguments: [call, Self.list(stages)])
      while let row = try rows.next() {
        guard let received = Self.received(row) else { continue }
        try body(
          RankedCard(
            number: received.number, rank: row["rank"], totalTenths: row["totalTenths"],
            card: row["card"]), received)
      }
    }
  }

  /// The card of one dossier in the ranking in force.
  public func rankedCard(of number: DossierNumber) throws -> RankedCard? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT rank, totalTenths, card FROM scorecard
          JOIN dossier ON dossier.id = scorecard.dossier WHERE call = ? AND depositOrder = ?
          """, arguments: [number.call, number.order]
      ).map {
        RankedCard(
          number: number, rank: $0["rank"], totalTenths: $0["totalTenths"], card: $0["card"])
      }
    }
  }
}
