import Committee
import Contract
import Dossiers
import Testing
import Vocabulary

@Suite struct `A vote` {
  private func fault(of vote: Vote, in state: SessionState) throws -> VoteFault? {
    var tried = state
    let error = #expect(throws: SessionError.self) { try tried.apply(.vote(vote)) }
    #expect(tried == state)
    guard case .vote(vote.subject, let fault) = error else { return nil }
    return fault
  }

  private func onDossier(_ ballots: [Ballot], purses: [String] = []) -> Vote {
    Vote(subject: .dossier(SmallSession.number(1)), ballots: ballots, purses: purses)
  }

  @Test func `is refused to the absent, to strangers and to those who vote twice`() throws {
    let state = try SmallSession.open()
    let here = SmallSession.ballot("CAF")
    #expect(
      try fault(of: onDossier([here, SmallSession.ballot("DEPARTEMENT")]), in: state)
        == .absent("DEPARTEMENT"))
    #expect(
      try fault(of: onDossier([SmallSession.ballot("PRESSE")]), in: state) == .notAMember("PRESSE"))
    #expect(try fault(of: onDossier([here, here]), in: state) == .duplicateBallot("CAF"))
  }

  @Test func `is refused to a member who has left`() throws {
    var state = try SmallSession.open(present: SmallSession.members)
    try state.apply(.departure(MemberDeparture(member: "CAF")))
    #expect(try fault(of: onDossier([SmallSession.ballot("CAF")]), in: state) == .absent("CAF"))
  }

  @Test func `on purses belongs to their funders`() throws {
    let state = try SmallSession.open()
    #expect(
      try fault(of: onDossier([SmallSession.ballot("CAF")], purses: ["ETAT"]), in: state)
        == .notItsPurse("CAF"))
    #expect(try fault(of: onDossier([], purses: ["REGION"]), in: state) == .unknownPurse("REGION"))
  }

  @Test func `is refused on what is not before the session`() throws {
    let state = try SmallSession.open()
    #expect(
      try fault(of: Vote(subject: .proposal("P1"), ballots: []), in: state) == .unknownSubject)
    #expect(
      try fault(of: Vote(subject: .dossier(SmallSession.number(9)), ballots: []), in: state)
        == .unknownSubject)
  }

  @Test func `is refused without quorum, recused members left out`() throws {
    let alone = try SmallSession.open(present: ["CAF"])
    #expect(
      try fault(of: onDossier([SmallSession.ballot("CAF")]), in: alone)
        == .withoutQuorum(counted: 1, quorum: 2))
    let two = try SmallSession.open()
    #expect(
      try fault(
        of: onDossier([SmallSession.ballot("CAF", .takesNoPart), SmallSession.ballot("ETAT")]),
        in: two)
        == .withoutQuorum(counted: 1, quorum: 2))
  }

  @Test func `needs a ballot of everyone present and entitled`() throws {
    let state = try SmallSession.open(present: SmallSession.members)
    let one = [SmallSession.ballot("DEPARTEMENT")]
    #expect(try fault(of: onDossier([]), in: state) == .withoutBallot(SmallSession.members))
    #expect(try fault(of: onDossier(one), in: state) == .withoutBallot(["CAF", "ETAT"]))
    #expect(
      try fault(of: onDossier([], purses: ["ETAT", "CAF"]), in: state)
        == .withoutBallot(["CAF", "ETAT"]))
    #expect(
      SessionError.vote(.proposal("P1"), .withoutBallot(["CAF", "ETAT"])).finding.message
        == "Le vote (proposition P1) est refusé\u{00A0}: il manque le bulletin de CAF, ETAT.")
    var whole = state
    try whole.apply(
      .vote(onDossier(one + [SmallSession.ballot("CAF", .abstains), SmallSession.ballot("ETAT")])))
    try whole.apply(.vote(onDossier([SmallSession.ballot("CAF")], purses: ["CAF"])))
    #expect(whole.votes.map(\.tally.inFavour) == [2, 1])
  }

  @Test(arguments: [
    (
      [4, 1, 1, 0], "4 pour, 1 contre, 1 abstention", "quorum 3 atteint (6 présents)",
      "(4 > 1)\u{00A0}: adoptée"
    ),
    (
      [2, 2, 2, 0], "2 pour, 2 contre, 2 abstentions", "quorum 3 atteint (6 présents)",
      "(2 = 2)\u{00A0}: rejetée (égalité)"
    ),
    (
      [1, 2, 0, 1], "1 pour, 2 contre, 0 abstention, 1 déport",
      "quorum 3 atteint (4 présents − 1 = 3)", "(1 < 2)\u{00A0}: rejetée"
    ),
  ])
  func `shows its arithmetic`(counts: [Int], votes: String, quorum: String, outcome: String) {
    let rule = "majorité des suffrages exprimés \(outcome)"
    #expect(tally(counts).french == "\(votes)\u{00A0}; \(quorum)\u{00A0}; \(rule)")
  }

  @Test func `has no effect without quorum`() {
    #expect(
      tally([2, 0, 0, 0]).french
        == "2 pour, 0 contre, 0 abstention\u{00A0}; quorum 3 non atteint (2 présents)\u{00A0}; "
        + "vote sans effet")
    #expect(tally([2, 0, 0, 0]).isAdopted == false)
  }

  /// The count of so many ballots of each choice, everyone present voting, for a quorum of three.
  private func tally(_ counts: [Int]) -> VoteTally {
    let choices = zip(BallotChoice.allCases, counts).flatMap { Array(repeating: $0, count: $1) }
    let ballots = choices.enumerated().map { Ballot(member: "M\($0)", choice: $1) }
    return VoteTally(ballots: ballots, electorate: Electorate(present: choices.count, quorum: 3))
  }
}
