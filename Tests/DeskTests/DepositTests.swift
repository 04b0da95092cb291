import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A deposit` {
  let open: OpenDesk
  let file: SourceFile
  let lastDay: Day
  let firstDay: Day

  init() throws {
    open = try OpenDesk()
    file = try OpenDesk.soundDossier()
    lastDay = open.context.call.calendar.closing.lastDay
    firstDay = open.context.call.calendar.opening
  }

  @Test func `is received until the last second of the last day`() throws {
    let last = Instant(paris: lastDay, hour: 23, minute: 59, second: 59)
    #expect(try deposit(at: last)?.number.text == "2026-0001")
    try open.expectSound()
  }

  @Test func `is received from the first second of the first day`() throws {
    #expect(try deposit(at: Instant(paris: firstDay))?.number.text == "2026-0001")
  }

  @Test(arguments: [-1, 1])
  func `is refused outside the call, the rule named`(side: Int) throws {
    let instant =
      side < 0
      ? Instant(paris: firstDay).adding(seconds: -1)
      : Instant(paris: lastDay.adding(days: 1))
    let refusal = #expect(throws: Refusal.self) { try deposit(at: instant) }
    let blocking = (refusal?.findings ?? []).filter { $0.severity == .blocking }
    #expect(blocking.map(\.code) == ["appel_ouvert"])
    #expect(blocking.allSatisfy { $0.source != nil && !$0.remedy.isEmpty })
    #expect(FindingText.exitCode(for: refusal?.findings ?? []) == 1)
    #expect(try open.desk.dossierLines(in: open.context).isEmpty)
    #expect(try open.acts().last == "secretariat depot refusé \(file.name) appel_ouvert")
    try open.expectSound()
  }

  @Test func `of the same file gives the same receipt, even after the deadline`() throws {
    let moment = Instant(paris: firstDay, hour: 10)
    let first = try #require(try deposit(at: moment))
    let late = Instant(paris: lastDay.adding(days: 40))
    let again = try #require(try deposit(at: late))
    #expect(again.isRepeated && !first.isRepeated)
    #expect(again.number == first.number)
    #expect(again.receivedAt == moment)
    #expect(again.fingerprint == first.fingerprint)
    _ = try open.desk.closeCall(open.context.call.id)
    let closed = try open.desk.callContext()
    #expect(try open.desk.acting(at: late).deposit(file, in: closed).receipt == again)
    try open.expectSound()
  }

  @Test func `repeated in an import gives the same receipt, even after the deadline`() throws {
    let first = try #require(try deposit(at: Instant(paris: firstDay, hour: 10)))
    let other = try Territory.source(
      "fixtures/saisons/henin-carvin-2026/03-observatoire-par-les-habitants.yaml")
    let late = Instant(paris: lastDay.adding(days: 40))
    let outcomes = try open.desk.acting(at: late)
      .depositBatch([(file, late), (other, late)], in: open.context)
    guard outcomes.count == 2, case .received(let receipt, _) = outcomes[0],
      case .refused(let findings) = outcomes[1]
    else {
      Issue.record("expected one receipt and one refusal: \(outcomes)")
      return
    }
    #expect(receipt.number == first.number && receipt.isRepeated)
    #expect(findings.filter { $0.severity == .blocking }.map(\.code) == ["appel_ouvert"])
  }

  @Test func `finds the call closed once it has been closed`() throws {
    _ = try open.desk.closeCall()
    let closed = try open.desk.callContext()
    let instant = try #require(closed.record.closedAt)
    let expected = DeskError.callClosed("2026", at: instant)
    #expect(throws: expected) { try open.desk.deposit(file, in: closed) }
    let outcomes = try open.desk.depositBatch([(file, instant)], in: closed)
    guard case .refused(let findings)? = outcomes.first else {
      Issue.record("expected a refusal: \(outcomes)")
      return
    }
    #expect(findings.map(\.code) == ["appel_cloture"])
    #expect(throws: Store.Failure.callClosed("2026")) {
      try open.desk.deposit(file, in: open.context)
    }
    #expect(throws: expected) { try open.desk.closeCall() }
    #expect(expected.exitCode == 1)
  }

  @Test func `only simulated keeps nothing`() throws {
    let before = try open.acts()
    #expect(try open.desk.deposit(file, in: open.context, isSimulated: true).receipt == nil)
    #expect(try open.acts() == before)
    #expect(try open.desk.dossierLines(in: open.context).isEmpty)
  }

  @Test func `that is refused is simulated without a trace`() throws {
    let before = try open.acts()
    let unreadable = SourceFile(name: "x.yaml", bytes: Array("a: [".utf8))
    #expect(throws: Refusal.self) {
      try open.desk.deposit(unreadable, in: open.context, isSimulated: true)
    }
    #expect(try open.acts() == before)
  }

  private func deposit(at instant: Instant) throws -> Receipt? {
    try open.desk.acting(at: instant).deposit(file, in: open.context).receipt
  }
}

@Suite struct `A call` {
  @Test func `is opened once only`() throws {
    let open = try OpenDesk()
    let config = "\(OpenDesk.territory("henin-carvin"))/appel-2026/appel.yaml"
    #expect(throws: DeskError.callAlreadyOpen("2026")) { try open.desk.openCall(config: config) }
  }

  @Test func `lives in the base alone once opened`() throws {
    let copy = try TerritoryCopy("henin-carvin")
    let folder = try TemporaryFolder()
    let clock = Surroundings { Instant(secondsSinceEpoch: 1_766_000_000) }
    let request = BaseRequest(
      path: folder.file("b.sqlite"), reference: copy.path, actor: "s", isTraining: true)
    _ = try Desk.create(request, resources: OpenDesk.resources, surroundings: clock)
    let desk = try Desk.open(
      path: request.path, actor: "s", resources: OpenDesk.resources, surroundings: clock)
    _ = try desk.openCall(config: "\(copy.path)/appel-2026/appel.yaml")
    try FileManager.default.removeItem(atPath: copy.path)
    let context = try desk.callContext()
    #expect(try desk.deposit(try OpenDesk.soundDossier(), in: context).receipt?.number.order == 1)
  }

  @Test func `must be named right`() throws {
    let open = try OpenDesk()
    #expect(throws: DeskError.unknownCall("1999")) { try open.desk.callContext("1999") }
    #expect(throws: DeskError.unknownDossier("1999-0001")) {
      try open.desk.sheet(of: DossierNumber(call: "1999", order: 1))
    }
  }
}
