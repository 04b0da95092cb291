public import Dossiers
import Foundation
import GRDB
public import Vocabulary

/// One version of a dossier, as received.
public struct VersionRecord: Hashable, Sendable {
  /// From 1, the deposit.
  public let version: Int
  public let receivedAt: Instant
  /// SHA-256 of the bytes received.
  public let fingerprint: String
  public let format: ReceivedFormat
  public let content: [UInt8]
}

extension Store {
  /// Keeps a new version of a dossier beside the earlier ones, which never change.
  ///
  /// The bytes of the version in force give its receipt again.
  ///
  /// - Parameters:
  ///   - new: the file, whose rules of deposit hold.
  ///   - number: the dossier it replaces.
  ///   - version: the version it was made to replace.
  ///   - event: a correction or a completion.
  ///   - actor: who sends it.
  ///   - instant: when it is received.
  /// - Returns: the receipt, once everything is on disk.
  /// - Throws: `TransitionRefused` when the dossier's stage does not allow it, ``Failure``.
  public func addVersion(
    _ new: NewDossier, to number: DossierNumber, replacing version: Int, by event: DossierEvent,
    actor: String, at instant: Instant
  ) throws -> Receipt {
    try write { db in
      let fingerprint = Fingerprint.of(new.content)
      let id = try Self.rowID(of: number, in: db)
      let current = try Self.receipts(of: id, in: db).last
      if let current, current.fingerprint == fingerprint { return current }
      guard current?.version == version else { throw Failure.versionOvertaken(number.text) }
      if event == .corrected { try Self.refuseIfClosed(number.call, in: db) }
      try Self.move(id, by: event, in: db)
      let version = try Self.insertVersion(
        new, of: id, fingerprint: fingerprint, at: instant, in: db)
      try Journal.append(
        JournalAct(
          actor: actor, at: instant, act: event.rawValue, subject: number.text,
          detail: "version \(version) \(fingerprint)"),
        in: db)
      return Receipt(
        number: number, version: version, receivedAt: instant, fingerprint: fingerprint,
        size: new.content.count, title: new.application.project.title,
        applicant: new.application.applicant.name, isRepeated: false)
    }
  }

  private static func refuseIfClosed(_ call: String, in db: Database) throws {
    let isClosed = try Bool.fetchOne(
      db, sql: "SELECT closedAt IS NOT NULL FROM call WHERE id = ?", arguments: [call])
    if isClosed ?? true { throw Failure.callClosed(call) }
  }

  private static func insertVersion(
    _ new: NewDossier, of id: Int64, fingerprint: String, at instant: Instant, in db: Database
  ) throws -> Int {
    let application = new.application
    let version = try Int.fetchOne(
      db,
      sql: """
        UPDATE dossier SET version = version + 1, applicantKind = ?, applicantName = ?,
          applicantKey = ?, siret = ?, rna = ?, title = ?, objective = ?, costCents = ?,
          requestedCents = ?, priority = ?
        WHERE id = ? RETURNING version
        """,
      arguments: [
        application.applicant.kind, application.applicant.name, application.applicant.name.folded,
        application.applicant.siret, application.applicant.rna, application.project.title,
        application.project.objective, application.budget.cost.rawValue,
        application.need.rawValue, application.priority, id,
      ])
    guard let version else { throw Failure.inputOutput("le dossier a disparu de la base") }
    try db.execute(
      sql: """
        INSERT INTO dossierVersion (dossier, version, receivedAt, fingerprint, format, content)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, version, instant.rfc3339, fingerprint, new.format.rawValue, Data(new.content),
      ])
    return version
  }

  /// The receipt of the version of this dossier that has these bytes.
  private static func receipt(
    fingerprint: String, dossier: Int64, in db: Database
  ) throws -> Receipt? {
    try receipts(of: dossier, in: db).last { $0.fingerprint == fingerprint }
  }

  /// The receipts of a dossier, one a version, in order.
  public func receipts(of number: DossierNumber) throws -> [Receipt] {
    try read { db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM dossier WHERE call = ? AND depositOrder = ?",
        arguments: [number.call, number.order])
      return try id.map { try Self.receipts(of: $0, in: db) } ?? []
    }
  }

  private static func receipts(of dossier: Int64, in db: Database) throws -> [Receipt] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT call, depositOrder, 1 AS version, receivedAt, fingerprint,
          length(content) AS size, title, applicantName FROM dossier WHERE id = ?
        UNION ALL
        SELECT call, depositOrder, later.version, later.receivedAt, later.fingerprint,
          length(later.content), title, applicantName
        FROM dossierVersion AS later JOIN dossier ON dossier.id = later.dossier
        WHERE later.dossier = ? ORDER BY version
        """, arguments: [dossier, dossier]
    ).compactMap(receipt)
  }

  /// The receipt of whatever was received with these bytes, in any call.
  public func receipts(fingerprint: String) throws -> [Receipt] {
    try read { db in
      let dossiers = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM dossier WHERE fingerprint = ?
          UNION SELECT dossier FROM dossierVersion WHERE fingerprint = ? ORDER BY 1
          """, arguments: [fingerprint, fingerprint])
      return try dossiers.compactMap {
        try Self.receipt(fingerprint: fingerprint, dossier: $0, in: db)
      }
    }
  }

  /// A version of a dossier with its bytes; `nil` when there is none.
  public func version(_ version: Int, of number: DossierNumber) throws -> VersionRecord? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT 1 AS version, receivedAt, fingerprint, format, content FROM dossier
          WHERE call = :call AND depositOrder = :order AND :version = 1
          UNION ALL
          SELECT later.version, later.receivedAt, later.fingerprint, later.format, later.content
          FROM dossierVersion AS later JOIN dossier ON dossier.id = later.dossier
          WHERE call = :call AND depositOrder = :order AND later.version = :version
          """, arguments: ["call": number.call, "order": number.order, "version": version]
      ).flatMap(Self.versionRecord)
    }
  }

  private static func versionRecord(_ row: Row) -> VersionRecord? {
    guard let receivedAt = Instant(rfc3339: row["receivedAt"]),
      let format = ReceivedFormat(rawValue: row["format"])
    else { return nil }
    return VersionRecord(
      version: row["version"], receivedAt: receivedAt, fingerprint: row["fingerprint"],
      format: format, content: Array(row["content"] as Data))
  }
}
