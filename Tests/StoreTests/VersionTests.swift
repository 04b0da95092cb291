import Contract
import Dossiers
import Foundation
import GRDB
import TestKit
import Testing
import Vocabulary

@testable import Store

@Suite struct `The versions of a dossier` {
  private func complete(
    _ content: String, in store: Store, by event: DossierEvent = .corrected, minutes: Int64 = 9
  ) throws -> Receipt {
    let current = try #require(try store.dossier(SmallBase.number(4)))
    return try store.addVersion(
      try SmallBase.dossier(content), to: SmallBase.number(4), replacing: current.version,
      by: event, actor: "accueil", at: SmallBase.instant(minutes))
  }

  @Test func `are all kept, and the last one is the dossier`() throws {
    let store = try SmallBase.decided()
    let second = try complete("quatre, corrigé", in: store)
    let third = try complete("quatre, corrigé encore", in: store, minutes: 10)
    #expect(second.version == 2 && third.version == 3)
    let receipts = try store.receipts(of: SmallBase.number(4))
    #expect(receipts.map(\.version) == [1, 2, 3])
    #expect(receipts.map(\.receivedAt) == [1, 9, 10].map { SmallBase.instant($0) })
    #expect(
      try (1...3).map { try store.version($0, of: SmallBase.number(4)).map { $0.content } }
        == ["quatre", "quatre, corrigé", "quatre, corrigé encore"].map { Array($0.utf8) })
    #expect(try store.version(4, of: SmallBase.number(4)) == nil)
    let current = try #require(try store.dossier(SmallBase.number(4)))
    #expect(current.content == Array("quatre, corrigé encore".utf8))
    #expect(current.receivedAt == SmallBase.instant(1))
    #expect(try store.brokenInvariants() == [])
    #expect(try store.brokenContents() == [])
  }

  @Test func `give the same receipt for the same bytes, and go back to earlier ones`() throws {
    let store = try SmallBase.decided()
    let second = try complete("quatre, corrigé", in: store)
    let again = try complete("quatre, corrigé", in: store, minutes: 12)
    #expect(again.isRepeated && !second.isRepeated)
    #expect(again.version == 2 && again.receivedAt == second.receivedAt)
    let back = try complete("quatre", in: store, minutes: 13)
    #expect(back.version == 3 && !back.isRepeated)
    #expect(try store.dossier(SmallBase.number(4))?.content == Array("quatre".utf8))
    #expect(try store.brokenContents() == [])
    let deposited = try SmallBase.deposit(["quatre, corrigé"], in: store, minutes: 14)
    #expect(deposited.map(\.number) == [SmallBase.number(4)])
    #expect(deposited.map(\.version) == [2])
  }

  @Test func `are found by their fingerprint, whichever they are`() throws {
    let store = try SmallBase.decided()
    _ = try complete("quatre, corrigé", in: store)
    for (content, version) in [("quatre", 1), ("quatre, corrigé", 2)] {
      let found = try store.receipts(fingerprint: Fingerprint.of(content.utf8))
      #expect(found.map(\.version) == [version])
      #expect(found.map(\.number) == [SmallBase.number(4)])
    }
    #expect(try store.receipts(fingerprint: Fingerprint.of("cinq".utf8)) == [])
  }

  @Test func `are refused at a stage that allows none, and nothing is kept`() throws {
    let store = try SmallBase.decided()
    let before = try store.rowCounts()
    let refused = #expect(throws: TransitionRefused.self) {
      try store.addVersion(
        try SmallBase.dossier("un, corrigé"), to: SmallBase.number(1), replacing: 1, by: .corrected,
        actor: "accueil", at: SmallBase.instant(9))
    }
    #expect(refused?.stage == .granted && refused?.event == .corrected)
    #expect(try store.rowCounts() == before)
  }

  @Test func `are refused when another came since, or when the call was closed`() throws {
    let store = try SmallBase.decided()
    _ = try complete("quatre, corrigé", in: store)
    let before = try store.rowCounts()
    func late(_ version: Int) throws -> Receipt {
      try store.addVersion(
        try SmallBase.dossier("trop tard"), to: SmallBase.number(4), replacing: version,
        by: .corrected, actor: "un autre", at: SmallBase.instant(10))
    }
    #expect(throws: Store.Failure.versionOvertaken("2016-0004")) { try late(1) }
    try store.closeCall("2016", act: SmallBase.act("clôture d'appel", minutes: 11))
    #expect(throws: Store.Failure.callClosed("2016")) { try late(2) }
    #expect(throws: Store.Failure.callClosed("2016")) {
      try SmallBase.deposit(["cinq"], in: store, minutes: 12)
    }
    #expect(
      try store.rowCounts().filter { !$0.hasPrefix("journal ") }
        == before.filter { !$0.hasPrefix("journal ") })
    #expect(try store.brokenInvariants() == [])
  }

  @Test func `are not covered by a judgement of the version before`() throws {
    let store = try SmallBase.decided()
    let judged = AdmissibilityRecord.JudgedState(version: 1, stage: .deposited)
    let record = AdmissibilityRecord(
      number: SmallBase.number(4), judged: judged, isAdmissible: true, findings: [])
    _ = try complete("quatre, corrigé", in: store)
    #expect(
      try store.recordAdmissibility([record], actor: "secretariat", at: SmallBase.instant(12))
        == [SmallBase.number(4)])
    #expect(try store.dossierLine(SmallBase.number(4))?.stage == .deposited)
    #expect(try store.admissibilityFindings(of: SmallBase.number(4)) == nil)
  }

  @Test(arguments: [
    "UPDATE dossierVersion SET content = x'00'", "DELETE FROM dossierVersion",
    "UPDATE completionRequest SET motive = 'autre'", "DELETE FROM completionRequest",
  ])
  func `never change once received`(sql: String) throws {
    let store = try SmallBase.decided()
    _ = try complete("quatre, corrigé", in: store)
    try store.askCompletion(
      CompletionRequest(motive: "Le RIB", pieces: ["rib"], dueOn: SmallBase.instant(20).parisDay),
      of: SmallBase.number(4), actor: "secretariat", at: SmallBase.instant(11))
    let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
  }

  @Test(arguments: [
    ("UPDATE dossierVersion SET content = x'00'", "les octets d’un dossier"),
    ("UPDATE dossierVersion SET receivedAt = '2016-01-01T00:00:00+01:00'", "toute version"),
    ("DELETE FROM dossierVersion", "toute version"),
  ])
  func `are missed by whoever checks the base once changed behind its back`(
    sql: String, promise: String
  ) throws {
    let store = try SmallBase.decided()
    _ = try complete("quatre, corrigé", in: store)
    try store.dropTriggers()
    try store.tamper(sql)
    let broken = try store.brokenContents() + store.brokenInvariants()
    #expect(broken.contains { $0.name.hasPrefix(promise) && $0.culprits == ["2016-0004"] })
  }

  @Test func `come after what was asked of the applicant, kept with its day`() throws {
    let store = try SmallBase.decided()
    let due = SmallBase.instant(20).parisDay
    let request = CompletionRequest(motive: "Le RIB manque", pieces: ["rib"], dueOn: due)
    try store.askCompletion(
      request, of: SmallBase.number(4), actor: "secretariat", at: SmallBase.instant(11))
    #expect(try store.dossierLine(SmallBase.number(4))?.stage == .incomplete)
    #expect(
      try store.completionRequests(of: SmallBase.number(4)) == [
        CompletionRecord(
          request: request, askedAt: SmallBase.instant(11), actor: "secretariat")
      ])
    #expect(try store.pendingRequests(call: "2016") == [SmallBase.number(4): request])
    _ = try complete("quatre, complété", in: store, by: .completed, minutes: 12)
    #expect(try store.dossierLine(SmallBase.number(4))?.stage == .completed)
    #expect(try store.pendingRequests(call: "2016") == [:])
    #expect(
      try store.acts(about: "2016-0004").map(\.act.act)
        == ["depot", "complement_demande", "complete"])
    #expect(try store.brokenInvariants() == [])
  }
}

