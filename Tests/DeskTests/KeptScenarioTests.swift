import Allocation
import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A scenario kept in a session` {
  @Test func `is never changed by what the committee does, and totals alike however it is cut`()
    throws
  {
    let open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "représentant") },
      in: open.context)
    let keep = SessionAct.keepScenario(name: "avant", note: "Tel quel", nil)
    let kept = try #require(
      try open.committee.record(keep, in: open.context).state.scenarios["avant"])
    #expect(!kept.grants.isEmpty)
    #expect(throws: SessionError.self) { try open.committee.record(keep, in: open.context) }
    let number = try #require(kept.grants.first?.number)
    let purse = try #require(kept.grants.first?.purse)
    let ban = CellAdjustment(
      number: number, purse: purse, kind: .banned, amount: nil, motive: "Pour voir")
    let adjusted = try open.committee.adjust(ban, in: open.context)
    #expect(adjusted.costs.map(\.adjustment) == [ban])
    #expect(adjusted.after.granted < adjusted.before.granted)
    let lifted = try open.committee.adjust(
      CellAdjustment(number: number, purse: purse, kind: .lifted, amount: nil, motive: "Vu"),
      in: open.context)
    #expect(lifted.after.granted == adjusted.before.granted)
    #expect(lifted.costs.isEmpty)
    try open.committee.decide(
      Decision(number: number, kind: .refused, motive: "Hors sujet."), in: open.context)
    let state = try open.committee.session(of: open.context).state
    #expect(state.scenarios["avant"] == kept)
    for criterion in [ScenarioCriterion.purse, .funder, .axis] {
      let totals = try open.committee.totals(by: criterion, in: state, of: open.context)
      #expect(
        totals.amounts(of: kept).values.total() == kept.grants.map(\.amount).total())
    }
    try open.expectSound()
  }
}
