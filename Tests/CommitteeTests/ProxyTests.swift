import Committee
import Contract
import Testing
import Vocabulary

@Suite struct `A proxy` {
  private func fault(
    _ proxy: Proxy, in state: SessionState
  ) throws -> AttendanceFault? {
    var tried = state
    let error = #expect(throws: SessionError.self) { try tried.apply(.proxy(proxy)) }
    #expect(tried == state)
    guard case .attendance(_, let fault) = error else { return nil }
    return fault
  }

  @Test func `lets a present member vote for an absent one`() throws {
    var state = try DebatedSession.open(present: ["CAF", "ETAT"])
    try state.apply(.proxy(Proxy(giver: "REGION", holder: "CAF")))
    #expect(state.voters() == ["CAF", "ETAT", "REGION"])
    let ballots = ["CAF", "ETAT", "REGION"].map { SmallSession.ballot($0) }
    try state.apply(.vote(Vote(subject: .dossier(SmallSession.number(1)), ballots: ballots)))
    #expect(state.votes.last?.tally.inFavour == 3)
    #expect(
      state.votes.last?.tally.french.contains("quorum 2 atteint (2 présents)") == true)
  }

  @Test func `counts for the quorum only where the charter says so`() throws {
    let proxy = SessionEvent.proxy(Proxy(giver: "REGION", holder: "CAF"))
    let ballots = ["CAF", "REGION"].map { SmallSession.ballot($0) }
    let vote = SessionEvent.vote(
      Vote(subject: .dossier(SmallSession.number(1)), ballots: ballots))
    var strict = try DebatedSession.open(present: ["CAF"])
    try strict.apply(proxy)
    #expect(!strict.reachesQuorum)
    #expect(throws: SessionError.self) { try strict.apply(vote) }
    var lenient = try DebatedSession.open(
      rules: VotingRules(proxies: 1, countsProxies: true), present: ["CAF"])
    try lenient.apply(proxy)
    #expect(lenient.reachesQuorum)
    try lenient.apply(vote)
    #expect(
      lenient.votes.last?.tally.french.contains("(1 présent + 1 représenté = 2)") == true)
  }

  @Test func `used to take no part costs the present nothing`() throws {
    var state = try DebatedSession.open(present: ["CAF", "ETAT"])
    try state.apply(.proxy(Proxy(giver: "REGION", holder: "CAF")))
    let ballots =
      ["CAF", "ETAT"].map { SmallSession.ballot($0) }
      + [SmallSession.ballot("REGION", .takesNoPart)]
    try state.apply(.vote(Vote(subject: .dossier(SmallSession.number(1)), ballots: ballots)))
    #expect(state.votes.last?.tally.counted == 2)
    #expect(state.votes.last?.tally.represented == 0)
  }

  @Test func `falls when its giver comes or its holder goes`() throws {
    var state = try DebatedSession.open(present: ["CAF", "ETAT"])
    try state.apply(.proxy(Proxy(giver: "REGION", holder: "CAF")))
    var arrived = state
    try arrived.apply(SmallSession.arrival("REGION"))
    #expect(arrived.proxies.isEmpty)
    try state.apply(.departure(MemberDeparture(member: "CAF")))
    #expect(state.proxies.isEmpty)
  }

  @Test func `is refused beyond what the charter allows`() throws {
    var state = try DebatedSession.open(present: ["CAF", "ETAT"])
    #expect(
      try fault(Proxy(giver: "CITOYENNE", holder: "CAF"), in: state) == .withoutVote)
    #expect(try fault(Proxy(giver: "ETAT", holder: "CAF"), in: state) == .alreadyPresent)
    #expect(try fault(Proxy(giver: "REGION", holder: "DEPARTEMENT"), in: state) == .notPresent)
    try state.apply(.proxy(Proxy(giver: "REGION", holder: "CAF")))
    #expect(try fault(Proxy(giver: "REGION", holder: "ETAT"), in: state) == .alreadyRepresented)
    #expect(
      try fault(Proxy(giver: "DEPARTEMENT", holder: "CAF"), in: state) == .tooManyProxies(1))
    let silent = try DebatedSession.open(rules: nil, present: ["CAF", "ETAT"])
    #expect(try fault(Proxy(giver: "REGION", holder: "CAF"), in: silent) == .tooManyProxies(0))
  }
}

@Suite struct `A recused member` {
  @Test func `counts neither in the vote nor in the quorum`() throws {
    var state = try DebatedSession.open()
    try state.apply(DebatedSession.recusal("CAF", 1))
    let subject = VoteSubject.dossier(SmallSession.number(1))
    let withCAF = ["CAF", "ETAT", "REGION"].map { SmallSession.ballot($0) }
    let error = #expect(throws: SessionError.self) {
      try state.apply(.vote(Vote(subject: subject, ballots: withCAF)))
    }
    #expect(error == .vote(subject, .recused("CAF")))
    try state.apply(
      .vote(
        Vote(subject: subject, ballots: ["ETAT", "REGION"].map { SmallSession.ballot($0) })))
    #expect(
      state.votes.last?.tally.french.contains("quorum 2 atteint (3 présents − 1 = 2)") == true)
    #expect(state.invariantBreaches() == [])
  }

  @Test func `may lose the quorum of one dossier alone`() throws {
    var state = try DebatedSession.open(present: ["CAF", "ETAT"])
    try state.apply(DebatedSession.recusal("CAF", 1))
    let error = #expect(throws: SessionError.self) {
      try state.apply(SmallSession.decision(1, .granted, [SmallSession.grant("ETAT", 4_000)]))
    }
    #expect(
      error == .decision(SmallSession.number(1), .withoutQuorum(present: 1, quorum: 2)))
    try state.apply(SmallSession.decision(2, .granted, [SmallSession.grant("ETAT", 4_000)]))
  }

  @Test func `leaves its dossier out of a vote on everything`() throws {
    var state = try DebatedSession.open()
    try state.apply(.proposal(SmallSession.proposal))
    try state.apply(SmallSession.decision(4, .refused, motive: "Hors sujet."))
    try state.apply(DebatedSession.recusal("REGION", 2))
    #expect(Session.setAside(in: state) == [SmallSession.number(2)])
    let ballots = Session.ballots(on: .proposal("P1"), in: state)
    #expect(ballots.map(\.member) == ["CAF", "ETAT", "REGION"])
    for event in try Session.acceptProposal("P1", ballots: ballots, in: state) {
      try state.apply(event)
    }
    #expect(state.undecided() == [SmallSession.number(2)])
  }
}
