import Foundation
import GRDB
import TestKit
import Testing

@testable import Store

@Suite struct `The safeguards` {
  private static let zeros = String(repeating: "0", count: 64)
  private static let bytes = "les octets d’un dossier ont l’empreinte de leur récépissé"
  private static let deposited = "tout dossier est celui que le journal a vu déposer"
  private static let lost = "tout dépôt du journal est dans la base"
  private static let files = "les fichiers conservés ont leur empreinte"
  private static let callFiles = "l’empreinte d’un appel est celle de ses fichiers"
  private static let rules = "les règles d’un appel sont celles de son ouverture au journal"
  private static let reference = "le référentiel est celui de la création au journal"
  private static let ranking = "le classement d’un appel est celui que le journal scelle"
  private static let events = "les événements d’une séance sont ceux que le journal scelle"
  private static let moments = "une séance ouvre et ferme aux instants de ses événements"
  private static let vote = "appel 2016, événements 2 à 4 (journal, ligne 12)"

  @Test func `all hold on a base that only the house wrote`() throws {
    #expect(try SmallBase.open().brokenSafeguards() == [])
    #expect(try SmallBase.decided().brokenSafeguards() == [])
  }

  @Test(arguments: [
    ("DROP TRIGGER journal_refuse_update", "déclencheur journal_refuse_update retiré"),
    ("DROP INDEX dossierBySIREN", "index dossierBySIREN retiré"),
    ("CREATE TABLE autre (a)", "table autre ajouté"),
    ("ALTER TABLE actor ADD COLUMN autre TEXT", "table actor changé"),
  ])
  func `tell what became of the schema`(sql: String, culprit: String) throws {
    let store = try SmallBase.decided()
    try store.tamper(sql)
    let promise = "les tables, index et déclencheurs sont ceux d’une base neuve"
    #expect(
      try store.brokenSafeguards() == [BrokenInvariant(name: promise, culprits: [culprit])])
  }

  @Test(arguments: [
    ("UPDATE dossier SET content = x'00' WHERE id = 4", [(bytes, "2016-0004")]),
    (
      "UPDATE dossier SET fingerprint = '\(zeros)' WHERE id = 4",
      [(bytes, "2016-0004"), (deposited, "2016-0004")]
    ),
    (
      "UPDATE dossier SET receivedAt = '2016-01-01T00:00:00+01:00' WHERE id = 4",
      [(deposited, "2016-0004")]
    ),
    ("DELETE FROM dossier WHERE id = 4", [(lost, "2016-0004")]),
    (
      "UPDATE sourceFile SET content = x'00' WHERE scope = 'appel 2016'",
      [(files, "appel 2016/appel.yaml"), (callFiles, "2016"), (rules, "2016")]
    ),
    (
      "UPDATE sourceFile SET content = x'00' WHERE scope = 'referentiel'",
      [(files, "referentiel/a.yaml"), (reference, "référentiel")]
    ),
    ("UPDATE call SET fingerprint = '\(zeros)'", [(callFiles, "2016")]),
    ("UPDATE call SET content = json_set(content, '$.x', 1)", [(rules, "2016")]),
    ("UPDATE call SET openedAt = '2015-01-01T00:00:00+01:00'", [(rules, "2016")]),
    ("UPDATE base SET reference = json_set(reference, '$.x', 1)", [(reference, "référentiel")]),
    ("UPDATE cardText SET card = '{\"x\":1}' WHERE dossier = 2", [(ranking, "2016")]),
    ("UPDATE scorecard SET rank = 3 - rank", [(ranking, "2016")]),
    ("UPDATE ranking SET fingerprint = '\(zeros)'", [(ranking, "2016")]),
    ("UPDATE ranking SET actor = 'un autre'", [(ranking, "2016")]),
    ("DELETE FROM ranking", [(ranking, "2016")]),
    (
      "UPDATE sessionEvent SET event = replace(event, 'Hors', 'Dans') WHERE sequence = 4",
      [(events, vote)]
    ),
    ("UPDATE sessionEvent SET actor = 'un autre' WHERE sequence = 2", [(events, vote)]),
    (
      "UPDATE sessionEvent SET at = '2016-01-01T00:00:00+01:00' WHERE sequence = 2",
      [(events, vote)]
    ),
    ("INSERT INTO sessionEvent VALUES (1, 5, '', '', '{}')", [(events, "séance 1")]),
    ("UPDATE session SET closedAt = '2016-01-01T00:00:00+01:00'", [(moments, "séance 1")]),
    ("UPDATE session SET openedAt = '2016-01-01T00:00:00+01:00'", [(moments, "séance 1")]),
  ])
  func `tell by its name what was changed behind the house's back`(
    sql: String, expected: [(String, String)]
  ) throws {
    let store = try SmallBase.decided()
    try store.dropTriggers()
    try store.tamper("PRAGMA foreign_keys = OFF; \(sql)")
    let broken = try store.brokenSafeguards().dropFirst()
    #expect(
      Array(broken) == expected.map { BrokenInvariant(name: $0.0, culprits: [$0.1]) })
  }

  @Test func `see a moment of the journal written otherwise`() throws {
    let store = try SmallBase.open()
    try store.dropTriggers()
    try store.tamper(
      "UPDATE journal SET at = upper(replace(at, '+01:00', '+01:00 ')) WHERE sequence = 2")
    #expect(try store.verifyJournal() == .broken(sequence: 2))
  }
}

@Suite struct `A base that cannot be written` {
  @Test func `can be read, and says so when asked to write`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base é?.sqlite")
    let lines = try {
      let store = try SmallBase.decided(at: path)
      defer { try? store.queue.close() }
      return try store.journalLines()
    }()
    #expect(folder.names == ["base é?.sqlite"])
    let store = try #require(try Store.openForReading(path: path))
    #expect(try store.journalLines() == lines)
    #expect(try store.brokenSafeguards() == [])
    #expect(throws: Store.Failure.inputOutput("la base est en lecture seule")) {
      try store.journal(SmallBase.act("essai"))
    }
  }

  @Test func `is still refused when it is not a base`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "pas une base ", count: 500), to: "notes.txt")
    let store = try Store.openForReading(path: path)
    #expect(store == nil)
  }
}

@Suite struct `A refusal of SQLite` {
  @Test func `is a French sentence`() throws {
    for code in [ResultCode.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_CANTOPEN] {
      let french = try #require(SQLiteFault.french(DatabaseError(resultCode: code)))
      #expect(!french.contains("SQL"))
    }
  }

  @Test func `that only a defect explains shows no statement`() throws {
    let store = try SmallBase.open()
    let error = #expect(throws: Store.Failure.self) {
      try store.write { try $0.execute(sql: "INSERT INTO journal VALUES (1, 2, 3, 4, 5, 6, 7, 8)") }
    }
    guard case .defect(let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.hasPrefix("SQLite ") && !detail.contains("INSERT"))
  }
}
