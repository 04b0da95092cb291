public import Dossiers
import GRDB
import Vocabulary

/// The card of a dossier whose rank is not known yet.
public struct PendingCard: Sendable {
  public let number: DossierNumber
  public let totalTenths: Int
  /// The card as JSON.
  public let card: String

  /// Takes a card.
  public init(number: DossierNumber, totalTenths: Int, card: String) {
    self.number = number
    self.totalTenths = totalTenths
    self.card = card
  }
}

// Cards wait in a temporary table until the last dossier is scored: memory holds only what orders
// them, however many they are.
extension Store {
  /// Starts a ranking with no card.
  public func beginRanking() throws {
    try write { db in
      try db.execute(sql: "DROP TABLE IF EXISTS temp.pendingCard")
      try db.execute(
        sql: """
          CREATE TEMP TABLE pendingCard (
            depositOrder INTEGER PRIMARY KEY, totalTenths INTEGER NOT NULL, card TEXT NOT NULL)
          """)
    }
  }

  /// Adds cards to the ranking begun.
  public func addPendingCards(_ cards: [PendingCard]) throws {
    try write { db in
      for card in cards {
        try db.cachedStatement(
          sql: "INSERT INTO temp.pendingCard (depositOrder, totalTenths, card) VALUES (?, ?, ?)"
        ).execute(arguments: [card.number.order, card.totalTenths, card.card])
      }
    }
  }

  /// Puts the cards added in force, in this order; replaces the ranking of the call.
  ///
  /// - Parameters:
  ///   - order: the numbers of all the cards added, best first.
  ///   - call: the call.
  ///   - grid: version of the grid.
  ///   - act: what the journal says.
  /// - Throws: ``Failure``; the former ranking then stays.
  public func recordRanking(
    _ order: [DossierNumber], call: String, grid: String, act: JournalAct
  ) throws {
    try write { db in
      try db.execute(
        sql: "DELETE FROM scorecard WHERE dossier IN (SELECT id FROM dossier WHERE call = ?)",
        arguments: [call])
      let fingerprint = try Self.insertCards(order, in: db)
      try db.execute(
        sql: """
          INSERT INTO ranking (call, grid, computedAt, actor, fingerprint) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (call) DO UPDATE SET grid = excluded.grid, computedAt = excluded.computedAt,
            actor = excluded.actor, fingerprint = excluded.fingerprint
          """, arguments: [call, grid, act.at.rfc3339, act.actor, fingerprint])
      try Journal.append(
        JournalAct(
          actor: act.actor, at: act.at, act: act.act, subject: act.subject, detail: fingerprint),
        in: db)
      try db.execute(sql: "DROP TABLE temp.pendingCard")
    }
  }

  /// Gives each card its rank.
  ///
  /// - Returns: the fingerprint of the cards in rank order.
  private static func insertCards(_ order: [DossierNumber], in db: Database) throws -> String {
    var fingerprint = Journal.origin
    for (index, number) in order.enumerated() {
      let pending = try db.cachedStatement(
        sql: "SELECT totalTenths, card FROM temp.pendingCard WHERE depositOrder = ?")
      guard let row = try Row.fetchOne(pending, arguments: [number.order]) else {
        throw Failure.inputOutput("la notation du dossier \(number.text) manque")
      }
      let card: String = row["card"]
      try db.cachedStatement(
        sql: "INSERT INTO scorecard (dossier, rank, totalTenths, card) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [
        try rowID(of: number, in: db), index + 1, row["totalTenths"] as Int, card,
      ])
      fingerprint = Fingerprint.of("\(fingerprint)\n\(number.text)\n\(card)\n".utf8)
    }
    return fingerprint
  }
}
