public import Dossiers
import GRDB
public import Vocabulary

/// What the judgement of one dossier's admissibility gave.
public struct AdmissibilityRecord: Sendable {
  public let number: DossierNumber
  public let isAdmissible: Bool
  public let findings: [Finding]

  /// States a judgement.
  public init(number: DossierNumber, isAdmissible: Bool, findings: [Finding]) {
    self.number = number
    self.isAdmissible = isAdmissible
    self.findings = findings
  }
}

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
  /// Records judgements and moves each dossier to its stage; one transaction.
  public func recordAdmissibility(
    _ records: [AdmissibilityRecord], actor: String, at instant: Instant
  ) throws {
    try write { db in
      for record in records {
        let id = try Self.rowID(of: record.number, in: db)
        try db.cachedStatement(
          sql: """
            INSERT INTO admissibility (dossier, judgedAt, actor, findings) VALUES (?, ?, ?, ?)
            ON CONFLICT (dossier) DO UPDATE SET judgedAt = excluded.judgedAt,
              actor = excluded.actor, findings = excluded.findings
            """
        ).execute(arguments: [
          id, instant.rfc3339, actor, try StoredJSON.encode(record.findings),
        ])
        let event: DossierEvent = record.isAdmissible ? .judgedAdmissible : .judgedInadmissible
        try Self.move(id, by: event, in: db)
        try Journal.append(
          JournalAct(
            actor: actor, at: instant, act: "recevabilite", subject: record.number.text,
            detail: event.rawValue),
          in: db)
      }
    }
  }

  /// The findings of a dossier's last judgement; `nil` when it was never judged.
  public func admissibilityFindings(of number: DossierNumber) throws -> [Finding]? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT findings FROM admissibility JOIN dossier ON dossier.id = admissibility.dossier
          WHERE call = ? AND depositOrder = ?
          """, arguments: [number.call, number.order]
      ).map { try StoredJSON.decode([Finding].self, from: $0) }
    }
  }

  /// Replaces the ranking of a call; the cards come in rank order.
  public func recordRanking(
    call: String, grid: String, cards: [RankedCard], act: JournalAct
  ) throws -> RankingRecord {
    try write { db in
      try db.execute(
        sql: "DELETE FROM scorecard WHERE dossier IN (SELECT id FROM dossier WHERE call = ?)",
        arguments: [call])
      var fingerprint = Journal.origin
      for card in cards {
        let id = try Self.rowID(of: card.number, in: db)
        try db.cachedStatement(
          sql: "INSERT INTO scorecard (dossier, rank, totalTenths, card) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [id, card.rank, card.totalTenths, card.card])
        fingerprint = Fingerprint.of(
          "\(fingerprint)\n\(card.number.text)\n\(card.card)\n".utf8)
      }
      try db.execute(
        sql: """
          INSERT INTO ranking (call, grid, computedAt, actor, fingerprint) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (call) DO UPDATE SET grid = excluded.grid, computedAt = excluded.computedAt,
            actor = excluded.actor, fingerprint = excluded.fingerprint
          """, arguments: [call, grid, act.at.rfc3339, act.actor, fingerprint])
      let detailed = JournalAct(
        actor: act.actor, at: act.at, act: act.act, subject: act.subject, detail: fingerprint)
      try Journal.append(detailed, in: db)
      return RankingRecord(
        call: call, grid: grid, computedAt: act.at, fingerprint: fingerprint)
    }
  }

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

  static func rowID(of number: DossierNumber, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM dossier WHERE call = ? AND depositOrder = ?")
    guard let id = try Int64.fetchOne(statement, arguments: [number.call, number.order]) else {
      throw Failure.inputOutput("dossier \(number.text) is not in the base")
    }
    return id
  }

  /// Moves a dossier to the stage that an event leads to.
  static func move(_ id: Int64, by event: DossierEvent, in db: Database) throws {
    let read = try db.cachedStatement(sql: "SELECT stage FROM dossier WHERE id = ?")
    guard let name = try String.fetchOne(read, arguments: [id]), let stage = Stage(rawValue: name)
    else { return }
    let next = try stage.applying(event)
    try db.cachedStatement(sql: "UPDATE dossier SET stage = ? WHERE id = ?")
      .execute(arguments: [next.rawValue, id])
  }
}
