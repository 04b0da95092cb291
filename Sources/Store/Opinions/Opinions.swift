public import Committee
public import Dossiers
import GRDB
public import Vocabulary

/// An opinion as the base keeps it.
public struct OpinionRecord: Hashable, Sendable {
  public let opinion: Opinion
  public let at: Instant
  public let actor: String
  /// Whether a session was open already: it is no opinion for the preparation of that session.
  public let isInSession: Bool
}

/// An opinion to keep, and how the journal names the act.
public struct OpinionWrite: Sendable {
  public let opinion: Opinion
  public let at: Instant
  public let actor: String

  /// Prepares an opinion to keep.
  ///
  /// - Parameters:
  ///   - opinion: what is thought.
  ///   - at: when it is given.
  ///   - actor: who gives it.
  public init(_ opinion: Opinion, at: Instant, actor: String) {
    self.opinion = opinion
    self.at = at
    self.actor = actor
  }
}

extension Store {
  /// What the journal seals of an opinion, beside its verdict and its purse.
  static let opinionContent = """
    coalesce(amountCents, '') || ' ' || coalesce(session, '') || ' ' || coalesce(conditions, '')
    """

  /// Keeps opinions, all or none, each with its line in the journal.
  ///
  /// - Parameter writes: what is thought, by whom and when.
  /// - Throws: ``Failure``.
  public func add(_ writes: [OpinionWrite]) throws {
    try write { db in
      for write in writes { try Self.add(write, in: db) }
    }
  }

  private static func add(_ write: OpinionWrite, in db: Database) throws {
    let opinion = write.opinion
    // Whether a session is open is read in the transaction that writes: nobody opens one in between.
    let session = try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM session WHERE call = ?", arguments: [opinion.number.call])
    try db.execute(
      sql: """
        INSERT INTO opinion
          (dossier, purse, verdict, amountCents, conditions, session, at, actor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try rowID(of: opinion.number, in: db), opinion.purse, opinion.verdict.rawValue,
        opinion.amount?.rawValue, opinion.conditions, session, write.at.rfc3339, write.actor,
      ])
    let content = try String.fetchOne(
      db, sql: "SELECT \(opinionContent) FROM opinion WHERE id = ?",
      arguments: [db.lastInsertedRowID])
    try Journal.append(
      JournalAct(
        actor: write.actor, at: write.at, act: "avis \(opinion.verdict.rawValue)",
        subject: opinion.number.text,
        detail: "\(opinion.purse) \(Fingerprint.of((content ?? "").utf8))"),
      in: db)
  }

  /// The opinions in force: the last word on each purse of each dossier, apart before and in session.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - number: one dossier alone; `nil` for all.
  ///   - includesSession: also give what was said once a session was open.
  /// - Returns: by order of deposit, then by purse, what was said before the session first.
  /// - Throws: ``Failure``.
  public func opinions(
    call: String, only number: DossierNumber? = nil, includesSession: Bool = false
  ) throws -> [OpinionRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, opinion.* FROM opinion
          JOIN dossier ON dossier.id = opinion.dossier
          WHERE call = ? AND depositOrder = coalesce(?, depositOrder)
            AND (session IS NULL OR ?)
            AND opinion.id = (SELECT max(last.id) FROM opinion AS last
              WHERE last.dossier = opinion.dossier AND last.purse = opinion.purse
                AND (last.session IS NULL) = (opinion.session IS NULL))
          ORDER BY depositOrder, purse, session IS NOT NULL
          """, arguments: [call, number?.order, includesSession]
      ).compactMap { Self.opinion($0, call: call) }
    }
  }

  private static func opinion(_ row: Row, call: String) -> OpinionRecord? {
    guard let verdict = Opinion.Verdict(rawValue: row["verdict"]),
      let at = Instant(rfc3339: row["at"])
    else { return nil }
    return OpinionRecord(
      opinion: Opinion(
        number: DossierNumber(call: call, order: row["depositOrder"]), purse: row["purse"],
        verdict: verdict, amount: (row["amountCents"] as Int64?).map { Cents($0) },
        conditions: row["conditions"]),
      at: at, actor: row["actor"], isInSession: (row["session"] as Int64?) != nil)
  }
}
