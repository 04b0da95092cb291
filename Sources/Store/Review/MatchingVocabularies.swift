public import Dossiers
import Foundation
import GRDB
public import Vocabulary

/// One version of the words that matching knows, as the base keeps it.
public struct VocabularyRecord: Hashable, Sendable {
  /// From 1.
  public let version: Int
  /// Name of the edition of the lexicon.
  public let edition: String
  public let content: String
  public let createdAt: Instant
  public let actor: String
}

/// An objective that an instructor read in a dossier.
public struct ObjectiveReading: Hashable, Sendable {
  public let number: DossierNumber
  /// The version of the dossier that was read.
  public let version: Int
  public let objective: String

  /// States what was read.
  public init(number: DossierNumber, version: Int, objective: String) {
    self.number = number
    self.version = version
    self.objective = objective
  }
}

extension Store {
  /// The version asked for, or the last one; `nil` in a base that has none.
  public func vocabulary(version: Int? = nil) throws -> VocabularyRecord? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM matchingVocabulary WHERE version = coalesce(?, version)
          ORDER BY version DESC LIMIT 1
          """, arguments: [version]
      ).flatMap { row in
        Instant(rfc3339: row["createdAt"]).map {
          VocabularyRecord(
            version: row["version"], edition: row["edition"], content: row["content"],
            createdAt: $0, actor: row["actor"])
        }
      }
    }
  }

  /// Keeps a new version of the words; one that says the same as the last is not kept again.
  ///
  /// - Parameters:
  ///   - edition: name of the edition of the lexicon.
  ///   - content: the words.
  ///   - files: the files they come from, when these are new.
  ///   - act: what the journal says.
  /// - Returns: its number.
  /// - Throws: ``Failure``.
  public func addVocabulary(
    edition: String, content: String, files: [KeptFile] = [], act: JournalAct
  ) throws -> Int {
    try write { db in
      let version = try Self.addVocabulary(edition: edition, content: content, act: act, in: db)
      let scope = Self.vocabularyScope(version)
      let known = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM sourceFile WHERE scope = ?)", arguments: [scope])
      if known == false { try Self.keep(files, scope: scope, in: db) }
      return version
    }
  }

  /// The last file of this name that a vocabulary was made from, the territory's own when none came since.
  public func vocabularyFile(_ name: String) throws -> KeptFile? {
    try read { db in
      try Data.fetchOne(
        db,
        sql: """
          SELECT content FROM sourceFile
          WHERE name = ? AND (scope = 'referentiel' OR scope GLOB 'vocabulaire/*')
          ORDER BY CAST(substr(scope, 13) AS INTEGER) DESC LIMIT 1
          """, arguments: [name]
      ).map { KeptFile(name: name, bytes: Array($0)) }
    }
  }

  private static func vocabularyScope(_ version: Int) -> String { "vocabulaire/\(version)" }

  static func addVocabulary(
    edition: String, content: String, act: JournalAct, in db: Database
  ) throws -> Int {
    let fingerprint = Fingerprint.of(content.utf8)
    let last = try Row.fetchOne(
      db,
      sql: "SELECT version, fingerprint FROM matchingVocabulary ORDER BY version DESC LIMIT 1")
    if let last, last["fingerprint"] == fingerprint { return last["version"] }
    let version = (last?["version"] ?? 0) + 1
    try db.execute(
      sql: """
        INSERT INTO matchingVocabulary (version, edition, content, fingerprint, createdAt, actor)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [version, edition, content, fingerprint, act.at.rfc3339, act.actor])
    try Journal.append(act.detailed("vocabulaire \(version) \(fingerprint)"), in: db)
    return version
  }

  /// Records the objective that an instructor read in a dossier; the last reading counts.
  public func recordReading(_ reading: ObjectiveReading, act: JournalAct) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO objectiveReading (dossier, version, objective, at, actor)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          try Self.rowID(of: reading.number, in: db), reading.version, reading.objective,
          act.at.rfc3339, act.actor,
        ])
      try Journal.append(act, in: db)
    }
  }

  /// The last reading of one dossier.
  public func reading(of number: DossierNumber) throws -> ObjectiveReading? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT objectiveReading.version, objectiveReading.objective FROM objectiveReading
          JOIN dossier ON dossier.id = objectiveReading.dossier
          WHERE call = ? AND depositOrder = ? ORDER BY objectiveReading.id DESC LIMIT 1
          """, arguments: [number.call, number.order]
      ).map { ObjectiveReading(number: number, version: $0["version"], objective: $0["objective"]) }
    }
  }

  /// The calls that have dossiers whose objective was read.
  public func callsWithReadings() throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT call FROM objectiveReading
          JOIN dossier ON dossier.id = objectiveReading.dossier ORDER BY call
          """)
    }
  }

  /// Gives every dossier whose objective was read, of every call, as it was when it was read.
  ///
  /// In order of call and deposit; withdrawn dossiers are left out.
  public func forEachReading(_ body: (ObjectiveReading, ReceivedDossier) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Self.earlierVersion), reading.version, reading.objective AS objectiveRead
          FROM objectiveReading AS reading
          JOIN dossier ON dossier.id = reading.dossier
          LEFT JOIN dossierVersion AS later
            ON later.dossier = dossier.id AND later.version = reading.version
          WHERE stage <> ? AND reading.id = (
            SELECT max(last.id) FROM objectiveReading AS last WHERE last.dossier = reading.dossier)
          ORDER BY call, depositOrder
          """, arguments: [Stage.withdrawn.rawValue])
      while let row = try rows.next() {
        guard let received = Self.received(row) else { continue }
        try body(
          ObjectiveReading(
            number: received.number, version: row["version"], objective: row["objectiveRead"]),
          received)
      }
    }
  }
}
