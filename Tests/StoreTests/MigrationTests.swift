import Dossiers
import Foundation
import GRDB
import TestKit
import Testing
import Vocabulary

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

@Suite struct `A base ranked before cards left their ranks` {
  /// A card as it was kept then, its points in it.
  private static let card =
    #"{"grid":"2016.1","lines":[{"criterion":"x","evidence":"","label":"X","outOf":200,"#
    + #""points":150,"reason":"Bien."}]}"#

  /// A base at the sixth migration, made of the rows of one of today, then ranked in the words of that day.
  private static func sixth(at path: String) throws {
    let folder = try TemporaryFolder()
    let today = folder.file("today.sqlite")
    do {
      let store = try SmallBase.open(at: today)
      defer { try? store.queue.close() }
      _ = try SmallBase.deposit(["un", "deux"], in: store)
      try store.recordAdmissibility(
        (1...2).map {
          AdmissibilityRecord(number: SmallBase.number($0), isAdmissible: true, findings: [])
        }, actor: "secretariat", at: SmallBase.instant(2))
    }
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA application_id = \(Schema.applicationID); ATTACH '\(today)' AS today")
    }
    try Schema.migrator.migrate(queue, upTo: "006 create piece")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM main.sqlite_master
          WHERE type = 'table' AND name NOT IN ('grdb_migrations', 'scorecard', 'ranking')
            AND name NOT LIKE 'sqlite%'
          """)
      for table in tables {
        try db.execute(sql: "INSERT INTO main.\"\(table)\" SELECT * FROM today.\"\(table)\"")
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON; DETACH today")
    }
    try queue.write { try rank($0) }
  }

  private static func rank(_ db: Database) throws {
    var print = Journal.origin
    for order in [2, 1] {
      try db.execute(
        sql: "INSERT INTO scorecard (dossier, rank, totalTenths, card) VALUES (?, ?, 150, ?)",
        arguments: [order, 3 - order, card])
      print = Fingerprint.of("\(print)\n\(SmallBase.number(order).text)\n\(card)\n".utf8)
    }
    let act = SmallBase.act("classement", minutes: 3)
    try db.execute(
      sql:
        "INSERT INTO ranking (call, grid, computedAt, actor, fingerprint) VALUES (?, ?, ?, ?, ?)",
      arguments: [SmallBase.call, "2016.1", act.at.rfc3339, act.actor, print])
    try Journal.append(act.detailed(print), in: db)
  }

  @Test func `is carried to this one, sound, with its cards as they were`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try Self.sixth(at: path)
    let store = try Store.open(path: path)
    #expect(try store.brokenInvariants() == [])
    #expect(try store.brokenSafeguards() == [])
    #expect(try store.ranking(call: SmallBase.call)?.terms == nil)
    let ranked = try [1, 2].map { try store.rankedCard(of: SmallBase.number($0)) }
    #expect(ranked.map { $0?.rank } == [2, 1])
    #expect(ranked.map { $0?.totalTenths } == [150, 150])
    #expect(ranked.map { $0?.card } == [Self.card, Self.card])
    var ratios: [[Int]] = []
    try store.forEachRankedRatios(call: SmallBase.call) { ratios.append($0.ratios) }
    #expect(ratios == [[], []])
    #expect(try store.staleCards(call: SmallBase.call, stages: [.admissible]) == 2)
  }

  @Test func `is still told what was changed in it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try Self.sixth(at: path)
    let store = try Store.open(path: path)
    try store.tamper("UPDATE cardText SET card = replace(card, 'Bien', 'Mal') WHERE dossier = 1")
    #expect(
      try store.brokenSafeguards() == [
        BrokenInvariant(
          name: "le classement d’un appel est celui que le journal scelle", culprits: ["2016"])
      ])
  }
}
