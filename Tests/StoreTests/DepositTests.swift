import Committee
import Dossiers
import Testing
import Vocabulary

@testable import Store

@Suite struct `Deposits in the base` {
  @Test func `are numbered in order without gaps, across transactions`() throws {
    let store = try SmallBase.open()
    let first = try SmallBase.deposit(["un", "deux"], in: store)
    let second = try SmallBase.deposit(["trois"], in: store)
    #expect((first + second).map(\.number.text) == ["2016-0001", "2016-0002", "2016-0003"])
    #expect(try store.dossierLines(call: "2016").map(\.number.order) == [1, 2, 3])
  }

  @Test func `give back exactly the bytes received and their fingerprint`() throws {
    let store = try SmallBase.open()
    let receipts = try SmallBase.deposit(["abc"], in: store)
    #expect(
      receipts.map(\.fingerprint) == [
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ])
    #expect(receipts.map(\.size) == [3])
    let kept = try #require(try store.dossier(SmallBase.number(1)))
    #expect(kept.content == Array("abc".utf8))
    #expect(kept.stage == .deposited)
    #expect(kept.receivedAt == SmallBase.instant(1))
  }

  @Test func `of the same bytes give the first receipt again, in one batch or later`() throws {
    let store = try SmallBase.open()
    let batch = try SmallBase.deposit(["un", "deux", "un"], in: store, minutes: 1)
    let later = try SmallBase.deposit(["deux", "trois"], in: store, minutes: 90)
    #expect((batch + later).map(\.number.order) == [1, 2, 1, 2, 3])
    #expect((batch + later).map(\.isRepeated) == [false, false, true, true, false])
    #expect(later.map(\.receivedAt) == [SmallBase.instant(1), SmallBase.instant(90)])
    #expect(try store.journalLines().count { $0.act.act == "depot" } == 3)
  }

  @Test func `that fail halfway leave nothing behind, not even a number`() throws {
    let store = try SmallBase.open()
    let before = try store.rowCounts()
    let batch = [
      try SmallBase.dossier("un"), try SmallBase.dossier("deux"),
      try SmallBase.dossier("trois", call: "absent"),
    ]
    #expect(throws: Store.Failure.inputOutput("l’appel absent n’est pas dans la base")) {
      try store.deposit(batch, by: "accueil") { _ in SmallBase.instant(1) }
    }
    #expect(try store.rowCounts() == before)
    #expect(try SmallBase.deposit(["deux"], in: store).map(\.number.order) == [1])
    #expect(try store.brokenInvariants() == [])
  }

  @Test func `are read page by page whatever the size of a page`() throws {
    let store = try SmallBase.open()
    let contents = (1...7).map(String.init)
    _ = try SmallBase.deposit(contents, in: store)
    for pageSize in [1, 3, 7, 100] {
      var read: [String] = []
      try store.forEachDossier(call: "2016", stages: [.deposited], pageSize: pageSize) {
        read.append(String(decoding: $0.content, as: UTF8.self))
      }
      #expect(read == contents)
    }
  }
}

@Suite struct `A session in the base` {
  @Test func `gives back its events and what they decided`() throws {
    let store = try SmallBase.decided()
    let session = try #require(try store.lastSession(call: "2016"))
    #expect(
      try store.events(of: session).map(\.event.type) == [.opened, .presence, .decision, .decision])
    #expect(
      try store.stageCounts(call: "2016")
        == [.granted: 1, .refused: 1, .inadmissible: 1, .deposited: 1])
    let lines = try store.fundingLines(of: SmallBase.number(1))
    #expect(lines.map(\.granted) == [Cents(euros: 1_000)])
    #expect(lines.map(\.firmness) == ["vote"])
    #expect(try store.grantedTotals(call: "2016") == ["2016-0001": Cents(euros: 1_000)])
  }

  @Test func `keeps nothing of an act whose last event is refused`() throws {
    let store = try SmallBase.decided()
    let session = try #require(try store.lastSession(call: "2016"))
    let before = try store.rowCounts()
    let lines = try store.fundingLines(of: SmallBase.number(1))
    #expect(throws: (any Error).self) {
      try store.append(
        SessionWrite(
          events: [
            .decision(.init(number: SmallBase.number(1), kind: .refused, motive: "Revu.")),
            .decision(.init(number: SmallBase.number(4), kind: .granted)),
          ], after: 4, act: SmallBase.act("décision")), to: session)
    }
    #expect(try store.rowCounts() == before)
    #expect(try store.fundingLines(of: SmallBase.number(1)) == lines)
    #expect(try store.dossier(SmallBase.number(1))?.stage == .granted)
  }

  @Test func `replaces a decision and takes the money back`() throws {
    let store = try SmallBase.decided()
    let session = try #require(try store.lastSession(call: "2016"))
    try store.append(
      SessionWrite(
        events: [.decision(.init(number: SmallBase.number(1), kind: .deferred, motive: "Revu."))],
        after: 4, act: SmallBase.act("décision")), to: session)
    #expect(try store.grantedTotals(call: "2016") == [:])
    #expect(try store.brokenInvariants() == [])
  }
}