@Suite struct `A base written before versions existed` {
  @Test func `keeps every row, and takes versions`() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "003 create committee")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO call (id, content, fingerprint, openedAt, lastOrder)
          VALUES ('2016', '{}', '\(String(repeating: "0", count: 64))', 'x', 2);
          INSERT INTO dossier VALUES (7, '2016', 1, '2016-01-10T10:00:00+01:00',
            '\(String(repeating: "a", count: 64))', 'yaml', x'61', 'association', 'ÉLAN', '38047555800058',
            'Titre', '1.1.1', 5, 4, 'recevable');
          INSERT INTO admissibility VALUES (7, 'x', 'y', '[]');
          INSERT INTO scorecard VALUES (7, 1, 10, '{}');
          """)
    }
    try Schema.migrator.migrate(queue)
    try queue.read { db in
      let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM currentDossier"))
      let numbers: [Int] = [row["id"], row["version"]]
      let words: [String?] = [row["stage"], row["rna"]]
      let content: Data = row["content"]
      #expect(numbers == [7, 1])
      #expect(words == ["recevable", nil])
      #expect(content == Data([0x61]))
      #expect(try Int.fetchOne(db, sql: "SELECT dossier FROM scorecard") == 7)
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
    }
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "UPDATE dossier SET content = x'00'") }
    }
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
  }
}
