import Dossiers
import GRDB
import Testing
import Vocabulary

@testable import Store

@Suite struct `The marks of a dossier` {
  private let act = SmallBase.act("essai", minutes: 7)

  private func mark(_ mark: Int, on criterion: String = "qualite") -> GivenMark {
    GivenMark(criterion: criterion, mark: mark, justification: "Parce que c’est ainsi.")
  }

  private func counting(_ store: Store) throws -> [String] {
    try store.reviews(call: SmallBase.call).sorted { $0.key < $1.key }.flatMap { order, reviews in
      reviews.map { "\(order) \($0.reviewer) \($0.marks.map(\.mark))" }
    }
  }

  @Test func `count once each reviewer, by the last handed in`() throws {
    let store = try ReviewedBase.open()
    try ReviewedBase.submit([mark(1)], by: "bruno", in: store)
    try ReviewedBase.submit([mark(4)], by: "anna", in: store)
    try ReviewedBase.submit([mark(2)], by: "bruno", in: store)
    try ReviewedBase.submit([mark(0)], by: "anna", on: 2, in: store)
    #expect(try counting(store) == ["1 anna [4]", "1 bruno [2]", "2 anna [0]"])
    #expect(try store.reviews(call: SmallBase.call, orders: 2...2).keys.sorted() == [2])
    #expect(try store.reviews(call: "2017") == [:])
  }

  @Test func `leave out whoever is recused, until the conflict is dismissed`() throws {
    let store = try ReviewedBase.open()
    let number = SmallBase.number(1)
    try ReviewedBase.submit([mark(4)], by: "anna", in: store)
    try ReviewedBase.submit([mark(2)], by: "bruno", in: store)
    try store.recordInterest(.declared, of: "anna", in: number, motive: "Trésorière.", act: act)
    #expect(try counting(store) == ["1 bruno [2]"])
    try store.recordInterest(.declared, of: "bruno", in: SmallBase.number(2), motive: "x", act: act)
    #expect(try counting(store) == ["1 bruno [2]"])
    try store.recordInterest(.dismissed, of: "anna", in: number, motive: "Depuis 2012.", act: act)
    #expect(try counting(store) == ["1 anna [4]", "1 bruno [2]"])
    #expect(
      try store.interests(call: SmallBase.call).map { "\($0.number.order) \($0.reviewer)" }
        == ["1 anna", "2 bruno"])
    #expect(
      try store.interests(call: SmallBase.call, only: number).map(\.verdict) == [.dismissed])
  }

  @Test func `in preparation replace one another and count for nothing`() throws {
    let store = try ReviewedBase.open()
    let number = SmallBase.number(1)
    try store.keepDraftMarks([mark(1), mark(2, on: "budget")], on: number, by: "anna", act: act)
    try store.keepDraftMarks([mark(4)], on: number, by: "anna", act: act)
    #expect(
      try store.draftMarks(of: number, by: "anna") == [mark(2, on: "budget"), mark(4)])
    #expect(try store.draftMarks(of: number, by: "bruno") == [])
    #expect(try counting(store) == [])
    try ReviewedBase.submit([mark(4)], by: "anna", in: store)
    #expect(try store.draftMarks(of: number, by: "anna") == [])
    #expect(try counting(store) == ["1 anna [4]"])
  }

  @Test func `are refused when another version came meanwhile, and nothing is lost`() throws {
    let store = try ReviewedBase.open()
    let number = SmallBase.number(1)
    try store.keepDraftMarks([mark(1)], on: number, by: "anna", act: act)
    try store.write { try $0.execute(sql: "UPDATE dossier SET version = 2 WHERE depositOrder = 1") }
    let lines = try store.journalLines().count
    #expect(try store.areDraftMarksOutdated(on: number, by: "anna"))
    #expect(throws: Store.Failure.reviewOvertaken(number.text)) {
      try ReviewedBase.submit([mark(1)], by: "anna", in: store)
    }
    #expect(try store.draftMarks(of: number, by: "anna") == [mark(1)])
    #expect(try store.journalLines().count == lines)
  }
}

@Suite struct `The registers of reviewers` {
  private let act = SmallBase.act("affectation", minutes: 7)

  private func assignment(_ order: Int, _ reviewer: String, automatic: Bool = false) -> Assignment {
    Assignment(number: SmallBase.number(order), reviewer: reviewer, isAutomatic: automatic)
  }

