public import Committee
public import Dossiers
import GRDB
public import Vocabulary

/// A change of a decision, as recorded.
public struct RecordedChange: Hashable, Sendable {
  public let change: DecisionChange
  public let at: Instant
  public let actor: String
}

extension Store {
  /// Records a change of a decision: the dossier moves, its lines give what the change says.
  ///
  /// - Parameters:
  ///   - change: the change.
  ///   - need: what the project needs, which tells whether it is granted whole.
  ///   - act: how the journal names it.
  /// - Throws: ``Failure``, `TransitionRefused`.
  public func record(_ change: DecisionChange, need: Cents, act: JournalAct) throws {
    try write { db in
      let id = try Self.rowID(of: change.number, in: db)
      let text = try StoredJSON.encode(change)
      try db.execute(
        sql: "INSERT INTO decisionChange (dossier, change, at, actor) VALUES (?, ?, ?, ?)",
        arguments: [id, text, act.at.rfc3339, act.actor])
      try Self.move(id, by: change.outcome(need: need).dossierEvent, in: db)
      let given = change.grants.filter { $0.amount > .zero }
      try db.execute(
        sql: """
          UPDATE fundingLine SET grantedCents = 0, firmness = 'annule'
          WHERE dossier = ? AND grantedCents > 0
            AND purse NOT IN (SELECT value FROM json_each(?))
          """, arguments: [id, try StoredJSON.encode(given.map(\.purse))])
      // An amount that the change leaves alone stays as firm as it was.
      for grant in given {
        try db.execute(
          sql: """
            INSERT INTO fundingLine (dossier, purse, requestedCents, grantedCents, firmness)
            VALUES (?, ?, 0, ?, 'vote')
            ON CONFLICT (dossier, purse) DO UPDATE SET grantedCents = excluded.grantedCents,
              firmness = CASE WHEN fundingLine.grantedCents = excluded.grantedCents
                THEN fundingLine.firmness ELSE 'vote' END
            """, arguments: [id, grant.purse, grant.amount.rawValue])
      }
      try Journal.append(act.detailed("\(act.detail) \(Fingerprint.of(text.utf8))"), in: db)
    }
  }

  /// The changes of the decisions of a call, oldest first.
  ///
  /// - Parameters:
  ///   - call: identifier of the call.
  ///   - number: one dossier only.
  /// - Returns: the changes.
  /// - Throws: ``Failure``.
  public func decisionChanges(
    call: String, of number: DossierNumber? = nil
  ) throws -> [RecordedChange] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT decisionChange.* FROM decisionChange
          JOIN dossier ON dossier.id = decisionChange.dossier
          WHERE call = ? AND depositOrder = coalesce(?, depositOrder) ORDER BY decisionChange.id
          """, arguments: [call, number?.order]
      ).compactMap { row in
        guard let at = Instant(rfc3339: row["at"]) else { return nil }
        return RecordedChange(
          change: try StoredJSON.decode(DecisionChange.self, from: row["change"]), at: at,
          actor: row["actor"])
      }
    }
  }

  /// Moves an amount along the ladder.
  ///
  /// - Parameters:
  ///   - move: what it becomes.
  ///   - act: how the journal names it.
  /// - Throws: ``Failure``.
  public func record(_ move: FirmnessMove, act: JournalAct) throws {
    try write { db in
      let id = try Self.rowID(of: move.number, in: db)
      try db.execute(
        sql: """
          INSERT INTO firmnessMove (dossier, purse, firmness, day, reference, at, actor)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, move.purse, move.firmness.rawValue, move.day.iso, move.reference, act.at.rfc3339,
          act.actor,
        ])
      try db.execute(
        sql: "UPDATE fundingLine SET firmness = ? WHERE dossier = ? AND purse = ?",
        arguments: [move.firmness.rawValue, id, move.purse])
      try Journal.append(act, in: db)
    }
  }

  /// The moves of the amounts of a call, oldest first.
  ///
  /// - Parameters:
  ///   - call: identifier of the call.
  ///   - number: one dossier only.
  /// - Returns: the moves.
  /// - Throws: ``Failure``.
  public func firmnessMoves(
    call: String, of number: DossierNumber? = nil
  ) throws -> [FirmnessMove] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT firmnessMove.*, depositOrder FROM firmnessMove
          JOIN dossier ON dossier.id = firmnessMove.dossier
          WHERE call = ? AND depositOrder = coalesce(?, depositOrder) ORDER BY firmnessMove.id
          """, arguments: [call, number?.order]
      ).compactMap { row in
        guard let day = Day(iso: row["day"]), let firmness = Firmness(rawValue: row["firmness"])
        else { return nil }
        return FirmnessMove(
          number: DossierNumber(call: call, order: row["depositOrder"]), purse: row["purse"],
          firmness: firmness, day: day, reference: row["reference"])
      }
    }
  }
}

extension DecisionChange {
  /// What the dossier is once it is changed: nothing is left to decide of a decision withdrawn.
  ///
  /// - Parameter need: what the project needs.
  /// - Returns: the decision that the total bears.
  public func outcome(need: Cents) -> DecisionKind {
    guard total > .zero else { return .moot }
    return total < need ? .partlyGranted : .granted
  }
}
