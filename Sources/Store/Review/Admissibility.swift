public import Dossiers
import GRDB
public import Vocabulary

/// What the judgement of one dossier's admissibility gave.
public struct AdmissibilityRecord: Sendable {
  public let number: DossierNumber
  /// The version and the stage that were judged; `nil` for whatever is there.
  public let judged: JudgedState?
  public let isAdmissible: Bool
  public let findings: [Finding]

  /// What a dossier was when it was judged.
  public struct JudgedState: Hashable, Sendable {
    public let version: Int
    public let stage: Stage

    /// Names a version at a stage.
    public init(version: Int, stage: Stage) {
      self.version = version
      self.stage = stage
    }
  }

  /// States a judgement.
  public init(
    number: DossierNumber, judged: JudgedState? = nil, isAdmissible: Bool, findings: [Finding]
  ) {
    self.number = number
    self.judged = judged
    self.isAdmissible = isAdmissible
    self.findings = findings
  }
}

extension Store {
  /// Records judgements and moves each dossier to its stage; one transaction.
  ///
  /// - Returns: the dossiers that changed since they were judged, whose judgement is left aside.
  /// - Throws: ``Failure``.
  @discardableResult
  public func recordAdmissibility(
    _ records: [AdmissibilityRecord], actor: String, at instant: Instant
  ) throws -> [DossierNumber] {
    try write { db in
      var overtaken: [DossierNumber] = []
      for record in records {
        let id = try Self.rowID(of: record.number, in: db)
        if let judged = record.judged, try judged != Self.state(of: id, in: db) {
          overtaken.append(record.number)
          continue
        }
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
      return overtaken
    }
  }

  private static func state(
    of id: Int64, in db: Database
  ) throws -> AdmissibilityRecord.JudgedState? {
    let statement = try db.cachedStatement(sql: "SELECT version, stage FROM dossier WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).flatMap { row in
      Stage(rawValue: row["stage"]).map {
        AdmissibilityRecord.JudgedState(version: row["version"], stage: $0)
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
