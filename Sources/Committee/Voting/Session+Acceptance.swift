import Contract
import Dossiers
import Vocabulary

/// Acts of a session that are made of several events.
public enum Session {
  /// The same answer from every member present, in order of identifier.
  public static func ballots(
    _ choice: BallotChoice = .inFavour, in state: SessionState
  ) -> [Ballot] {
    state.present.keys.sorted().map { Ballot(member: $0, choice: choice) }
  }

  /// Puts a proposal to the vote as a whole and, when carried, settles every undecided dossier by it.
  ///
  /// A proposal is stale once one of its dossiers is decided: what it gives no longer counts with
  /// what is left. The events are checked together against the state: they may all enter the ledger,
  /// in this order.
  ///
  /// - Returns: the vote, then one decision a dossier in rank order; the vote alone when it rejects.
  /// - Throws: ``SessionError`` when the proposal is stale, or when the vote or a decision would be refused.
  public static func acceptProposal(
    _ id: String, ballots: [Ballot], in state: SessionState
  ) throws(SessionError) -> [SessionEvent] {
    guard let proposal = state.proposals[id] else { throw .proposal(id, .unknown) }
    try proposal.checkFresh(in: state)
    var trial = state
    let vote = SessionEvent.vote(Vote(subject: .proposal(id), ballots: ballots))
    try trial.apply(vote)
    guard trial.votes.last?.tally.isAdopted == true else { return [vote] }
    let decisions = try decisions(of: proposal, in: state)
    for decision in decisions { try trial.apply(decision) }
    return [vote] + decisions
  }

  private static func decisions(
    of proposal: Proposal, in state: SessionState
  ) throws(SessionError) -> [SessionEvent] {
    let undecided = state.undecided()
    let grants = Dictionary(grouping: proposal.grants.filter { $0.amount > .zero }, by: \.number)
    let reasons = Dictionary(
      proposal.refusals.map { ($0.number, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let silent = undecided.filter { grants[$0] == nil && reasons[$0] == nil }
    guard silent.isEmpty else { throw .proposal(proposal.id, .silent(silent)) }
    return undecided.compactMap { state.applications[$0] }.inRankOrder().map { application in
      .decision(
        Decision(
          application, grants: grants[application.number] ?? [],
          reason: reasons[application.number]))
    }
  }
}

extension Proposal {
  fileprivate func checkFresh(in state: SessionState) throws(SessionError) {
    guard !state.undecided().isEmpty else { throw .proposal(id, .nothingToDecide) }
    let spoken = Set(grants.map(\.number)).union(refusals.map(\.number))
    let decided = spoken.filter { state.decisions[$0] != nil }
    guard decided.isEmpty else { throw .proposal(id, .stale(decided.sorted())) }
  }
}

extension Decision {
  /// What a proposal amounts to for one dossier.
  fileprivate init(_ application: SessionApplication, grants: [ProposedGrant], reason: String?) {
    let amounts = grants.map { PurseAmount(purse: $0.purse, amount: $0.amount) }
    let total = amounts.lazy.map(\.amount).total()
    let kind: DecisionKind =
      if total == .zero { .refused } else if total < application.need { .partlyGranted } else {
        .granted
      }
    self.init(number: application.number, kind: kind, grants: amounts, motive: reason)
  }
}