  @Test func `give a dossier once to a reviewer`() throws {
    let store = try ReviewedBase.open()
    let lines = try store.journalLines().count
    let first = [assignment(2, "anna"), assignment(1, "bruno"), assignment(1, "anna")]
    try store.assign(first, act: act)
    try store.assign([assignment(1, "anna", automatic: true)], act: act)
    #expect(
      try store.assignments(call: SmallBase.call)
        == [assignment(1, "anna"), assignment(1, "bruno"), assignment(2, "anna")])
    #expect(try store.journalLines().count == lines + 3)
  }

  @Test func `take a dossier back, and may give it again`() throws {
    let store = try ReviewedBase.open()
    let number = SmallBase.number(1)
    try store.assign([assignment(1, "anna")], act: act)
    #expect(try store.unassign(number, from: "anna", act: act))
    #expect(try !store.unassign(number, from: "anna", act: act))
    #expect(try store.assignments(call: SmallBase.call) == [])
    try store.assign([assignment(1, "anna", automatic: true)], act: act)
    #expect(
      try store.assignments(call: SmallBase.call, only: number, reviewer: "anna")
        == [assignment(1, "anna", automatic: true)])
  }

  @Test func `are not half written when one dossier is unknown`() throws {
    let store = try ReviewedBase.open()
    #expect(throws: (any Error).self) {
      try store.assign([assignment(1, "anna"), assignment(9, "anna")], act: act)
    }
    #expect(try store.assignments(call: SmallBase.call) == [])
  }

  @Test func `hold a tie once, with its last role`() throws {
    let store = try ReviewedBase.open()
    try store.add(ReviewedBase.mandate("anna"), act: act)
    try store.add(ReviewedBase.mandate("anna", role: "présidente"), act: act)
    try store.add(ReviewedBase.mandate("bruno"), act: act)
    #expect(try store.mandates().map(\.role) == ["présidente", "trésorière"])
    #expect(try store.mandates(of: "bruno") == [ReviewedBase.mandate("bruno")])
    #expect(try store.end(ReviewedBase.mandate("anna"), act: act))
    #expect(try !store.end(ReviewedBase.mandate("anna"), act: act))
    #expect(try store.mandates(of: "anna") == [])
  }

  @Test func `keep each vocabulary under its number, the same one once`() throws {
    let store = try ReviewedBase.open()
    #expect(try store.vocabulary() == nil)
    #expect(try store.addVocabulary(edition: "1", content: "un", act: act) == 1)
    #expect(try store.addVocabulary(edition: "1", content: "un", act: act) == 1)
    #expect(try store.addVocabulary(edition: "2", content: "deux", act: act) == 2)
    #expect(try store.addVocabulary(edition: "1", content: "un", act: act) == 3)
    #expect(try store.vocabulary()?.version == 3)
    #expect(try store.vocabulary(version: 2)?.content == "deux")
    #expect(try store.vocabulary(version: 4) == nil)
  }

  @Test func `keep the last reading of an objective`() throws {
    let store = try ReviewedBase.open()
    let number = SmallBase.number(1)
    #expect(try store.reading(of: number) == nil)
    for code in ["1.1.3", "1.4.4"] {
      try store.recordReading(
        ObjectiveReading(number: number, version: 1, objective: code), act: act)
    }
    #expect(try store.reading(of: number)?.objective == "1.4.4")
  }
}

@Suite struct `The registers of reviews` {
  private func refuses(_ sql: String, with code: ResultCode) throws {
    let store = try ReviewedBase.reviewed()
    let before = try store.rowCounts()
    let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    #expect(error?.extendedResultCode == code)
    #expect(try store.rowCounts() == before)
  }

  @Test(arguments: [
    "matchingVocabulary", "objectiveReading", "interest", "review", "callGrid",
  ])
  func `are only ever appended to`(table: String) throws {
    let key = table == "matchingVocabulary" ? "version" : "id"
    try refuses("UPDATE \(table) SET \(key) = 9", with: .SQLITE_CONSTRAINT_TRIGGER)
    try refuses("DELETE FROM \(table)", with: .SQLITE_CONSTRAINT_TRIGGER)
    try refuses(
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)", with: .SQLITE_CONSTRAINT_TRIGGER)
  }

