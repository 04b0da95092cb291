public import Committee
public import Contract
import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Seats members of the committee, each with the person who sits.
  public func recordPresence(
    _ presences: [MemberPresence], in context: CallContext, isSimulated: Bool = false
  ) throws {
    _ = try permit("noter les présences", to: .secretary)
    try write(presences.map { .presence($0) }, in: context, act: "présence", isSimulated)
  }

  /// Records the departure of members.
  public func recordDepartures(
    _ departures: [MemberDeparture], in context: CallContext, isSimulated: Bool = false
  ) throws {
    _ = try permit("noter les départs", to: .secretary)
    try write(departures.map { .departure($0) }, in: context, act: "départ", isSimulated)
  }

  /// Records the departure of everyone present.
  ///
  /// - Returns: who left, in order of identifier.
  /// - Throws: ``DeskError/refused(_:remedy:)`` when nobody is there.
  public func recordDepartureOfAll(
    in context: CallContext, isSimulated: Bool = false
  ) throws -> [FunderID] {
    _ = try permit("noter les départs", to: .secretary)
    return try startingOver {
      let session = try openSession(of: context)
      let members = session.state.present.keys.sorted()
      guard !members.isEmpty else {
        throw DeskError.refused(
          "Personne n’est présent.", remedy: "Notez d’abord les présences : aap comite presence.")
      }
      try append(
        members.map { .departure(MemberDeparture(member: $0)) }, to: session, act: "départ",
        isSimulated: isSimulated)
      return members
    }
  }

  /// Votes a proposal as a whole: one vote, then one decision a dossier when it is adopted.
  ///
  /// - Parameters:
  ///   - id: the proposal.
  ///   - ballots: one ballot a present member; `nil` for a unanimous vote of those present.
  ///   - context: the call.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: the vote as counted.
  /// - Throws: `SessionError` or ``DeskError``; nothing is then written.
  public func voteProposal(
    _ id: String, ballots: [Ballot]?, in context: CallContext, isSimulated: Bool = false
  ) throws -> CountedVote {
    _ = try permit("enregistrer un vote", to: .secretary)
    return try startingOver {
      let session = try openSession(of: context)
      let events = try Session.acceptProposal(
        id, ballots: ballots ?? Session.ballots(on: .proposal(id), in: session.state),
        in: session.state)
      let state = try append(
        events, to: session, act: "vote", detail: id, isSimulated: isSimulated)
      guard let counted = state.votes.last else { throw DeskError.noSession }
      return counted
    }
  }

  /// Records the decision on one dossier.
  public func decide(
    _ decision: Decision, in context: CallContext, isSimulated: Bool = false
  ) throws {
    _ = try permit("enregistrer une décision", to: .secretary)
    try write([.decision(decision)], in: context, act: "décision", isSimulated)
  }

  /// Closes the session: its ledger is sealed.
  public func closeSession(in context: CallContext, isSimulated: Bool = false) throws {
    _ = try permit("clore la séance", to: .secretary, .chair)
    let closing = SessionClosing(at: surroundings.now())
    try write([.closed(closing)], in: context, act: "clôture de séance", isSimulated)
  }

  private func write(
    _ events: [SessionEvent], in context: CallContext, act: String, _ isSimulated: Bool
  ) throws {
    try startingOver {
      let session = try openSession(of: context)
      _ = try append(events, to: session, act: act, isSimulated: isSimulated)
    }
  }
}
