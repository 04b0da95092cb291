public import Dossiers
import GRDB
public import Vocabulary

/// What was said of a reviewer's interest in a dossier; the last word counts.
public struct InterestRecord: Hashable, Sendable {
  /// Declared, the reviewer is recused; dismissed, the reviewer may review.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case declared = "declare"
    case dismissed = "ecarte"
  }

  public let number: DossierNumber
  public let reviewer: String
  public let verdict: Verdict
  public let motive: String
  public let at: Instant
  public let actor: String
}

extension Store {
  /// Records an interest declared, or dismissed, with its reason.
  public func recordInterest(
    _ verdict: InterestRecord.Verdict, of reviewer: String, in number: DossierNumber,
    motive: String, act: JournalAct
  ) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO interest (dossier, reviewer, verdict, motive, at, actor)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          try Self.rowID(of: number, in: db), reviewer, verdict.rawValue, motive, act.at.rfc3339,
          act.actor,
        ])
      try Journal.append(act, in: db)
    }
  }

  /// The last word on each reviewer's interest in the dossiers of a call, by order of deposit.
  public func interests(call: String, only number: DossierNumber? = nil) throws -> [InterestRecord]
  {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, reviewer, verdict, motive, at, actor FROM interest
          JOIN dossier ON dossier.id = interest.dossier
          WHERE call = ? AND depositOrder = coalesce(?, depositOrder)
            AND interest.id = (SELECT max(last.id) FROM interest AS last
              WHERE last.dossier = interest.dossier AND last.reviewer = interest.reviewer)
          ORDER BY depositOrder, reviewer
          """, arguments: [call, number?.order]
      ).compactMap { row in
        guard let verdict = InterestRecord.Verdict(rawValue: row["verdict"]),
          let at = Instant(rfc3339: row["at"])
        else { return nil }
        return InterestRecord(
          number: DossierNumber(call: call, order: row["depositOrder"]),
          reviewer: row["reviewer"], verdict: verdict, motive: row["motive"], at: at,
          actor: row["actor"])
      }
    }
  }
}
