import GRDB
import Testing

@testable import Store

@Suite struct `SQLite itself refuses` {
  @Test(arguments: [
    "UPDATE journal SET actor = 'un autre' WHERE sequence = 1",
    "DELETE FROM journal WHERE sequence = 1",
    "DELETE FROM journal",
    """
    INSERT OR REPLACE INTO journal
    SELECT sequence, at, 'un autre', act, subject, detail, previousHash, hash FROM journal
    WHERE sequence = 1
    """,
    "UPDATE sessionEvent SET event = '{}'",
    "DELETE FROM sessionEvent WHERE sequence = 4",
    "INSERT OR REPLACE INTO sessionEvent SELECT session, sequence, at, actor, '{}' FROM sessionEvent",
    "UPDATE letter SET sha256 = template",
    "DELETE FROM letter",
    "INSERT OR REPLACE INTO letter SELECT id, dossier, NULL, kind, format, template, sha256, at, actor FROM letter",
    "UPDATE sourceFile SET content = x'00'",
    "DELETE FROM sourceFile",
    """
    INSERT OR REPLACE INTO sourceFile SELECT scope, name, fingerprint, x'00' FROM sourceFile
    """,
  ])
  func `to change what is only ever appended`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_TRIGGER)
  }

  @Test(arguments: [
    "UPDATE dossier SET content = x'00' WHERE id = 4",
    "UPDATE dossier SET fingerprint = '\(String(repeating: "0", count: 64))' WHERE id = 4",
    "UPDATE dossier SET receivedAt = '2016-01-01T00:00:00+01:00' WHERE id = 4",
    "UPDATE dossier SET depositOrder = 9 WHERE id = 4",
    "UPDATE dossier SET call = '2017' WHERE id = 4",
    "UPDATE dossier SET format = 'json' WHERE id = 4",
    "DELETE FROM dossier WHERE id = 4",
    """
    INSERT OR REPLACE INTO dossier
    SELECT id, call, depositOrder, receivedAt, fingerprint, format, x'00', applicantKind,
      applicantName, applicantKey, siret, rna, title, objective, costCents, requestedCents, priority,
      version, stage
    FROM dossier WHERE id = 4
    """,
  ])
  func `to change what was received`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_TRIGGER)
  }

  @Test(arguments: [
    "UPDATE dossier SET stage = 'perdu' WHERE id = 4",
    "UPDATE dossier SET costCents = -1 WHERE id = 4",
    "UPDATE dossier SET requestedCents = -1 WHERE id = 4",
    "UPDATE fundingLine SET grantedCents = -1",
    "UPDATE fundingLine SET requestedCents = -1",
    "UPDATE fundingLine SET firmness = 'promis'",
    "UPDATE scorecard SET rank = 0",
    "UPDATE scorecard SET totalTenths = -1",
    "UPDATE cardText SET card = 'pas du JSON'",
    "UPDATE admissibility SET findings = '['",
    "UPDATE ranking SET fingerprint = 'abc'",
    "UPDATE call SET lastOrder = -1",
    "UPDATE call SET content = ''",
    "UPDATE base SET isTraining = 2",
    "INSERT INTO base (id, createdAt, isTraining, reference) VALUES (2, '', 0, '{}')",
    "UPDATE actor SET role = 'maire'",
    "UPDATE actor SET role = 'financeur'",
    "UPDATE actor SET funder = 'CAF'",
    "INSERT INTO actor (id, role, addedAt) VALUES ('', 'lecteur', '')",
    "INSERT INTO journal VALUES (99, '', '', '', '', '', '', 'court')",
    "INSERT INTO sessionEvent VALUES (1, 0, '', '', '{}')",
    """
    INSERT INTO letter (dossier, kind, format, template, sha256, at, actor)
    SELECT dossier, 'promis', format, template, sha256, at, actor FROM letter
    """,
    """
    INSERT INTO letter (dossier, kind, format, template, sha256, at, actor)
    SELECT dossier, kind, 'pdf', template, sha256, at, actor FROM letter
    """,
  ])
  func `a value outside its set`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(arguments: [
    "UPDATE dossier SET costCents = 'beaucoup' WHERE id = 4",
    "UPDATE fundingLine SET grantedCents = 10.5",
    "UPDATE scorecard SET rank = 'premier'",
  ])
  func `a value of another type`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_DATATYPE)
  }

  @Test(arguments: [
    "UPDATE ranking SET call = '1999'",
    "DELETE FROM call",
    "INSERT INTO admissibility VALUES (99, '', '', '[]')",
    "INSERT INTO fundingLine VALUES (99, 99, 'CAF-DC', 0, 0, 'demande', NULL)",
    "INSERT INTO decision VALUES (4, 1, 99, NULL)",
    "DELETE FROM session",
  ])
  func `a row that points nowhere`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(arguments: [
    """
    INSERT INTO dossier SELECT 99, call, 99, receivedAt, fingerprint, format, content, applicantKind,
      applicantName, applicantKey, siret, rna, title, objective, costCents, requestedCents, priority,
      version, stage
    FROM dossier WHERE id = 4
    """,
    "INSERT INTO session (call, openedAt) VALUES ('2016', '')",
    "INSERT INTO fundingLine VALUES (99, 1, 'CAF-DC', 0, 0, 'demande', NULL)",
  ])
  func `a second row where one is promised`(sql: String) throws {
    let store = try SmallBase.decided()
    try store.dropTriggers()
    try refuses(sql, with: .SQLITE_CONSTRAINT_UNIQUE, in: store)
  }

  private func refuses(_ sql: String, with code: ResultCode, in base: Store? = nil) throws {
    let store = try base ?? SmallBase.notified()
    let before = try store.rowCounts()
    let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    #expect(error?.extendedResultCode == code)
    #expect(try store.rowCounts() == before)
    #expect(try store.brokenInvariants() == [])
  }
}
