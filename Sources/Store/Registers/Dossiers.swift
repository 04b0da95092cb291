public import Dossiers
import Foundation
import GRDB
public import Vocabulary

/// The format of a received file.
public enum ReceivedFormat: String, Hashable, Sendable, CaseIterable {
  case yaml
  case json
  case xml
  case ods
}

/// A file to keep as a dossier, with what lists show of it.
public struct NewDossier: Sendable {
  /// The draft that a file was made from.
  public struct Draft: Hashable, Sendable {
    public let id: Int
    /// What the draft was when the file was made (``DraftRecord/revision``); `nil` to close it whatever
    /// was written since.
    public let revision: Int?

    /// Names a draft.
    public init(id: Int, revision: Int? = nil) {
      self.id = id
      self.revision = revision
    }
  }

  public let call: String
  public let content: [UInt8]
  public let format: ReceivedFormat
  public let application: Application
  /// The draft to close in the same transaction.
  public let draft: Draft?

  /// Prepares a file whose rules of deposit hold.
  public init(
    call: String, content: [UInt8], format: ReceivedFormat, application: Application,
    draft: Draft? = nil
  ) {
    self.call = call
    self.content = content
    self.format = format
    self.application = application
    self.draft = draft
  }
}

/// A dossier as it was received.
public struct ReceivedDossier: Sendable {
  public let number: DossierNumber
  public let receivedAt: Instant
  public let format: ReceivedFormat
  public let content: [UInt8]
  public let stage: Stage
  /// SIREN of the applicant, when it gave a SIRET.
  public let siren: String?
  /// The version in force, from 1.
  public let version: Int
  /// When the version in force was received.
  public let versionReceivedAt: Instant
}

/// One line of the list of dossiers.
public struct DossierLine: Hashable, Sendable {
  public let number: DossierNumber
  public let receivedAt: Instant
  public let title: String
  public let applicant: String
  public let applicantKind: String
  public let objective: String
  public let cost: Cents
  public let requested: Cents
  public let stage: Stage
  /// The place that the applicant gives it among its own dossiers, from 1.
  public let priority: Int?
}

extension Store {
  /// Gives each file a number and keeps it; one transaction for all.
  ///
  /// Bytes already deposited in the same call keep the number and the moment of the first time.
  ///
  /// - Parameters:
  ///   - dossiers: files whose rules of deposit hold.
  ///   - actor: who deposits.
  ///   - now: the moment of deposit, asked once a file.
  /// - Returns: one receipt a file, in order; only once everything is on disk.
  /// - Throws: ``Failure``; nothing is then kept.
  public func deposit(
    _ dossiers: [NewDossier], by actor: String, at now: (Int) -> Instant
  ) throws -> [Receipt] {
    try write { db in
      var receipts: [Receipt] = []
      for (index, dossier) in dossiers.enumerated() {
        let instant = now(index)
        let receipt = try Self.deposit(dossier, by: actor, at: instant, in: db)
        if let draft = dossier.draft {
          try Self.close(draft, as: receipt.number, by: actor, at: instant, in: db)
        }
        receipts.append(receipt)
      }
      return receipts
    }
  }

  private static func deposit(
    _ dossier: NewDossier, by actor: String, at instant: Instant, in db: Database
  ) throws -> Receipt {
    let fingerprint = Fingerprint.of(dossier.content)
    if let earlier = try receipt(fingerprint: fingerprint, call: dossier.call, in: db) {
      return earlier
    }
    let order = try db.cachedStatement(
      sql: """
        UPDATE call SET lastOrder = lastOrder + 1 WHERE id = ? AND closedAt IS NULL
        RETURNING lastOrder
        """)
    guard let next = try Int.fetchOne(order, arguments: [dossier.call]) else {
      throw try Self.whyNotDeposited(in: dossier.call, db)
    }
    let number = DossierNumber(call: dossier.call, order: next)
    try insert(dossier, number: number, fingerprint: fingerprint, at: instant, in: db)
    try Journal.append(
      JournalAct(
        actor: actor, at: instant, act: "depot", subject: number.text, detail: fingerprint),
      in: db)
    return Receipt(
      number: number, receivedAt: instant, fingerprint: fingerprint, size: dossier.content.count,
      title: dossier.application.project.title, applicant: dossier.application.applicant.name,
      isRepeated: false)
  }

  private static func whyNotDeposited(in call: String, _ db: Database) throws -> Failure {
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM call WHERE id = ?)", arguments: [call])
    return isThere == true
      ? .callClosed(call) : .inputOutput("l’appel \(call) n’est pas dans la base")
  }

  private static func insert(
    _ dossier: NewDossier, number: DossierNumber, fingerprint: String, at instant: Instant,
    in db: Database
  ) throws {
    let application = dossier.application
    try db.cachedStatement(
      sql: """
        INSERT INTO dossier (call, depositOrder, receivedAt, fingerprint, format, content,
          applicantKind, applicantName, applicantKey, siret, rna, title, objective, costCents,
          requestedCents, priority, stage)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'depose')
        """
    ).execute(arguments: [
      number.call, number.order, instant.rfc3339, fingerprint, dossier.format.rawValue,
      Data(dossier.content), application.applicant.kind, application.applicant.name,
      application.applicant.name.folded, application.applicant.siret, application.applicant.rna,
      application.project.title, application.project.objective,
      application.budget.cost.rawValue, application.need.rawValue, application.priority,
    ])
  }

  /// The receipt given for these bytes in this call, if they were deposited.
  public func receipt(fingerprint: String, call: String) throws -> Receipt? {
    try read { try Self.receipt(fingerprint: fingerprint, call: call, in: $0) }
  }

  /// The receipts given for several bytes in this call, in order; `nil` for those never deposited.
  public func receipts(fingerprints: [String], call: String) throws -> [Receipt?] {
    try read { db in
      try fingerprints.map { try Self.receipt(fingerprint: $0, call: call, in: db) }
    }
  }

  private static func receipt(
    fingerprint: String, call: String, in db: Database
  ) throws -> Receipt? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT call, depositOrder, 1 AS version, receivedAt, fingerprint, length(content) AS size,
          title, applicantName FROM dossier WHERE call = ? AND fingerprint = ?
        UNION ALL
        SELECT call, depositOrder, later.version, later.receivedAt, later.fingerprint,
          length(later.content), title, applicantName
        FROM dossierVersion AS later JOIN dossier ON dossier.id = later.dossier
        WHERE call = ? AND later.fingerprint = ? LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [call, fingerprint, call, fingerprint])
      .flatMap(Self.receipt)
  }

  /// The receipt of the version in force of a dossier.
  public func receipt(of number: DossierNumber) throws -> Receipt? {
    try receipts(of: number).last
  }

  static func receipt(_ row: Row) -> Receipt? {
    guard let receivedAt = Instant(rfc3339: row["receivedAt"]) else { return nil }
    return Receipt(
      number: DossierNumber(call: row["call"], order: row["depositOrder"]),
      version: row["version"], receivedAt: receivedAt, fingerprint: row["fingerprint"],
      size: row["size"], title: row["title"],
      applicant: row["applicantName"], isRepeated: true)
  }
}
