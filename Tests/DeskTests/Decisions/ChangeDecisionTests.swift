import Committee
import Contract
import Dossiers
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A decision of a sealed session` {
  let open: OpenDesk
  let number = DossierNumber(call: "2026", order: 1)

  init() throws {
    open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.deliberate()
  }

  private var later: Desk { open.desk.acting(at: open.morning.adding(seconds: 86_400 * 10)) }

  private func grants() throws -> [PurseAmount] {
    try open.desk.ladder(of: number).lines.filter { $0.granted > .zero }
      .map { PurseAmount(purse: $0.purse, amount: $0.granted) }
  }

  @Test func `is withdrawn by an act of its own`() throws {
    let before = try grants()
    #expect(!before.isEmpty)
    let events = try open.desk.session(of: open.context).events.count
    let change = DecisionChange(
      number: number, kind: .withdrawn, ground: .request, motive: "L’association renonce.")
    #expect(try later.change(change, isSimulated: true) == [])
    #expect(try grants() == before)
    #expect(try later.change(change) == [])
    #expect(try grants() == [])
    #expect(try open.desk.session(of: open.context).events.count == events)
    #expect(try open.desk.decisionChanges(in: open.context).map(\.change) == [change])
    try open.expectSound()
  }

  @Test func `is modified within what the purses hold`() throws {
    let before = try #require(try grants().first)
    let less = PurseAmount(purse: before.purse, amount: before.amount - Cents(100))
    let change = DecisionChange(
      number: number, kind: .modified, ground: .conditions, grants: [less],
      motive: "Action réduite.")
    _ = try later.change(change)
    #expect(try grants() == [less])
    try open.expectSound()
    let again = #expect(throws: Refusal.self) { try later.change(change) }
    #expect(again?.findings.map(\.code) == ["suite_sans_effet"])
  }

  @Test func `climbs the ladder, and never down`() throws {
    let line = try #require(try grants().first)
    func move(_ firmness: Firmness) throws {
      try later.move(
        FirmnessMove(
          number: number, purse: line.purse, firmness: firmness,
          day: open.context.call.calendar.committee, reference: "Délibération 2026-12"))
    }
    try move(.deliberated)
    #expect(throws: DeskError.self) { try move(.voted) }
    #expect(throws: DeskError.self) { try move(.cancelled) }
    try move(.paid)
    #expect(throws: DeskError.self) { try move(.agreed) }
    let ladder = try open.desk.ladder(of: number)
    let rungs = ladder.moves.filter { $0.purse == line.purse }
    #expect(rungs.map(\.firmness) == [.requested, .voted, .deliberated, .paid])
    #expect(rungs.map(\.day) == rungs.map(\.day).sorted())
    #expect(ladder.lines.first { $0.purse == line.purse }?.firmness == "verse")
    try open.expectSound()
  }

  @Test func `keeps firm what a change leaves alone`() throws {
    let line = try #require(try grants().first)
    try later.move(
      FirmnessMove(
        number: number, purse: line.purse, firmness: .agreed,
        day: open.context.call.calendar.committee, reference: "Convention 2026-7"))
    let others = try grants().filter { $0 != line }
    let other = try #require(others.first)
    let less = PurseAmount(purse: other.purse, amount: other.amount - Cents(100))
    _ = try later.change(
      DecisionChange(
        number: number, kind: .modified, ground: .conditions,
        grants: [line, less] + others.dropFirst(), motive: "Action réduite."))
    let lines = try open.desk.ladder(of: number).lines
    #expect(lines.first { $0.purse == line.purse }?.firmness == "conventionne")
    #expect(lines.first { $0.purse == other.purse }?.firmness == "vote")
    try open.expectSound()
  }

  @Test func `is changed by secretary and chair alone`() throws {
    let change = DecisionChange(
      number: number, kind: .withdrawn, ground: .request, motive: "Renonce.")
    for role in [Role.reader, .funder, .instructor, .applicant] {
      let desk = try open.desk(of: role)
      #expect(throws: DeskError.self) { try desk.change(change) }
    }
    #expect(try !grants().isEmpty)
  }
}
