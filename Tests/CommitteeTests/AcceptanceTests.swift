import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `A proposal` {
  private func withProposal(_ proposal: Proposal = SmallSession.proposal) throws -> SessionState {
    var state = try SmallSession.open()
    try state.apply(.proposal(proposal))
    return state
  }

  @Test func `accepted as a whole is one vote and one decision a dossier`() throws {
    let state = try withProposal()
    let ballots = Session.ballots(on: .proposal("P1"), in: state)
    let events = try Session.acceptProposal("P1", ballots: ballots, in: state)
    #expect(
      events == [
        .vote(
          Vote(
            subject: .proposal("P1"),
            ballots: [SmallSession.ballot("CAF"), SmallSession.ballot("ETAT")])),
        SmallSession.decision(1, .granted, [SmallSession.grant("CAF", 4_000)]),
        SmallSession.decision(2, .partlyGranted, [SmallSession.grant("ETAT", 1_000)]),
        SmallSession.decision(3, .refused, motive: "Score inférieur au seuil."),
      ])
    var after = state
    for event in events { try after.apply(event) }
    try after.apply(.closed(SessionClosing(at: SmallSession.morning)))
    #expect(after.phase == .closed(at: SmallSession.morning))
    #expect(after.invariantBreaches() == [])
  }

  @Test func `that is rejected decides nothing`() throws {
    let state = try withProposal()
    let ballots = [SmallSession.ballot("CAF"), SmallSession.ballot("ETAT", .against)]
    #expect(
      try Session.acceptProposal("P1", ballots: ballots, in: state)
        == [.vote(Vote(subject: .proposal("P1"), ballots: ballots))])
  }

  @Test func `leaves alone what was decided before it`() throws {
    var state = try SmallSession.open()
    try state.apply(SmallSession.decision(3, .deferred, motive: "Pièce attendue."))
    let grants = SmallSession.proposal.grants
    try state.apply(
      .proposal(Proposal(id: "P1", strategy: .rank, digest: "", grants: grants, refusals: [])))
    let events = try Session.acceptProposal(
      "P1", ballots: Session.ballots(on: .proposal("P1"), in: state), in: state)
    #expect(events.map(\.type) == [.vote, .decision, .decision])
  }

  @Test(arguments: [1, 3])
  func `is stale once one of its dossiers is decided`(order: Int) throws {
    var state = try withProposal()
    try state.apply(SmallSession.decision(order, .deferred, motive: "Pièce attendue."))
    let error = SessionError.proposal("P1", .stale([SmallSession.number(order)]))
    #expect(throws: error) {
      try Session.acceptProposal(
        "P1", ballots: Session.ballots(on: .proposal("P1"), in: state), in: state)
    }
    #expect(error.french.contains("Faites une nouvelle proposition"))
  }

  @Test func `has no object once everything is decided`() throws {
    var state = try withProposal()
    for order in 1...3 { try state.apply(SmallSession.decision(order, .moot)) }
    #expect(throws: SessionError.proposal("P1", .nothingToDecide)) {
      try Session.acceptProposal(
        "P1", ballots: Session.ballots(on: .proposal("P1"), in: state), in: state)
    }
  }

  @Test func `that overspends a purse is refused as a whole`() throws {
    let grants = (1...3).map {
      ProposedGrant(number: SmallSession.number($0), purse: "ETAT", amount: Cents(euros: 2_000))
    }
    let state = try withProposal(
      Proposal(id: "P2", strategy: .value, digest: "", grants: grants, refusals: []))
    #expect(
      throws: SessionError.decision(
        SmallSession.number(3),
        .abovePurse("ETAT", total: Cents(euros: 6_000), amount: Cents(euros: 5_000)))
    ) {
      try Session.acceptProposal(
        "P2", ballots: Session.ballots(on: .proposal("P1"), in: state), in: state)
    }
  }

  @Test func `that says nothing of a dossier cannot settle it`() throws {
    let state = try withProposal(
      Proposal(
        id: "P2", strategy: .rank, digest: "", grants: SmallSession.proposal.grants, refusals: []))
    #expect(throws: SessionError.proposal("P2", .silent([SmallSession.number(3)]))) {
      try Session.acceptProposal(
        "P2", ballots: Session.ballots(on: .proposal("P1"), in: state), in: state)
    }
    #expect(throws: SessionError.proposal("P9", .unknown)) {
      try Session.acceptProposal("P9", ballots: [], in: state)
    }
  }

  @Test func `is refused when it is already there`() throws {
    var state = try withProposal()
    #expect(throws: SessionError.proposal("P1", .duplicate)) {
      try state.apply(.proposal(SmallSession.proposal))
    }
  }

  @Test(
    arguments: [
      (9, "CAF", 1, .unknownDossier(SmallSession.number(9))),
      (1, "REGION", 1, .unknownPurse("REGION")),
      (1, "CAF", -1, .amount(SmallSession.number(1), purse: "CAF", Cents(-1))),
      (3, "CAF", 1, .contradiction(SmallSession.number(3))),
      (2, "CAF", 1, .contradiction(SmallSession.number(2))),
    ] as [(Int, String, Int64, ProposalFault)])
  func `is refused when it does not hold`(
    order: Int, purse: String, cents: Int64, fault: ProposalFault
  ) throws {
    let grant = ProposedGrant(
      number: SmallSession.number(order), purse: purse, amount: Cents(cents))
    let sound = ProposedGrant(number: SmallSession.number(2), purse: "CAF", amount: Cents(5))
    let proposal = Proposal(
      id: "P3", strategy: .rank, digest: "", grants: [sound, grant],
      refusals: [ProposedRefusal(number: SmallSession.number(3), reason: "Seuil.")])
    var state = try SmallSession.open()
    #expect(throws: SessionError.proposal("P3", fault)) { try state.apply(.proposal(proposal)) }
  }
}
