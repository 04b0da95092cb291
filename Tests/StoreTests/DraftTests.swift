import Dossiers
import GRDB
import Testing
import Vocabulary

@testable import Store

@Suite struct `A draft` {
  let store: Store
  let draft: Int

  init() throws {
    store = try SmallBase.open()
    draft = try store.createDraft(
      NewDraft(
        call: SmallBase.call, form: "association-1", applicantKind: "association",
        renews: "2015-0003",
        answers: [DraftValue(field: "porteur.nom", value: "\"Les Voisins\"", isConfirmed: false)]),
      by: "voisins", at: SmallBase.instant(1))
  }

  private func set(
    _ field: String, _ value: String, replacing: String? = nil, position: String? = nil,
    minutes: Int64 = 2
  ) throws -> DraftWriting {
    try store.record(
      [.set(DraftValue(field: field, value: value), replacing: replacing)], in: draft,
      position: position, by: "voisins", at: SmallBase.instant(minutes))
  }

  private func values() throws -> [String] {
    try #require(try store.draft(draft)).answers.map {
      "\($0.field) \($0.value) \($0.isConfirmed)"
    }
  }

  @Test func `begins with the answers it takes up, to be confirmed`() throws {
    let (record, answers) = try #require(try store.draft(draft))
    #expect(record.id == draft && record.call == "2016" && record.form == "association-1")
    #expect(record.actor == "voisins" && record.renews == "2015-0003")
    #expect(record.createdAt == SmallBase.instant(1) && !record.isClosed)
    #expect(record.answered == 0)
    #expect(answers.map(\.answeredAt) == [SmallBase.instant(1)])
    #expect(try values() == ["porteur.nom \"Les Voisins\" false"])
  }

  @Test func `keeps each answer, the last one given, and where its author stands`() throws {
    #expect(try set("porteur.sigle", "\"LV\"", position: "porteur.siret") == .written)
    #expect(
      try set("porteur.sigle", "\"LVP\"", replacing: "\"LV\"", minutes: 3) == .written)
    #expect(
      try set("porteur.nom", "\"Les Voisins\"", replacing: "\"Les Voisins\"", minutes: 4)
        == .written)
    #expect(
      try values() == ["porteur.nom \"Les Voisins\" true", "porteur.sigle \"LVP\" true"])
    let record = try #require(try store.draft(draft)).record
    #expect(record.position == "porteur.siret")
    #expect(record.updatedAt == SmallBase.instant(4))
    #expect(record.answered == 2)
  }

  @Test func `never replaces an answer that its author has not seen`() throws {
    _ = try set("porteur.sigle", "\"LV\"")
    let before = try store.rowCounts()
    let late = try set("porteur.sigle", "\"VP\"", position: "fin")
    guard case .overtaken(let found) = late else {
      Issue.record("written over an answer nobody had shown")
      return
    }
    #expect(found?.value == "\"LV\"")
    #expect(try set("porteur.rna", "\"W1\"", replacing: "\"W2\"") == .overtaken(nil))
    #expect(try values().last == "porteur.sigle \"LV\" true")
    #expect(try store.draft(draft)?.record.position == nil)
    #expect(try store.rowCounts() == before)
  }

  @Test(arguments: ["\"ancien\"", nil])
  func `never erases an answer that its author has not seen`(seen: String?) throws {
    _ = try set("porteur.sigle", "\"LV\"")
    let before = try store.rowCounts()
    let late = try store.record(
      [
        .set(DraftValue(field: "porteur.rna", value: "\"W1\""), replacing: nil),
        .erase(field: "porteur.sigle", replacing: seen),
      ], in: draft, position: "fin", by: "voisins", at: SmallBase.instant(3))
    guard case .overtaken(let found) = late else {
      Issue.record("erased an answer nobody had shown")
      return
    }
    #expect(found?.value == "\"LV\"")
    #expect(try values().last == "porteur.sigle \"LV\" true")
    #expect(try store.draft(draft)?.record.position == nil)
    #expect(try store.rowCounts() == before)
  }

  @Test func `loses an answer only when it is erased`() throws {
    _ = try set("porteur.sigle", "\"LV\"")
    let writing = try store.record(
      [
        .erase(field: "porteur.sigle", replacing: "\"LV\""),
        .erase(field: "porteur.rna", replacing: nil),
      ], in: draft, position: "porteur.sigle", by: "voisins", at: SmallBase.instant(3))
    #expect(writing == .written)
    #expect(try values() == ["porteur.nom \"Les Voisins\" false"])
  }

  @Test func `writes its changes together or not at all`() throws {
    #expect(throws: Store.Failure.self) {
      try store.record(
        [
          .set(DraftValue(field: "a.b", value: "\"bon\""), replacing: nil),
          .set(DraftValue(field: "a.c", value: "pas du JSON"), replacing: nil),
        ], in: draft, position: "a.d", by: "voisins", at: SmallBase.instant(3))
    }
    #expect(try values() == ["porteur.nom \"Les Voisins\" false"])
    #expect(try store.draft(draft)?.record.position == nil)
  }

  @Test func `journals fingerprints, never an answer`() throws {
    _ = try set("banque.iban", "\"FR76\"", position: "banque.bic")
    _ = try store.record(
      [], in: draft, position: "projet.titre", by: "voisins", at: SmallBase.instant(3))
    _ = try store.record(
      [.erase(field: "banque.iban", replacing: "\"FR76\"")], in: draft, position: nil,
      by: "voisins", at: SmallBase.instant(4))
    try store.abandonDraft(draft, by: "voisins", at: SmallBase.instant(5))
    let lines = try store.journalLines().filter { $0.act.subject == "brouillon \(draft)" }
    let name = Fingerprint.of("\"Les Voisins\"".utf8)
    let iban = Fingerprint.of("\"FR76\"".utf8)
    #expect(
      lines.map { "\($0.act.act) \($0.act.detail)" } == [
        "brouillon association-1, appel 2016 d’après 2015-0003",
        "réponse porteur.nom \(name) à confirmer", "réponse banque.iban \(iban)",
        "position projet.titre", "effacement banque.iban", "abandon ",
      ])
    #expect(try store.draft(draft)?.record.revision == lines.last?.sequence)
    guard case .intact = try store.verifyJournal() else {
      Issue.record("the chain is broken")
      return
    }
  }

  @Test func `is listed while it is open, to its author or to all`() throws {
    let other = try store.createDraft(
      NewDraft(call: "2016", form: "commune-1", applicantKind: "ccas"), by: "ccas",
      at: SmallBase.instant(2))
    #expect(try store.openDrafts().map(\.id) == [draft, other])
    #expect(try store.openDrafts(of: "voisins").map(\.id) == [draft])
    #expect(try store.openDrafts(of: "personne").isEmpty)
    try store.abandonDraft(draft, by: "voisins", at: SmallBase.instant(3))
    #expect(try store.openDrafts().map(\.id) == [other])
    #expect(try store.draft(draft)?.record.abandonedAt == SmallBase.instant(3))
  }

  @Test func `takes nothing once abandoned`() throws {
    try store.abandonDraft(draft, by: "voisins", at: SmallBase.instant(3))
    let before = try store.rowCounts()
    let closed = Store.Failure.draftClosed(draft)
    #expect(throws: closed) { try set("porteur.sigle", "\"LV\"") }
    #expect(throws: closed) {
      try store.abandonDraft(draft, by: "voisins", at: SmallBase.instant(4))
    }
    #expect(throws: Store.Failure.draftClosed(99)) {
      try store.abandonDraft(99, by: "voisins", at: SmallBase.instant(4))
    }
    #expect(try store.rowCounts() == before)
  }
}

