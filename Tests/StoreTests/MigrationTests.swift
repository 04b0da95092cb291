import Dossiers
import Foundation
import GRDB
import TestKit
import Testing

@testable import Store

@Suite struct `A base of an earlier release` {
  private static let fingerprint = String(repeating: "a", count: 64)

  /// A base at the third migration, with one dossier judged, ranked and heard, in that schema's own words.
  private static func third(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }
    try Schema.migrator.migrate(queue, upTo: "003 create committee")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO call (id, content, fingerprint, openedAt, lastOrder)
          VALUES ('2016', '{}', :print, '2015-11-09T12:00:00+01:00', 1);
          INSERT INTO dossier (id, call, depositOrder, receivedAt, fingerprint, format, content,
            applicantKind, applicantName, siret, title, objective, costCents, requestedCents, stage)
          VALUES (7, '2016', 1, '2015-12-20T10:00:00+01:00', :print, 'yaml', x'C3A9', 'association',
            'Les Écoles d’Œuvre', '38047555800058', 'Été', '1.1.3', 900000, 400000, 'en_seance');
          INSERT INTO admissibility VALUES (7, '2016-02-01T10:00:00+01:00', 'secretariat', '[]');
          INSERT INTO scorecard VALUES (7, 1, 700, '{}');
          INSERT INTO session (id, call, openedAt) VALUES (1, '2016', '2016-03-22T09:00:00+01:00');
          INSERT INTO sessionEvent VALUES (1, 1, '2016-03-22T09:00:00+01:00', 'secretariat', '{}');
          INSERT INTO fundingLine VALUES (1, 7, 'CAF-DC', 400000, 0, 'demande', 1);
          INSERT INTO decision VALUES (7, 1, 1, NULL);
          """, arguments: ["print": fingerprint])
    }
  }

  @Test func `is carried to this one with its data`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try Self.third(at: path)
    let store = try Store.open(path: path)
    let row = try #require(
      try store.queue.read { db in
        try Row.fetchOne(
          db,
          sql: """
            SELECT call, depositOrder, receivedAt, fingerprint, format, hex(content), applicantKind,
              applicantName, applicantKey, siret, rna, title, objective, costCents, requestedCents,
              priority, version, stage
            FROM currentDossier WHERE id = 7
            """)
      })
    #expect(
      row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" } == [
        "2016", "1", "2015-12-20T10:00:00+01:00", Self.fingerprint, "yaml", "C3A9", "association",
        "Les Écoles d’Œuvre", "les ecoles d'oeuvre", "38047555800058", "NULL", "Été", "1.1.3",
        "900000", "400000", "NULL", "1", "en_seance",
      ])
    let counts = try store.rowCounts()
    for table in ["admissibility", "decision", "dossier", "fundingLine", "scorecard", "session"] {
      #expect(counts.contains("\(table) 1"))
    }
    #expect(try store.queue.read { try $0.foreignKeyViolations().next() == nil })
  }

  @Test func `knows its applicants again whatever the accents`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try Self.third(at: path)
    let found = try Store.open(path: path).homonyms(of: "LES ECOLES D'ŒUVRE", siren: "123456789")
    #expect(found.map(\.number.text) == ["2016-0001"])
  }

  @Test func `keeps what it received from being changed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try Self.third(at: path)
    let store = try Store.open(path: path)
    #expect(throws: DatabaseError.self) { try store.tamper("UPDATE dossier SET content = x'00'") }
    #expect(throws: DatabaseError.self) { try store.tamper("DELETE FROM dossier") }
  }
}
