import Committee
import Contract
import Dossiers
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A derogation` {
  @Test func `lets a decision pass a limit, is listed, and leaves the base sound`() throws {
    let open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    let opening = try open.committee.openSession(in: open.context, place: "ici")
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "représentant") },
      in: open.context)
    let application = try #require(opening.applications.first)
    let purse = try #require(opening.purses.first)
    func decision(_ derogation: Derogation?) -> Decision {
      Decision(
        number: application.number, kind: .granted,
        grants: [PurseAmount(purse: purse.id, amount: purse.amount + Cents(1))],
        derogation: derogation)
    }
    #expect(throws: SessionError.self) {
      try open.committee.decide(decision(nil), in: open.context)
    }
    let derogation = Derogation(
      motive: "Sinistre du local.", author: "secretariat",
      source: LegalSource("Règlement de l’appel, art. 9"))
    try open.committee.decide(decision(derogation), in: open.context)
    try open.committee.closeSession(in: open.context)
    let listed = try open.committee.derogations(in: open.context)
    #expect(listed.map(\.derogation) == [derogation])
    #expect(listed.map(\.isInForce) == [true])
    try open.expectSound()
    let funder = try open.desk(of: .funder)
    #expect(throws: DeskError.self) { try funder.derogations(in: open.context) }
  }
}