  @Test(arguments: [
    ("INSERT INTO assignment SELECT 99, dossier, reviewer, 0, at, actor, NULL FROM assignment"),
    ("INSERT INTO mandate SELECT 99, holder, kind, value, 'x', at, actor, NULL FROM mandate"),
    ("INSERT INTO callGrid SELECT 99, call, version, content, 'x', at, actor FROM callGrid"),
  ])
  func `hold one row where one is promised`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_UNIQUE)
  }

  @Test(arguments: [
    "UPDATE draftMark SET mark = 5", "UPDATE draftMark SET mark = -1",
    "UPDATE mandate SET kind = 'parti'", "UPDATE mandate SET value = ''",
    "UPDATE assignment SET isAutomatic = 2",
    "INSERT INTO interest SELECT 99, dossier, reviewer, 'peut-être', 'x', at, actor FROM interest",
    "INSERT INTO interest SELECT 99, dossier, reviewer, 'ecarte', '', at, actor FROM interest",
    "INSERT INTO review SELECT 99, dossier, reviewer, 0, grid, marks, submittedAt FROM review",
    "INSERT INTO review SELECT 99, dossier, reviewer, 1, grid, '[', submittedAt FROM review",
    "INSERT INTO matchingVocabulary VALUES (0, '', '', '', '', '')",
    "UPDATE cardText SET beside = '['", "UPDATE cardText SET facets = '['",
    "UPDATE ranking SET terms = '['",
  ])
  func `hold no value outside its set`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(arguments: [
    "INSERT INTO assignment VALUES (99, 1, 'inconnu', 0, '', '', NULL)",
    "INSERT INTO assignment VALUES (99, 99, 'anna', 0, '', '', NULL)",
    "INSERT INTO review VALUES (99, 1, 'inconnu', 1, '', '[]', '')",
    "INSERT INTO interest VALUES (99, 1, 'inconnu', 'ecarte', 'x', '', '')",
    "INSERT INTO mandate VALUES (99, 'inconnu', 'siren', 'x', '', '', '', NULL)",
    "INSERT INTO draftMark VALUES (1, 'inconnu', 1, 'x', 1, '', '')",
    "DELETE FROM actor WHERE id = 'anna'",
  ])
  func `hold no row that points nowhere`(sql: String) throws {
    try refuses(sql, with: .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(arguments: [
    ("UPDATE review SET marks = replace(marks, '3', '4')", "tout examen", "2016-0001"),
    ("UPDATE review SET reviewer = 'bruno'", "tout examen", "2016-0001"),
    ("DELETE FROM review", "tout examen", "2016-0001"),
    (
      "INSERT INTO review SELECT 99, 2, reviewer, 1, grid, marks, submittedAt FROM review",
      "tout examen", "2016-0002"
    ),
    ("UPDATE interest SET verdict = 'declare'", "tout conflit", "2016-0001"),
    ("UPDATE interest SET reviewer = 'bruno'", "tout conflit", "2016-0001"),
    ("DELETE FROM interest", "tout conflit", "2016-0001"),
    ("UPDATE callGrid SET content = '{}'", "toute grille", "2016"),
    ("DELETE FROM callGrid", "toute grille", "2016"),
    ("UPDATE matchingVocabulary SET content = 'x'", "tout vocabulaire", "CDV-CALL-2015-2020"),
    ("UPDATE matchingVocabulary SET version = 2", "tout vocabulaire", "CDV-CALL-2015-2020"),
  ])
  func `tell what was changed behind the house’s back`(
    sql: String, promise: String, culprit: String
  ) throws {
    let store = try ReviewedBase.reviewed()
    try store.dropTriggers()
    try store.tamper("PRAGMA foreign_keys = OFF; \(sql)")
    // The first promise broken is that of the triggers.
    let broken = try store.brokenSafeguards().dropFirst()
    #expect(broken.map { String($0.name.prefix(promise.count)) } == [promise])
    #expect(broken.map(\.culprits) == [[culprit]])
  }

  @Test func `leave a sound base`() throws {
    let store = try ReviewedBase.reviewed()
    // The same marks handed in twice in the same second are two acts.
    try ReviewedBase.submit(ReviewedBase.marks, by: "anna", in: store)
    #expect(try store.brokenInvariants() == [])
    #expect(try store.brokenSafeguards() == [])
    guard case .intact = try store.verifyJournal() else {
      Issue.record("broken journal")
      return
    }
  }
}
