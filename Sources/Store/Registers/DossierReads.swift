public import Dossiers
import Foundation
import GRDB
import Vocabulary

extension Store {
  /// A dossier as it was received.
  public func dossier(_ number: DossierNumber) throws -> ReceivedDossier? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM currentDossier WHERE call = ? AND depositOrder = ?",
        arguments: [number.call, number.order]
      ).flatMap(Self.received)
    }
  }

  /// Lines of the list, in order of deposit; every stage unless some are named.
  public func dossierLines(call: String, stages: Set<Stage>? = nil) throws -> [DossierLine] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM dossier WHERE call = ? ORDER BY depositOrder", arguments: [call])
      var lines: [DossierLine] = []
      while let row = try rows.next() {
        guard let line = Self.line(row), stages?.contains(line.stage) ?? true else { continue }
        lines.append(line)
      }
      return lines
    }
  }

  /// How many dossiers of a call stand at each stage.
  public func stageCounts(call: String) throws -> [Stage: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT stage, count(*) AS number FROM dossier WHERE call = ? GROUP BY stage",
        arguments: [call])
      return rows.reduce(into: [:]) { counts, row in
        if let stage = Stage(rawValue: row["stage"]) { counts[stage] = row["number"] }
      }
    }
  }

  /// Gives received dossiers one by one, in order of deposit, without holding them all.
  ///
  /// The base is read in pages, so that the body may take its time and write.
  public func forEachDossier(
    call: String, stages: Set<Stage>, pageSize: Int = 256, _ body: (ReceivedDossier) throws -> Void
  ) throws {
    try forEachDossierPage(call: call, stages: stages, pageSize: pageSize) { page in
      for dossier in page { try body(dossier) }
    }
  }

  /// Gives received dossiers a page at a time, in order of deposit.
  public func forEachDossierPage(
    call: String, stages: Set<Stage>, pageSize: Int = 256,
    _ body: ([ReceivedDossier]) throws -> Void
  ) throws {
    var after = 0
    while true {
      let page = try read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT * FROM currentDossier WHERE call = ? AND depositOrder > ?
              AND stage IN (SELECT value FROM json_each(?)) ORDER BY depositOrder LIMIT ?
            """)
        return try Row.fetchAll(
          statement, arguments: [call, after, Self.list(stages), pageSize]
        ).compactMap(Self.received)
      }
      guard let last = page.last else { return }
      try body(page)
      after = last.number.order
    }
  }

  /// Stages as SQLite's `json_each` reads them.
  static func list(_ stages: Set<Stage>) -> String {
    JSONText.list(stages.map(\.rawValue).sorted().map(JSONText.string))
  }

  /// The columns of a received dossier, its version apart, as it was in a version that may be an earlier
  /// one: `dossier` is joined to that version as `later`, which the deposit itself lacks.
  static let earlierVersion = """
    call, depositOrder, dossier.receivedAt, coalesce(later.format, dossier.format) AS format,
    coalesce(later.content, dossier.content) AS content,
    coalesce(later.receivedAt, dossier.receivedAt) AS versionReceivedAt, siret, stage
    """

  static func received(_ row: Row) -> ReceivedDossier? {
    guard let receivedAt = Instant(rfc3339: row["receivedAt"]),
      let versionReceivedAt = Instant(rfc3339: row["versionReceivedAt"]),
      let format = ReceivedFormat(rawValue: row["format"]),
      let stage = Stage(rawValue: row["stage"])
    else { return nil }
    return ReceivedDossier(
      number: DossierNumber(call: row["call"], order: row["depositOrder"]), receivedAt: receivedAt,
      format: format, content: Array(row["content"] as Data), stage: stage,
      siren: (row["siret"] as String?).map { String($0.prefix(9)) }, version: row["version"],
      versionReceivedAt: versionReceivedAt)
  }

  static func line(_ row: Row) -> DossierLine? {
    guard let receivedAt = Instant(rfc3339: row["receivedAt"]),
      let stage = Stage(rawValue: row["stage"])
    else { return nil }
    return DossierLine(
      number: DossierNumber(call: row["call"], order: row["depositOrder"]), receivedAt: receivedAt,
      title: row["title"], applicant: row["applicantName"], applicantKind: row["applicantKind"],
      objective: row["objective"], cost: Cents(row["costCents"]),
      requested: Cents(row["requestedCents"]), stage: stage, priority: row["priority"])
  }
}

extension Store {
  /// The line of one dossier.
  public func dossierLine(_ number: DossierNumber) throws -> DossierLine? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM dossier WHERE call = ? AND depositOrder = ?",
        arguments: [number.call, number.order]
      ).flatMap(Self.line)
    }
  }
}
