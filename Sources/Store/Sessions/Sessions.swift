public import Committee
public import Dossiers
import GRDB
public import Vocabulary

/// A session as the base holds it.
public struct SessionRecord: Hashable, Sendable {
  public let id: Int64
  public let call: String
  public let openedAt: Instant
  public let closedAt: Instant?
}

/// Events to append to a session, and what each changes elsewhere in the base.
public struct SessionWrite: Sendable {
  public let events: [SessionEvent]
  /// The last sequence the writer had replayed when it judged the events.
  public let last: Int
  /// How the journal names the act.
  public let act: JournalAct
  /// When each event was; `nil` when they all were at the moment of the act.
  let instants: [Instant]?

  /// Prepares events to append after the one of sequence `last`.
  ///
  /// - Parameters:
  ///   - events: the events, in order.
  ///   - last: the last sequence the writer had replayed.
  ///   - act: how the journal names the act.
  ///   - instants: when each event was; the moment of the act by default.
  public init(
    events: [SessionEvent], after last: Int, act: JournalAct, instants: [Instant]? = nil
  ) {
    self.events = events
    self.last = last
    self.act = act
    self.instants = instants
  }

  /// When an event was, by its place among the events.
  func instant(of place: Int) -> Instant { instants.map { $0[place] } ?? act.at }

  /// Events of one moment that follow each other.
  struct Run {
    let act: JournalAct
    var events: [SessionEvent]
  }

  /// The events, moment by moment.
  var runs: [Run] {
    events.enumerated().reduce(into: [Run]()) { runs, item in
      let instant = instant(of: item.offset)
      if runs.last?.act.at == instant {
        runs[runs.count - 1].events.append(item.element)
      } else {
        runs.append(Run(act: act.moved(to: instant), events: [item.element]))
      }
    }
  }
}

