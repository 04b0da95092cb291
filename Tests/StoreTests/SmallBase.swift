import Committee
import Contract
import Dossiers
import GRDB
import TestKit
import Vocabulary

@testable import Store

/// A base of one call, with four dossiers of which two were decided; changed by raw SQL in tests.
enum SmallBase {
  static let call = "2016"

  static func instant(_ minutes: Int64) -> Instant {
    Instant(secondsSinceEpoch: 1_452_000_000 + minutes * 60)
  }

  static func number(_ order: Int) -> DossierNumber { DossierNumber(call: call, order: order) }

  static func act(_ name: String, minutes: Int64 = 0) -> JournalAct {
    JournalAct(actor: "secretariat", at: instant(minutes), act: name, subject: call)
  }

  /// A base with its call open: two acts in the journal.
  static func open(at path: String? = nil) throws -> Store {
    let territory = try Territory.lensLievin
    let store = try path.map { try Store.create(path: $0) } ?? Store.inMemory()
    try store.initialise(
      reference: territory.reference, files: [KeptFile(name: "a.yaml", bytes: [1, 2])],
      isTraining: true, firstActor: Actor(id: "secretariat", role: .secretary),
      act: act("creation"))
    try store.openCall(
      try territory.call(2016), files: [KeptFile(name: "appel.yaml", bytes: [3])],
      act: act("ouverture d'appel"))
    return store
  }

  static func dossier(_ content: String, call: String = call) throws -> NewDossier {
    NewDossier(
      call: call, content: Array(content.utf8), format: .yaml,
      application: try DossierText.sportsClub.application(in: .lensLievin))
  }

  static func deposit(_ contents: [String], in store: Store, minutes: Int64 = 1) throws -> [Receipt]
  {
    try store.deposit(try contents.map { try dossier($0) }, by: "accueil") { _ in instant(minutes) }
  }

  /// The same base after its season: dossier 1 granted, 2 refused, 3 inadmissible, 4 only deposited.
  static func decided(at path: String? = nil) throws -> Store {
    let store = try open(at: path)
    _ = try deposit(["un", "deux", "trois", "quatre"], in: store)
    try store.recordAdmissibility(
      (1...3).map {
        AdmissibilityRecord(number: number($0), isAdmissible: $0 < 3, findings: [])
      }, actor: "secretariat", at: instant(2))
    try store.beginRanking()
    try store.addPendingCards(
      (1...2).map {
        PendingCard(
          number: number($0), version: 1, card: "[]", ratios: [], beside: "{}", facets: "{}")
      })
    try store.recordRanking(
      (1...2).map { RankedTotal(number: number($0), totalTenths: 700) }, call: call,
      grid: "2016.1", terms: "{}", act: act("classement", minutes: 3))
    let session = try store.openSession(opening, act: act("ouverture de séance", minutes: 4))
    try store.append(
      SessionWrite(
        events: [
          .presence(MemberPresence(member: "CAF", person: "Mme Caron")),
          .decision(
            Decision(number: number(1), kind: .granted, grants: [grant("CAF-DC", euros: 1_000)])),
          .decision(Decision(number: number(2), kind: .refused, motive: "Hors sujet.")),
        ], after: 1, act: act("vote", minutes: 5)), to: session)
    return store
  }

  /// The same base once a letter was written.
  static func notified() throws -> Store {
    let store = try decided()
    _ = try store.record([letter], actor: "secretariat", at: instant(6))
    return store
  }

  /// The letter that tells dossier 1 it is granted.
  static let letter = LetterRecord(
    number: number(1), funder: "CAF", kind: .granted, format: "html",
    template: String(repeating: "a", count: 64), sha256: String(repeating: "b", count: 64))

  static func grant(_ purse: String, euros: Int64) -> PurseAmount {
    PurseAmount(purse: purse, amount: Cents(euros: euros))
  }

  static let opening = SessionOpening(
    call: call, day: instant(4).parisDay, place: "Salle du conseil",
    charter: SessionCharter(members: [SessionMember(id: "CAF", name: "CAF")], quorum: 1),
    purses: [
      SessionPurse(
        id: "CAF-DC", funder: "CAF", label: "CAF", amount: Cents(euros: 9_000), nature: .commonLaw)
    ],
    applications: (1...2).map {
      SessionApplication(
        number: number($0), title: "Projet \($0)", applicant: "Association", rank: $0,
        scoreTenths: 700, requested: [grant("CAF-DC", euros: 4_000)], need: Cents(euros: 9_000),
        floor: Cents(euros: 1_000))
    })
}

extension Store {
  /// Runs SQL behind the back of the house.
  func tamper(_ sql: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Removes the triggers, as someone with the file in hand could.
  func dropTriggers() throws {
    try queue.write { db in
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for name in names { try db.execute(sql: "DROP TRIGGER \"\(name)\"") }
    }
  }

  /// How many rows each table holds, one line a table.
  func rowCounts() throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      ).map { "\($0) \(try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\($0)\"") ?? -1)" }
    }
  }
}
