import Dossiers
import GRDB
import Vocabulary

extension Store {
  /// What the journal calls a draft.
  static func subject(of draft: Int) -> String { "brouillon \(draft)" }

  private static let draftColumns = """
    SELECT draft.*, dossier.call AS dossierCall, dossier.depositOrder AS dossierOrder,
      (SELECT count(*) FROM draftAnswer WHERE draft = draft.id AND isConfirmed = 1
        AND field NOT LIKE '%\(DraftAnswer.partialMark)') AS answered,
      (SELECT coalesce(max(sequence), 0) FROM journal
        WHERE subject = 'brouillon ' || draft.id) AS revision
    FROM draft LEFT JOIN dossier ON dossier.id = draft.dossier
    """

  /// A draft with its answers, in the order of their fields' names, from one state of the base.
  public func draft(_ id: Int) throws -> (record: DraftRecord, answers: [DraftAnswer])? {
    try read { db in
      let statement = try db.cachedStatement(sql: Self.draftColumns + " WHERE draft.id = ?")
      guard let row = try Row.fetchOne(statement, arguments: [id]),
        let record = Self.draftRecord(row)
      else { return nil }
      let answers = try db.cachedStatement(
        sql: "SELECT * FROM draftAnswer WHERE draft = ? ORDER BY field")
      return (
        record, try Row.fetchAll(answers, arguments: [id]).compactMap(Self.draftAnswer)
      )
    }
  }

  /// Drafts neither deposited nor abandoned, oldest first: an actor's, or everyone's.
  public func openDrafts(of actor: String? = nil) throws -> [DraftRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: Self.draftColumns
          + """
           WHERE draft.dossier IS NULL AND abandonedAt IS NULL
          AND draft.actor = coalesce(?, draft.actor) ORDER BY draft.id
          """, arguments: [actor]
      ).compactMap(Self.draftRecord)
    }
  }

  static func draftAnswer(
    _ field: String, of draft: Int, in db: Database
  ) throws -> DraftAnswer? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM draftAnswer WHERE draft = ? AND field = ?")
    return try Row.fetchOne(statement, arguments: [draft, field]).flatMap(draftAnswer)
  }

  private static func draftAnswer(_ row: Row) -> DraftAnswer? {
    guard let answeredAt = Instant(rfc3339: row["answeredAt"]) else { return nil }
    return DraftAnswer(
      field: row["field"], value: row["value"], isConfirmed: row["isConfirmed"],
      answeredAt: answeredAt)
  }

  private static func draftRecord(_ row: Row) -> DraftRecord? {
    guard let createdAt = Instant(rfc3339: row["createdAt"]),
      let updatedAt = Instant(rfc3339: row["updatedAt"])
    else { return nil }
    let dossier = (row["dossierCall"] as String?).map {
      DossierNumber(call: $0, order: row["dossierOrder"])
    }
    return DraftRecord(
      id: row["id"], call: row["call"], form: row["form"], applicantKind: row["applicantKind"],
      actor: row["actor"], createdAt: createdAt, updatedAt: updatedAt, position: row["position"],
      renews: row["renews"], dossier: dossier,
      abandonedAt: (row["abandonedAt"] as String?).flatMap { Instant(rfc3339: $0) },
      answered: row["answered"], revision: row["revision"])
  }
}
