public import Dossiers
import GRDB
public import Vocabulary

extension Store {
  /// The ties in force, of everyone or of one person, by holder, kind and value.
  public func mandates(of holder: String? = nil) throws -> [Mandate] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT holder, kind, value, role FROM mandate
          WHERE endedAt IS NULL AND holder = coalesce(?, holder) ORDER BY holder, kind, value
          """, arguments: [holder]
      ).compactMap(Self.mandate)
    }
  }

  /// When each tie in force was recorded.
  public func mandateInstants() throws -> [Mandate: Instant] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM mandate WHERE endedAt IS NULL").reduce(into: [:]) {
        if let mandate = Self.mandate($1) { $0[mandate] = Instant(rfc3339: $1["at"]) }
      }
    }
  }

  private static func mandate(_ row: Row) -> Mandate? {
    Mandate.Kind(rawValue: row["kind"]).map {
      Mandate(holder: row["holder"], kind: $0, value: row["value"], role: row["role"])
    }
  }

  /// Records a tie; the same one again only changes what its holder does there.
  public func add(_ mandate: Mandate, act: JournalAct) throws {
    try write { db in
      try Self.endMandate(mandate, act: act, in: db)
      try db.execute(
        sql: """
          INSERT INTO mandate (holder, kind, value, role, at, actor) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          mandate.holder, mandate.kind.rawValue, mandate.value, mandate.role, act.at.rfc3339,
          act.actor,
        ])
      try Journal.append(act, in: db)
    }
  }

  /// Ends a tie; what it made stays in the journal.
  ///
  /// - Returns: whether it was in force.
  public func end(_ mandate: Mandate, act: JournalAct) throws -> Bool {
    try write { db in
      try Self.endMandate(mandate, act: act, in: db)
      guard db.changesCount > 0 else { return false }
      try Journal.append(act, in: db)
      return true
    }
  }

  private static func endMandate(_ mandate: Mandate, act: JournalAct, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE mandate SET endedAt = ? WHERE holder = ? AND kind = ? AND value = ?
          AND endedAt IS NULL
        """,
      arguments: [act.at.rfc3339, mandate.holder, mandate.kind.rawValue, mandate.value])
  }
}
