import Dossiers
import GRDB
public import Vocabulary

extension Store {
  /// Creates a draft with its first answers, in one transaction.
  ///
  /// - Parameters:
  ///   - draft: what it is about.
  ///   - actor: whose draft it is.
  ///   - instant: the present moment.
  /// - Returns: its number, once on disk.
  /// - Throws: ``Failure``.
  public func createDraft(_ draft: NewDraft, by actor: String, at instant: Instant) throws -> Int {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO draft (call, form, applicantKind, actor, createdAt, updatedAt, renews)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          draft.call, draft.form, draft.applicantKind, actor, instant.rfc3339, instant.rfc3339,
          draft.renews,
        ])
      let author = DraftAuthor(draft: Int(db.lastInsertedRowID), actor: actor, at: instant)
      let origin = draft.renews.map { " d’après \($0)" } ?? ""
      try author.journal("brouillon", "\(draft.form), appel \(draft.call)\(origin)", in: db)
      for answer in draft.answers { try author.set(answer, in: db) }
      return author.draft
    }
  }

  /// Writes changes to a draft, all of them or none, and where its author stands.
  ///
  /// The journal keeps the fingerprint of each value, never the value: it may be personal.
  ///
  /// - Parameters:
  ///   - changes: what to keep or to remove.
  ///   - draft: its number.
  ///   - position: the question to ask first when it is taken up again.
  ///   - actor: who answers.
  ///   - instant: the present moment.
  /// - Returns: ``DraftWriting/written`` once everything is on disk.
  /// - Throws: ``Failure/draftClosed(_:)`` for a draft deposited, abandoned or unknown.
  public func record(
    _ changes: [DraftChange], in draft: Int, position: String?, by actor: String,
    at instant: Instant
  ) throws -> DraftWriting {
    let author = DraftAuthor(draft: draft, actor: actor, at: instant)
    return try write { db in
      for change in changes {
        let (field, expected) = change.expectation
        let found = try Self.draftAnswer(field, of: draft, in: db)
        guard found?.value == expected else { return .overtaken(found) }
      }
      try author.touch(position: position, in: db)
      for change in changes { try author.apply(change, in: db) }
      if changes.isEmpty { try author.journal("position", position ?? "", in: db) }
      return .written
    }
  }

  /// Closes a draft that will never be deposited; its answers stay until the base is purged.
  ///
  /// - Throws: ``Failure/draftClosed(_:)``.
  public func abandonDraft(_ draft: Int, by actor: String, at instant: Instant) throws {
    let author = DraftAuthor(draft: draft, actor: actor, at: instant)
    try write { db in
      try author.touch(position: nil, in: db)
      try db.execute(
        sql: "UPDATE draft SET abandonedAt = ? WHERE id = ?", arguments: [instant.rfc3339, draft])
      try author.journal("abandon", "", in: db)
    }
  }

  /// Closes a draft that has become a dossier; runs in the transaction of the deposit.
  static func close(
    _ draft: NewDossier.Draft, as number: DossierNumber, by actor: String, at instant: Instant,
    in db: Database
  ) throws {
    let author = DraftAuthor(draft: draft.id, actor: actor, at: instant)
    if let revision = draft.revision, try author.revision(in: db) != revision {
      throw Failure.draftChanged(draft.id)
    }
    try author.touch(position: nil, in: db)
    try db.execute(
      sql: """
        UPDATE draft SET dossier =
          (SELECT id FROM dossier WHERE call = ? AND depositOrder = ?) WHERE id = ?
        """, arguments: [number.call, number.order, draft.id])
    try author.journal("brouillon déposé", number.text, in: db)
  }
}

/// Someone who writes in a draft.
private struct DraftAuthor {
  let draft: Int
  let actor: String
  let at: Instant

  /// Marks the draft as changed now, if it is still open.
  func touch(position: String?, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE draft SET updatedAt = ?, position = coalesce(?, position)
        WHERE id = ? AND dossier IS NULL AND abandonedAt IS NULL
        """
    ).execute(arguments: [at.rfc3339, position, draft])
    guard db.changesCount == 1 else { throw Store.Failure.draftClosed(draft) }
  }

  func apply(_ change: DraftChange, in db: Database) throws {
    switch change {
    case .set(let value, _): try set(value, in: db)
    case .erase(let field, _):
      try db.cachedStatement(sql: "DELETE FROM draftAnswer WHERE draft = ? AND field = ?")
        .execute(arguments: [draft, field])
      if db.changesCount > 0 { try journal("effacement", field, in: db) }
    }
  }

  func set(_ value: DraftValue, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO draftAnswer (draft, field, value, isConfirmed, answeredAt)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (draft, field) DO UPDATE SET value = excluded.value,
          isConfirmed = excluded.isConfirmed, answeredAt = excluded.answeredAt
        """
    ).execute(arguments: [draft, value.field, value.value, value.isConfirmed, at.rfc3339])
    let mark = value.isConfirmed ? "" : " à confirmer"
    try journal(
      "réponse", "\(value.field) \(Fingerprint.of(value.value.utf8))\(mark)", in: db)
  }

  func journal(_ act: String, _ detail: String, in db: Database) throws {
    try Journal.append(
      JournalAct(actor: actor, at: at, act: act, subject: Store.subject(of: draft), detail: detail),
      in: db)
  }

  func revision(in db: Database) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT max(sequence) FROM journal WHERE subject = ?",
      arguments: [Store.subject(of: draft)])
  }
}
