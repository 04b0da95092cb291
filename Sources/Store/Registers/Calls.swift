public import Contract
import GRDB
public import Vocabulary

/// A call as the base holds it.
public struct CallRecord: Sendable {
  public let call: Call
  /// SHA-256 of the call's files, in the order of their names.
  public let fingerprint: String
  public let openedAt: Instant
  /// When it was closed by an act; its deadline closes it anyway.
  public let closedAt: Instant?
}

extension Store {
  /// Copies a call into the base: from then on, the base alone is the truth.
  public func openCall(_ call: Call, files: [KeptFile], act: JournalAct) throws {
    let sorted = files.sorted { $0.name < $1.name }
    let fingerprint = Fingerprint.ofFiles(sorted)
    let content = try StoredJSON.encode(call)
    try write { db in
      try db.execute(
        sql: "INSERT INTO call (id, content, fingerprint, openedAt) VALUES (?, ?, ?, ?)",
        arguments: [call.id, content, fingerprint, act.at.rfc3339])
      try Self.keep(sorted, scope: "appel \(call.id)", in: db)
      try Journal.append(act.sealing(rules: content, files: fingerprint), in: db)
    }
  }

  /// Closes a call before, or after, its deadline.
  public func closeCall(_ id: String, act: JournalAct) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE call SET closedAt = ? WHERE id = ?", arguments: [act.at.rfc3339, id])
      try Journal.append(act, in: db)
    }
  }

  /// Every call of the base, the latest opened last.
  public func calls() throws -> [CallRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM call ORDER BY openedAt, id").compactMap { row in
        guard let openedAt = Instant(rfc3339: row["openedAt"]) else { return nil }
        return CallRecord(
          call: try StoredJSON.decode(Call.self, from: row["content"]),
          fingerprint: row["fingerprint"], openedAt: openedAt,
          closedAt: (row["closedAt"] as String?).flatMap { Instant(rfc3339: $0) })
      }
    }
  }

  /// The files of a call, by name.
  public func callFiles(_ id: String) throws -> [KeptFile] { try files(scope: "appel \(id)") }
}
