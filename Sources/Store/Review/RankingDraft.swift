import Dossiers
import GRDB
import Vocabulary

// Cards wait in a temporary table until the last dossier is scored: memory holds only what orders
// them, however many they are.
extension Store {
  /// Starts a ranking with no card.
  public func beginRanking() throws {
    try write { db in
      try db.execute(
        sql: """
          DROP TABLE IF EXISTS temp.pendingCard;
          CREATE TEMP TABLE pendingCard (
            depositOrder INTEGER PRIMARY KEY, version INTEGER NOT NULL, ratios TEXT NOT NULL,
            fingerprint TEXT NOT NULL, card TEXT NOT NULL, beside TEXT NOT NULL,
            facets TEXT NOT NULL)
          """)
    }
  }

  /// Adds cards to the ranking begun.
  public func addPendingCards(_ cards: [PendingCard]) throws {
    try write { db in
      for card in cards {
        try db.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO temp.pendingCard
              (depositOrder, version, ratios, fingerprint, card, beside, facets)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          card.number.order, card.version, Self.json(card.ratios), card.fingerprint, card.card,
          card.beside, card.facets,
        ])
      }
    }
  }

  /// Gives the cards added, in order of deposit, a page at a time; those returned take their place.
  public func amendPendingCards(
    call: String, _ amend: (PendingCard) -> PendingCard
  ) throws {
    var after = 0
    while true {
      let page = try read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT depositOrder, version, ratios, card, beside, facets FROM temp.pendingCard
            WHERE depositOrder > ? ORDER BY depositOrder LIMIT 500
            """, arguments: [after]
        ).map { row in
          PendingCard(
            number: DossierNumber(call: call, order: row["depositOrder"]),
            version: row["version"], card: row["card"], ratios: Self.ratios(row["ratios"]),
            beside: row["beside"], facets: row["facets"])
        }
      }
      guard let last = page.last else { return }
      try addPendingCards(page.map(amend))
      after = last.number.order
    }
  }

  /// Puts the cards added in force, in this order; replaces the ranking of the call.
  ///
  /// - Parameters:
  ///   - order: all the cards added, best first.
  ///   - call: the call.
  ///   - grid: version of the grid.
  ///   - terms: everything the ranking rests on beside the dossiers, as JSON.
  ///   - former: fingerprint of the ranking it was made to replace, empty when there was none; `nil` to
  ///     replace whatever is there.
  ///   - act: what the journal says.
  /// - Throws: ``Failure/rankingOvertaken`` when a session was opened, a dossier changed or another
  ///   ranking was recorded meanwhile; the former ranking then stays.
  public func recordRanking(
    _ order: [RankedTotal], call: String, grid: String, terms: String,
    replacing former: String? = nil, act: JournalAct
  ) throws {
    try write { db in
      try Self.refuseIfOvertaken(call: call, replacing: former, in: db)
      for table in ["scorecard", "cardText"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE dossier IN (SELECT id FROM dossier WHERE call = ?)",
          arguments: [call])
      }
      let prints = try Self.pendingFingerprints(in: db)
      var chain = RankingChain(terms: terms)
      try db.execute(
        sql: """
          DROP TABLE IF EXISTS temp.pendingRank;
          CREATE TEMP TABLE pendingRank (
            depositOrder INTEGER PRIMARY KEY, rank INTEGER NOT NULL, totalTenths INTEGER NOT NULL)
          """)
      for (index, ranked) in order.enumerated() {
        guard let fingerprint = prints[ranked.number.order] else {
          throw Failure.inputOutput("la notation du dossier \(ranked.number.text) manque")
        }
        try db.cachedStatement(
          sql: "INSERT INTO temp.pendingRank (depositOrder, rank, totalTenths) VALUES (?, ?, ?)"
        ).execute(arguments: [ranked.number.order, index + 1, ranked.totalTenths])
        chain.add(ranked, fingerprint: fingerprint)
      }
      try Self.copyPendingCards(call: call, in: db)
      guard try Self.staleCards(call: call, stages: Stage.rankable, in: db) == 0 else {
        throw Failure.rankingOvertaken
      }
      try Self.putInForce(chain, call: call, grid: grid, terms: terms, act: act, in: db)
      try db.execute(sql: "DROP TABLE temp.pendingCard; DROP TABLE temp.pendingRank")
    }
  }

  private static func refuseIfOvertaken(
    call: String, replacing former: String?, in db: Database
  ) throws {
    let isFrozen = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM session WHERE call = ?)", arguments: [call])
    let present = try String.fetchOne(
      db, sql: "SELECT fingerprint FROM ranking WHERE call = ?", arguments: [call])
    guard isFrozen == false, former == nil || former == (present ?? "") else {
      throw Failure.rankingOvertaken
    }
  }

  private static func pendingFingerprints(in db: Database) throws -> [Int: String] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT depositOrder, fingerprint FROM temp.pendingCard")
    var prints: [Int: String] = [:]
    while let row = try rows.next() { prints[row[0]] = row[1] }
    return prints
  }

  private static func copyPendingCards(call: String, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO scorecard (dossier, rank, totalTenths, version, ratios, fingerprint)
        SELECT dossier.id, pendingRank.rank, pendingRank.totalTenths, card.version, card.ratios,
          card.fingerprint
        FROM temp.pendingCard AS card
        JOIN temp.pendingRank ON pendingRank.depositOrder = card.depositOrder
        CROSS JOIN dossier ON dossier.call = ? AND dossier.depositOrder = card.depositOrder
        ORDER BY card.depositOrder
        """, arguments: [call])
    try db.execute(
      sql: """
        INSERT INTO cardText (dossier, card, beside, facets)
        SELECT scorecard.dossier, card.card, card.beside, card.facets
        FROM temp.pendingCard AS card
        CROSS JOIN dossier ON dossier.call = ? AND dossier.depositOrder = card.depositOrder
        JOIN scorecard ON scorecard.dossier = dossier.id
        ORDER BY card.depositOrder
        """, arguments: [call])
  }

  /// Gives the cards in force another order, for instance when only weights changed.
  ///
  /// - Parameters:
  ///   - order: every dossier of the ranking in force with its new total, best first.
  ///   - call: the call.
  ///   - grid: version of the grid.
  ///   - terms: everything the ranking now rests on, as JSON.
  ///   - former: fingerprint of the ranking in force that was read.
  ///   - act: what the journal says.
  /// - Throws: ``Failure/rankingOvertaken`` when it is not in force any more, or a session was opened.
  public func reorderRanking(
    _ order: [(card: RankedRatios, totalTenths: Int)], call: String, grid: String, terms: String,
    replacing former: String, act: JournalAct
  ) throws {
    try write { db in
      try Self.refuseIfOvertaken(call: call, replacing: former, in: db)
      guard try Self.staleCards(call: call, stages: Stage.rankable, in: db) == 0 else {
        throw Failure.rankingOvertaken
      }
      var chain = RankingChain(terms: terms)
      for (index, entry) in order.enumerated() {
        try db.cachedStatement(
          sql: "UPDATE scorecard SET rank = ?, totalTenths = ? WHERE dossier = ?"
        ).execute(arguments: [index + 1, entry.totalTenths, entry.card.row])
        chain.add(
          RankedTotal(number: entry.card.number, totalTenths: entry.totalTenths),
          fingerprint: entry.card.fingerprint)
      }
      try Self.putInForce(chain, call: call, grid: grid, terms: terms, act: act, in: db)
    }
  }

  private static func putInForce(
    _ chain: RankingChain, call: String, grid: String, terms: String, act: JournalAct,
    in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO ranking (call, grid, computedAt, actor, fingerprint, terms)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (call) DO UPDATE SET grid = excluded.grid, computedAt = excluded.computedAt,
          actor = excluded.actor, fingerprint = excluded.fingerprint, terms = excluded.terms
        """, arguments: [call, grid, act.at.rfc3339, act.actor, chain.fingerprint, terms])
    try Journal.append(act.detailed(chain.fingerprint), in: db)
  }

  /// A list of whole numbers as SQLite reads one.
  static func json(_ ratios: [Int]) -> String { JSONText.list(ratios.map(String.init)) }

  /// Reads back such a list.
  static func ratios(_ text: String) -> [Int] {
    var ratios: [Int] = []
    var number = 0
    for byte in text.utf8.dropFirst() {
      if byte >= 0x30, byte <= 0x39 {
        number = number * 10 + Int(byte - 0x30)
      } else {
        ratios.append(number)
        number = 0
      }
    }
    return text.utf8.count > 2 ? ratios : []
  }
}
