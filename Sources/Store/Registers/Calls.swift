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
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT call.*, (
            SELECT callGrid.content FROM callGrid WHERE callGrid.call = call.id
            ORDER BY callGrid.id DESC LIMIT 1) AS laterGrid
          FROM call ORDER BY openedAt, id
          """)
      return try rows.compactMap { row in
        guard let openedAt = Instant(rfc3339: row["openedAt"]) else { return nil }
        var call = try StoredJSON.decode(Call.self, from: row["content"])
        if let grid = row["laterGrid"] as String? {
          call = call.with(grid: try StoredJSON.decode(Grid.self, from: grid))
        }
        return CallRecord(
          call: call,
          fingerprint: row["fingerprint"], openedAt: openedAt,
          closedAt: (row["closedAt"] as String?).flatMap { Instant(rfc3339: $0) })
      }
    }
  }

  /// Keeps another version of a call's grid, which takes the place of the one before.
  ///
  /// - Parameters:
  ///   - grid: the grid.
  ///   - call: the call.
  ///   - motive: why it changes.
  ///   - act: what the journal says.
  /// - Throws: ``Failure``.
  public func adopt(_ grid: Grid, for call: String, motive: String, act: JournalAct) throws {
    let content = try StoredJSON.encode(grid)
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO callGrid (call, version, content, motive, at, actor) VALUES (?, ?, ?, ?, ?, ?)
          """, arguments: [call, grid.version, content, motive, act.at.rfc3339, act.actor])
      try Journal.append(act.detailed("\(grid.version) \(Fingerprint.of(content.utf8))"), in: db)
    }
  }

  /// The grid that a call was opened with.
  public func openingGrid(call: String) throws -> Grid? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT json_extract(content, '$.grid') FROM call WHERE id = ?", arguments: [call]
      ).map { try StoredJSON.decode(Grid.self, from: $0) }
    }
  }

  /// The versions of grids that a call had after the one it was opened with, oldest first.
  public func laterGrids(call: String) throws -> [Grid] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT content FROM callGrid WHERE call = ? ORDER BY id", arguments: [call]
      ).map { try StoredJSON.decode(Grid.self, from: $0) }
    }
  }

  /// The files of a call, by name.
  public func callFiles(_ id: String) throws -> [KeptFile] { try files(scope: "appel \(id)") }
}
