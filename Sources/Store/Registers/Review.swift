public import Dossiers
import GRDB
public import Vocabulary

/// What the judgement of one dossier's admissibility gave.
public struct AdmissibilityRecord: Sendable {
  public let number: DossierNumber
  public let isAdmissible: Bool
  public let findings: [Finding]

  /// States a judgement.
  public init(number: DossierNumber, isAdmissible: Bool, findings: [Finding]) {
    self.number = number
    self.isAdmissible = isAdmissible
    self.findings = findings
  }
}

extension Store {
  /// Records judgements and moves each dossier to its stage; one transaction.
  public func recordAdmissibility(
    _ records: [AdmissibilityRecord], actor: String, at instant: Instant
  ) throws {
    try write { db in
      for record in records {
        let id = try Self.rowID(of: record.number, in: db)
        try db.cachedStatement(
          sql: """
            INSERT INTO admissibility (dossier, judgedAt, actor, findings) VALUES (?, ?, ?, ?)
            ON CONFLICT (dossier) DO UPDATE SET judgedAt = excluded.judgedAt,
              actor = excluded.actor, findings = excluded.findings
            """
        ).execute(arguments: [
          id, instant.rfc3339, actor, try StoredJSON.encode(record.findings),
        ])
        let event: DossierEvent = record.isAdmissible ? .judgedAdmissible : .judgedInadmissible
        try Self.move(id, by: event, in: db)
        try Journal.append(
          JournalAct(
            actor: actor, at: instant, act: "recevabilite", subject: record.number.text,
            detail: event.rawValue),
          in: db)
      }
    }
  }

  /// The findings of a dossier's last judgement; `nil` when it was never judged.
  public func admissibilityFindings(of number: DossierNumber) throws -> [Finding]? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT findings FROM admissibility JOIN dossier ON dossier.id = admissibility.dossier
          WHERE call = ? AND depositOrder = ?
          """, arguments: [number.call, number.order]
      ).map { try StoredJSON.decode([Finding].self, from: $0) }
    }
  }

  static func rowID(of number: DossierNumber, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM dossier WHERE call = ? AND depositOrder = ?")
    guard let id = try Int64.fetchOne(statement, arguments: [number.call, number.order]) else {
      throw Failure.inputOutput("le dossier \(number.text) n’est pas dans la base")
    }
    return id
  }

  /// Moves a dossier to the stage that an event leads to.
  static func move(_ id: Int64, by event: DossierEvent, in db: Database) throws {
    let read = try db.cachedStatement(sql: "SELECT stage FROM dossier WHERE id = ?")
    guard let name = try String.fetchOne(read, arguments: [id]), let stage = Stage(rawValue: name)
    else { return }
    let next = try stage.applying(event)
    try db.cachedStatement(sql: "UPDATE dossier SET stage = ? WHERE id = ?")
      .execute(arguments: [next.rawValue, id])
  }
}