extension Store {
  /// Opens the session of a call with its opening event; every dossier it names is called in session.
  ///
  /// - Throws: ``Failure/overtaken`` when the call has a session already.
  public func openSession(_ opening: SessionOpening, act: JournalAct) throws -> SessionRecord {
    try write { db in
      let exists = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM session WHERE call = ?)", arguments: [opening.call])
      guard exists == false else { throw Failure.overtaken }
      try db.execute(
        sql: "INSERT INTO session (call, openedAt) VALUES (?, ?)",
        arguments: [opening.call, act.at.rfc3339])
      let session = db.lastInsertedRowID
      for application in opening.applications {
        let id = try Self.rowID(of: application.number, in: db)
        try Self.move(id, by: .calledInSession, in: db)
        for requested in application.requested {
          try db.cachedStatement(
            sql: """
              INSERT INTO fundingLine
                (dossier, purse, requestedCents, grantedCents, firmness, session)
              VALUES (?, ?, ?, 0, 'demande', ?)
              """
          ).execute(arguments: [id, requested.purse, requested.amount.rawValue, session])
        }
      }
      try Self.append(
        SessionWrite(events: [.opened(opening)], after: 0, act: act), to: session, in: db)
      return SessionRecord(id: session, call: opening.call, openedAt: act.at, closedAt: nil)
    }
  }

  /// Appends events to a session; decisions move their dossiers and fix their funding lines.
  ///
  /// - Throws: ``Failure/overtaken`` when the ledger no longer ends where the writer read it.
  public func append(_ write: SessionWrite, to session: SessionRecord) throws {
    try self.write { db in
      try Self.append(write, to: session.id, in: db)
      for (place, event) in write.events.enumerated() {
        if case .closed = event {
          try db.execute(
            sql: "UPDATE session SET closedAt = ? WHERE id = ?",
            arguments: [write.instant(of: place).rfc3339, session.id])
        }
      }
    }
  }

  /// The last session of a call; `nil` when none was opened.
  public func lastSession(call: String) throws -> SessionRecord? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM session WHERE call = ? ORDER BY id DESC LIMIT 1",
          arguments: [call]),
        let openedAt = Instant(rfc3339: row["openedAt"])
      else { return nil }
      return SessionRecord(
        id: row["id"], call: call, openedAt: openedAt,
        closedAt: (row["closedAt"] as String?).flatMap { Instant(rfc3339: $0) })
    }
  }

  /// Every event of a session, in order.
  public func events(of session: SessionRecord) throws -> [RecordedEvent] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM sessionEvent WHERE session = ? ORDER BY sequence",
        arguments: [session.id])
      var events: [RecordedEvent] = []
      while let row = try rows.next() {
        guard let at = Instant(rfc3339: row["at"]) else { continue }
        events.append(
          RecordedEvent(
            sequence: row["sequence"], at: at, actor: row["actor"],
            event: try StoredJSON.decode(SessionEvent.self, from: row["event"])))
      }
      return events
    }
  }

  private static func append(
    _ write: SessionWrite, to session: Int64, in db: Database
  ) throws {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(sequence) FROM sessionEvent WHERE session = ?", arguments: [session])
    guard last ?? 0 == write.last else { throw Failure.overtaken }
    var sequence = write.last
    for run in write.runs {
      try append(run, after: sequence, to: session, in: db)
      sequence += run.events.count
    }
  }

  /// One line of the journal seals all the events of an act at one moment, in order.
  private static func append(
    _ run: SessionWrite.Run, after last: Int, to session: Int64, in db: Database
  ) throws {
    let act = run.act
    var sequence = last
    var digest = Journal.origin
    for event in run.events {
      sequence += 1
      let text = try StoredJSON.encode(event)
      digest = Fingerprint.of("\(digest)\n\(text)\n".utf8)
      try db.cachedStatement(
        sql: """
          INSERT INTO sessionEvent (session, sequence, at, actor, event) VALUES (?, ?, ?, ?, ?)
          """
      ).execute(arguments: [session, sequence, act.at.rfc3339, act.actor, text])
      if case .decision(let decision) = event {
        try record(decision, session: session, sequence: sequence, in: db)
      }
    }
    try Journal.append(
      act.detailed("\(act.detail) événements \(last + 1)-\(sequence) \(digest)"), in: db)
  }

  /// The admissible dossiers of a call that the ranking in force leaves out, in order of number.
  public func unrankedDossiers(call: String) throws -> [DossierNumber] {
    try read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT depositOrder FROM dossier LEFT JOIN scorecard ON scorecard.dossier = dossier.id
          WHERE call = ? AND stage IN (SELECT value FROM json_each(?)) AND scorecard.dossier IS NULL
          ORDER BY depositOrder
          """, arguments: [call, Self.list(Stage.rankable)]
      ).map { DossierNumber(call: call, order: $0) }
    }
  }

  /// The dossiers of a call received again since the ranking in force was computed, in order of number.
  public func changedSinceRanking(call: String) throws -> [DossierNumber] {
    guard let computedAt = try ranking(call: call)?.computedAt else { return [] }
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, versionReceivedAt FROM currentDossier
          WHERE call = ? AND version > 1 AND stage IN (SELECT value FROM json_each(?))
          ORDER BY depositOrder
          """, arguments: [call, Self.list(Stage.rankable)])
      return rows.compactMap { row in
        let received = Instant(rfc3339: row["versionReceivedAt"])
        guard let received, received > computedAt else { return nil }
        return DossierNumber(call: call, order: row["depositOrder"])
      }
    }
  }

  private static func record(
    _ decision: Decision, session: Int64, sequence: Int, in db: Database
  ) throws {
    let id = try rowID(of: decision.number, in: db)
    try move(id, by: decision.kind.dossierEvent, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO decision (dossier, session, sequence, motive) VALUES (?, ?, ?, ?)
        ON CONFLICT (dossier) DO UPDATE SET session = excluded.session,
          sequence = excluded.sequence, motive = excluded.motive
        """
    ).execute(arguments: [id, session, sequence, decision.motive])
    try db.cachedStatement(
      sql: "UPDATE fundingLine SET grantedCents = 0, firmness = 'demande' WHERE dossier = ?"
    ).execute(arguments: [id])
    for grant in decision.grants {
      try db.cachedStatement(
        sql: """
          INSERT INTO fundingLine (dossier, purse, requestedCents, grantedCents, firmness, session)
          VALUES (?, ?, 0, ?, 'vote', ?)
          ON CONFLICT (dossier, purse) DO UPDATE SET grantedCents = excluded.grantedCents,
            firmness = 'vote', session = excluded.session
          """
      ).execute(arguments: [id, grant.purse, grant.amount.rawValue, session])
    }
  }
}

extension DecisionKind {
  /// What the decision does to the dossier.
  var dossierEvent: DossierEvent {
    switch self {
    case .granted: .decidedGranted
    case .partlyGranted: .decidedPartlyGranted
    case .deferred: .decidedDeferred
    case .refused: .decidedRefused
    case .moot: .decidedWithoutObject
    }
  }
}
