import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `An amendment` {
  private func carried(_ grants: [PurseAmount]) throws -> SessionState {
    var state = try DebatedSession.open()
    try state.apply(.proposal(SmallSession.proposal))
    try state.apply(SmallSession.decision(4, .refused, motive: "Hors sujet."))
    try state.apply(DebatedSession.amendment(1, grants))
    let ballots = Session.ballots(on: .amendment("A1"), in: state)
    try state.apply(.vote(Vote(subject: .amendment("A1"), ballots: ballots)))
    let votes = Session.ballots(on: .proposal("P1"), in: state)
    for event in try Session.acceptProposal("P1", ballots: votes, in: state) {
      try state.apply(event)
    }
    return state
  }

  @Test func `carried replaces what the proposal gives`() throws {
    let state = try carried([SmallSession.grant("REGION", 1_500)])
    let decision = state.decisions[SmallSession.number(1)]
    #expect(decision?.grants == [SmallSession.grant("REGION", 1_500)])
    #expect(decision?.motive == "Une première tranche.")
    #expect(decision?.kind == .partlyGranted)
  }

  @Test func `without an amount refuses the dossier`() throws {
    #expect(try carried([]).decisions[SmallSession.number(1)]?.kind == .refused)
  }

  @Test func `rejected changes nothing`() throws {
    var state = try DebatedSession.open()
    try state.apply(DebatedSession.amendment(1, []))
    let ballots = Session.ballots(.against, on: .amendment("A1"), in: state)
    try state.apply(.vote(Vote(subject: .amendment("A1"), ballots: ballots)))
    #expect(state.carried.isEmpty)
  }

  @Test(arguments: [
    (
      [SmallSession.grant("CAF", 5_000)],
      DebateFault.aboveNeed(
        total: Cents(euros: 5_000), need: Cents(euros: 4_000))
    ),
    ([SmallSession.grant("DDCS", 1)], .unknownPurse("DDCS")),
    ([SmallSession.grant("CAF", -1)], .amount(purse: "CAF", Cents(euros: -1))),
    ([SmallSession.grant("CAF", 1), SmallSession.grant("CAF", 2)], .duplicatePurse("CAF")),
  ])
  func `is refused when no decision could follow it`(
    grants: [PurseAmount], fault: DebateFault
  ) throws {
    var state = try DebatedSession.open()
    let before = state
    let error = #expect(throws: SessionError.self) {
      try state.apply(DebatedSession.amendment(1, grants))
    }
    #expect(error == .amendment("A1", fault))
    #expect(state == before)
  }
}

@Suite struct `A purse that voted a dossier down` {
  @Test func `gives it nothing until another vote, or a derogation`() throws {
    var state = try DebatedSession.open()
    let number = SmallSession.number(1)
    func vote(_ choice: BallotChoice) -> SessionEvent {
      .vote(
        Vote(
          subject: .dossier(number), ballots: [SmallSession.ballot("ETAT", choice)],
          purses: ["ETAT"]))
    }
    let grant = SmallSession.decision(1, .partlyGranted, [SmallSession.grant("ETAT", 1_000)])
    try state.apply(vote(.against))
    let error = #expect(throws: SessionError.self) { try state.apply(grant) }
    #expect(error == .decision(number, .votedDown("ETAT")))
    var derogated = state
    try derogated.apply(
      SmallSession.decision(
        1, .partlyGranted, [SmallSession.grant("ETAT", 1_000)],
        derogation: SmallSession.derogation))
    try state.apply(vote(.inFavour))
    try state.apply(grant)
  }
}
