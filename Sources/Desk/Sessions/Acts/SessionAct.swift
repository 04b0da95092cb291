import Allocation
public import Committee
public import Contract
public import Dossiers
import Vocabulary

/// Something the secretary records, from which events follow.
public enum SessionAct: Hashable, Sendable {
  /// An event as it stands.
  case event(SessionEvent)
  /// A proposal to compute; the strategy of the call when none is named.
  case propose(ProposalStrategy?)
  /// An allocation to compute and keep under a name.
  case keepScenario(name: String, note: String, ProposalStrategy?)
  /// Amounts to put forward; the session numbers the amendment.
  case amend(DossierNumber, author: FunderID, [PurseAmount], motive: String)
  /// Ballots; `nil` for everyone in favour. Carried, a proposal settles its dossiers.
  case vote(VoteSubject, purses: [String], [Ballot]?)
  /// The session ends now.
  case close
}

/// An act of a file, with its line and the moment it states.
struct WrittenAct {
  let act: SessionAct
  let line: Int
  /// Training bases only; `nil` for the moment of the command.
  let at: Instant?
}

extension Desk {
  /// The events an act leads to, the state being what it is.
  func events(
    of act: SessionAct, on state: SessionState, in context: CallContext, at instant: Instant
  ) throws -> [SessionEvent] {
    switch act {
    case .event(let event): return [event]
    case .close: return [.closed(SessionClosing(at: instant))]
    case .propose(let strategy):
      return [
        .proposal(try proposal(on: state, in: context, Self.engine(strategy, context)).proposal)
      ]
    case .keepScenario(let name, let note, let strategy):
      let computed = try proposal(on: state, in: context, Self.engine(strategy, context)).proposal
      return [
        .scenario(
          Scenario(
            name: name, note: note, strategy: computed.strategy, digest: computed.digest,
            grants: computed.grants, refusals: computed.refusals))
      ]
    case .amend(let number, let author, let grants, let motive):
      return [
        .amendment(
          Amendment(
            id: "A\(state.amendments.count + 1)", number: number, author: author, grants: grants,
            motive: motive))
      ]
    case .vote(let subject, let purses, let written):
      let ballots = written ?? Session.ballots(on: subject, purses: purses, in: state)
      guard case .proposal(let id) = subject else {
        return [.vote(Vote(subject: subject, ballots: ballots, purses: purses))]
      }
      return try Session.acceptProposal(id, ballots: ballots, in: state)
    }
  }

  private static func engine(
    _ strategy: ProposalStrategy?, _ context: CallContext
  ) -> Strategy { Strategy(strategy ?? context.call.committee.strategy) }
}