@Suite struct `A draft that becomes a dossier` {
  private func open() throws -> (Store, Int) {
    let store = try SmallBase.open()
    let draft = try store.createDraft(
      NewDraft(call: SmallBase.call, form: "association-1", applicantKind: "association"),
      by: "voisins", at: SmallBase.instant(1))
    return (store, draft)
  }

  private func deposit(
    _ content: String, _ draft: NewDossier.Draft, in store: Store
  ) throws -> [Receipt] {
    let plain = try SmallBase.dossier(content)
    let dossier = NewDossier(
      call: plain.call, content: plain.content, format: .yaml, application: plain.application,
      draft: draft)
    return try store.deposit([dossier], by: "voisins") { _ in SmallBase.instant(5) }
  }

  @Test func `is closed by the deposit itself`() throws {
    let (store, draft) = try open()
    let revision = try store.draft(draft)?.record.revision
    let receipts = try deposit("un", .init(id: draft, revision: revision), in: store)
    #expect(receipts.map(\.number.text) == ["2016-0001"])
    let record = try #require(try store.draft(draft)).record
    #expect(record.dossier == SmallBase.number(1) && record.isClosed)
    #expect(try store.openDrafts().isEmpty)
    #expect(
      try store.journalLines().suffix(2).map { "\($0.act.act) \($0.act.subject)" }
        == ["depot 2016-0001", "brouillon déposé brouillon \(draft)"])
    #expect(try store.brokenInvariants() == [])
    #expect(try store.brokenSafeguards() == [])
  }

  @Test func `is not deposited when someone has answered meanwhile`() throws {
    let (store, draft) = try open()
    let revision = try store.draft(draft)?.record.revision
    _ = try store.record(
      [.set(DraftValue(field: "a.b", value: "1"), replacing: nil)], in: draft, position: nil,
      by: "autre", at: SmallBase.instant(2))
    let before = try store.rowCounts()
    #expect(throws: Store.Failure.draftChanged(draft)) {
      try deposit("un", .init(id: draft, revision: revision), in: store)
    }
    #expect(try store.rowCounts() == before)
    #expect(try store.draft(draft)?.record.dossier == nil)
    #expect(try deposit("un", .init(id: draft), in: store).map(\.number.order) == [1])
  }

  @Test func `deposits only once`() throws {
    let (store, draft) = try open()
    _ = try deposit("un", .init(id: draft), in: store)
    #expect(throws: Store.Failure.draftClosed(draft)) {
      try deposit("deux", .init(id: draft), in: store)
    }
    #expect(try store.dossierLines(call: "2016").count == 1)
  }

  @Test func `closes with the first receipt when its bytes were already deposited`() throws {
    let (store, draft) = try open()
    _ = try SmallBase.deposit(["un"], in: store)
    let receipts = try deposit("un", .init(id: draft), in: store)
    #expect(receipts.map(\.isRepeated) == [true])
    #expect(try store.draft(draft)?.record.dossier == SmallBase.number(1))
  }
}
