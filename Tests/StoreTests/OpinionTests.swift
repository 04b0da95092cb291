import Committee
import Dossiers
import GRDB
import TestKit
import Testing
import Vocabulary

@testable import Store

@Suite struct `Opinions in the base` {
  private static func write(
    _ order: Int, _ verdict: Opinion.Verdict, euros: Int64? = nil, conditions: String? = nil,
    purse: String = "CAF-DC", minutes: Int64 = 3
  ) -> OpinionWrite {
    OpinionWrite(
      Opinion(
        number: SmallBase.number(order), purse: purse, verdict: verdict,
        amount: euros.map { Cents(euros: $0) }, conditions: conditions),
      at: SmallBase.instant(minutes), actor: "secretariat")
  }

  private static func shown(_ records: [OpinionRecord]) -> [String] {
    records.map { record in
      let opinion = record.opinion
      return "\(opinion.number.order) \(opinion.purse) \(opinion.verdict.rawValue)"
        + (opinion.amount.map { " \($0.rawValue)" } ?? "")
        + (record.isInSession ? " en séance" : "")
    }
  }

  @Test func `count by the last word on each purse of each dossier`() throws {
    let store = try SmallBase.open()
    _ = try SmallBase.deposit(["un", "deux"], in: store)
    try store.add([
      Self.write(2, .favourable, euros: 3), Self.write(1, .favourable, euros: 5),
      Self.write(1, .reserved, conditions: "Un budget."), Self.write(1, .silent, purse: "CD62"),
    ])
    let opinions = try store.opinions(call: SmallBase.call)
    #expect(
      Self.shown(opinions)
        == ["1 CAF-DC avec_reserves", "1 CD62 ne_se_prononce_pas", "2 CAF-DC favorable 300"])
    #expect(opinions.first?.opinion.conditions == "Un budget.")
    #expect(
      Self.shown(try store.opinions(call: SmallBase.call, only: SmallBase.number(2)))
        == ["2 CAF-DC favorable 300"])
    #expect(try store.opinions(call: "2017").isEmpty)
    #expect(try store.brokenReviews() == [])
  }

  @Test func `given in session are kept apart from those of before`() throws {
    let store = try SmallBase.open()
    _ = try SmallBase.deposit(["un", "deux"], in: store)
    try store.add([Self.write(1, .favourable)])
    try store.recordAdmissibility(
      (1...2).map {
        AdmissibilityRecord(number: SmallBase.number($0), isAdmissible: true, findings: [])
      },
      actor: "secretariat", at: SmallBase.instant(3))
    _ = try store.openSession(
      SmallBase.opening, act: SmallBase.act("ouverture de séance", minutes: 4))
    try store.add([Self.write(1, .unfavourable, minutes: 4)])
    #expect(Self.shown(try store.opinions(call: SmallBase.call)) == ["1 CAF-DC favorable"])
    #expect(
      Self.shown(try store.opinions(call: SmallBase.call, includesSession: true))
        == ["1 CAF-DC favorable", "1 CAF-DC defavorable en séance"])
  }

  @Test func `are all kept or none`() throws {
    let store = try SmallBase.open()
    _ = try SmallBase.deposit(["un"], in: store)
    let before = try store.rowCounts()
    #expect(throws: (any Error).self) {
      try store.add([Self.write(1, .favourable), Self.write(9, .favourable)])
    }
    #expect(try store.rowCounts() == before)
  }

  @Test(arguments: [
    "UPDATE opinion SET verdict = 'favorable'", "DELETE FROM opinion",
    "INSERT OR REPLACE INTO opinion SELECT * FROM opinion",
  ])
  func `are never changed`(sql: String) throws {
    let store = try SmallBase.open()
    _ = try SmallBase.deposit(["un"], in: store)
    try store.add([Self.write(1, .unfavourable)])
    let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
  }

  @Test(arguments: [
    "UPDATE opinion SET amountCents = 1", "UPDATE opinion SET conditions = 'Aucune.'",
    "UPDATE opinion SET verdict = 'defavorable'", "DELETE FROM opinion",
    "UPDATE opinion SET purse = 'CD62'",
  ])
  func `changed behind the back of the house are seen`(sql: String) throws {
    let store = try SmallBase.open()
    _ = try SmallBase.deposit(["un"], in: store)
    try store.add([Self.write(1, .favourable, euros: 5)])
    try store.dropTriggers()
    try store.tamper(sql)
    #expect(
      try store.brokenReviews() == [
        BrokenInvariant(
          name: "tout avis est celui que le journal a vu donner", culprits: ["2016-0001"])
      ])
  }
}
