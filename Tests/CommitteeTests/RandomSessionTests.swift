import Committee
import Contract
import Dossiers
import TestKit
import Testing
import Vocabulary

@Suite struct `Random sessions` {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `never break an invariant, and replay to the same state`(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var state = SessionState()
    var ledger: [RecordedEvent] = []
    let opening = SessionEvent.opened(chance.opening())
    for step in 0..<400 {
      let event = step == 0 ? opening : chance.event()
      let recorded = RecordedEvent(
        sequence: ledger.count + 1,
        at: SmallSession.morning.adding(seconds: Int64(step)), actor: "s", event: event)
      let before = state
      do throws(SessionError) {
        try state.apply(recorded)
        ledger.append(recorded)
      } catch {
        #expect(state == before)
        #expect(error.finding.message.isEmpty == false)
      }
      #expect(state.invariantBreaches() == [])
    }
    #expect(ledger.count > 10)
    #expect(try SessionState.replay(ledger) == state)
  }
}

@Suite struct `A whole session` {
  @Test func `replays to the state reached event by event`() throws {
    var state = SessionState()
    for recorded in SmallSession.ledger { try state.apply(recorded) }
    #expect(try SessionState.replay(SmallSession.ledger) == state)
    #expect(state.eventCount == 14)
    #expect(state.grantedByPurse == ["CAF": Cents(euros: 4_000), "ETAT": Cents(euros: 1_000)])
    #expect(state.undecided() == [])
    #expect(state.invariantBreaches() == [])
  }
}

/// Draws whose seed says everything.
private struct Chance: RandomNumberGenerator {
  private var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { source.next() }

  mutating func opening() -> SessionOpening {
    SmallSession.opening(
      charter: Bool.random(using: &self) ? SmallSession.charter : Self.charter,
      applications: (1...6).map { order in
        SmallSession.application(order, need: Int64.random(in: 1...40, using: &self) * 100)
      })
  }

  /// Proxies, a casting vote and a delegate whose ballots do not count.
  private static let charter = SessionCharter(
    members: SmallSession.charter.members
      + [SessionMember(id: "CITOYENNE", name: "Conseil citoyen", voice: .advisory)],
    quorum: 2, rules: VotingRules(proxies: 1, countsProxies: true, castingVote: "CAF"))

  mutating func event() -> SessionEvent {
    switch Int.random(in: 0..<32, using: &self) {
    case 20: .proxy(Proxy(giver: member(), holder: member()))
    case 21: .recusal(Recusal(member: member(), number: number(), motive: "Administratrice."))
    case 22..<25:
      .amendment(
        Amendment(
          id: pick(["A1", "A2", "A3"]), number: number(), author: member(), grants: grants(),
          motive: "Autrement."))
    case 25..<28:
      .commitment(
        Commitment(
          number: number(), purse: pick(["CAF", "ETAT"]), amount: amount(),
          condition: pick([
            nil, Commitment.Condition(purse: pick(["CAF", "ETAT"]), least: amount()),
          ])))
    case 28:
      .commitmentWithdrawn(
        CommitmentWithdrawal(
          number: number(), purse: pick(["CAF", "ETAT"]), motive: "Budget en baisse."))
    case 29:
      .adjustment(
        CellAdjustment(
          number: number(), purse: "CAF", kind: pick(CellAdjustment.Kind.allCases),
          amount: pick([nil, amount()]), motive: "Vœu du comité."))
    case 30: pick([.suspended(Suspension(motive: "Pause.")), .resumed(Resumption())])
    case 31: pick([.resumed(Resumption()), .batch(Batch(digest: pick(["a", "b"]), count: 1))])
    case 0..<5: SmallSession.arrival(member())
    case 5: .departure(MemberDeparture(member: member()))
    case 6: .proposal(proposal())
    case 7..<10: .vote(vote())
    case 10: .closed(SessionClosing(at: SmallSession.morning))
    case 11: .observation(Observation(text: "Remarque"))
    default: decision()
    }
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  private mutating func member() -> FunderID {
    pick(SmallSession.members + ["PRESSE", "CITOYENNE"])
  }

  private mutating func number() -> DossierNumber {
    SmallSession.number(Int.random(in: 1...7, using: &self))
  }

  private mutating func amount() -> Cents {
    Cents(euros: Int64.random(in: -1...40, using: &self) * 100)
  }

  private mutating func grants() -> [PurseAmount] {
    var grants: [PurseAmount] = []
    for purse in ["CAF", "ETAT"] where Bool.random(using: &self) {
      grants.append(PurseAmount(purse: purse, amount: amount()))
    }
    return grants
  }

  private mutating func decision() -> SessionEvent {
    let grants = grants()
    return .decision(
      Decision(
        number: number(), kind: pick(DecisionKind.allCases),
        grants: Bool.random(using: &self) ? grants : [], motive: pick([nil, "Motif."]),
        derogation: pick([nil, nil, nil, SmallSession.derogation])))
  }

  private mutating func vote() -> Vote {
    var ballots: [Ballot] = []
    for member in SmallSession.members where Int.random(in: 0..<3, using: &self) > 0 {
      ballots.append(Ballot(member: member, choice: pick(BallotChoice.allCases)))
    }
    let number = number()
    return Vote(
      subject: pick([.proposal("P1"), .dossier(number), .amendment("A1")]), ballots: ballots,
      purses: pick([[], [], ["CAF"], ["REGION"]]))
  }

  private mutating func proposal() -> Proposal {
    let number = number()
    return Proposal(
      id: pick(["P1", "P2"]), strategy: pick(ProposalStrategy.allCases), digest: "",
      grants: [ProposedGrant(number: number, purse: "CAF", amount: amount())], refusals: [])
  }
}
