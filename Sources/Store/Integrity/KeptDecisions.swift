public import Committee
public import Dossiers
import GRDB
import Vocabulary

/// A dossier as the tables hold it after a session: its stage, its decision, its money.
public struct KeptDecision: Sendable {
  public let number: DossierNumber
  /// Raw name of the stage.
  public let stage: String
  /// Where the decision in force was taken: the session, the number of its event.
  public let place: DecisionPlace?
  public let motive: String?
  /// By purse.
  public let lines: [FundingLineRecord]
}

/// An event of a session.
public struct DecisionPlace: Hashable, Sendable {
  public let session: Int64
  public let sequence: Int

  /// Points at an event.
  public init(session: Int64, sequence: Int) {
    self.session = session
    self.sequence = sequence
  }
}

extension Store {
  /// Gives every dossier of a call with its decision and money, one by one, in order of deposit.
  public func forEachKeptDecision(call: String, _ body: (KeptDecision) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, depositOrder, stage, session, sequence, motive
          FROM dossier LEFT JOIN decision ON decision.dossier = dossier.id
          WHERE call = ? ORDER BY depositOrder
          """, arguments: [call])
      while let row = try rows.next() {
        let session: Int64? = row["session"]
        try body(
          KeptDecision(
            number: DossierNumber(call: call, order: row["depositOrder"]), stage: row["stage"],
            place: session.map { DecisionPlace(session: $0, sequence: row["sequence"]) },
            motive: row["motive"], lines: try Self.money(of: row["id"], in: db)))
      }
    }
  }

  private static func money(of dossier: Int64, in db: Database) throws -> [FundingLineRecord] {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM fundingLine WHERE dossier = ? ORDER BY purse")
    return try Row.fetchAll(statement, arguments: [dossier]).map {
      FundingLineRecord(
        id: $0["id"], purse: $0["purse"], requested: Cents($0["requestedCents"]),
        granted: Cents($0["grantedCents"]), firmness: $0["firmness"])
    }
  }

  /// The numbers of the sessions of a call, oldest first.
  public func sessionNumbers(call: String) throws -> [Int64] {
    try read {
      try Int64.fetchAll(
        $0, sql: "SELECT id FROM session WHERE call = ? ORDER BY id", arguments: [call])
    }
  }

  /// Gives the events of a session one by one, in order.
  ///
  /// - Throws: ``Failure`` for an event that cannot be read, or whatever the body throws.
  public func forEachEvent(session: Int64, _ body: (RecordedEvent) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM sessionEvent WHERE session = ? ORDER BY sequence",
        arguments: [session])
      while let row = try rows.next() {
        guard let at = Instant(rfc3339: row["at"]) else {
          throw Failure.inputOutput("un instant de séance ne se relit pas")
        }
        try body(
          RecordedEvent(
            sequence: row["sequence"], at: at, actor: row["actor"],
            event: try StoredJSON.decode(SessionEvent.self, from: row["event"])))
      }
    }
  }
}
