import Contract
public import Dossiers
import Vocabulary

/// Acts of a session that are made of several events.
public enum Session {
  /// The same answer from every member who votes, in order of identifier.
  ///
  /// - Parameters:
  ///   - choice: the answer.
  ///   - subject: what is voted on; those who stand aside from it have no ballot.
  ///   - purses: the purses it bears on; empty for all of them.
  ///   - state: where the session stands.
  /// - Returns: one ballot a member there or represented.
  public static func ballots(
    _ choice: BallotChoice = .inFavour, on subject: VoteSubject, purses: [String] = [],
    in state: SessionState
  ) -> [Ballot] {
    let aside = state.dossier(of: subject).flatMap { state.recused[$0] } ?? []
    return state.voters(on: purses).subtracting(aside).sorted()
      .map { Ballot(member: $0, choice: choice) }
  }

  /// The undecided dossiers from which a member there stands aside: they are decided one by one.
  ///
  /// - Parameter state: where the session stands.
  /// - Returns: in order of number.
  public static func setAside(in state: SessionState) -> [DossierNumber] {
    state.undecided().filter { number in
      (state.recused[number] ?? []).contains { state.voters().contains($0) }
    }
  }

  /// Puts a proposal to the vote as a whole and, when carried, settles every undecided dossier by it.
  ///
  /// A proposal is stale once one of its dossiers is decided: what it gives no longer counts with
  /// what is left. An amendment carried replaces what the proposal gives its dossier; a dossier from
  /// which a member there stands aside is left for a vote of its own. The events are checked together against the state: they may all enter the ledger,
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
    let apart = Set(setAside(in: state))
    let undecided = state.undecided().filter { !apart.contains($0) }
    let grants = Dictionary(grouping: proposal.grants.filter { $0.amount > .zero }, by: \.number)
      .mapValues { $0.map { PurseAmount(purse: $0.purse, amount: $0.amount) } }
    let reasons = Dictionary(
      proposal.refusals.map { ($0.number, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let silent = undecided.filter {
      grants[$0] == nil && reasons[$0] == nil && state.carried[$0] == nil
    }
    guard silent.isEmpty else { throw .proposal(proposal.id, .silent(silent)) }
    return undecided.compactMap { state.applications[$0] }.inRankOrder().map { application in
      let number = application.number
      guard let amendment = state.carried[number] else {
        return .decision(
          Decision(application, amounts: grants[number] ?? [], reason: reasons[number]))
      }
      return .decision(
        Decision(application, amounts: amendment.grants, reason: amendment.motive))
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
  fileprivate init(_ application: SessionApplication, amounts: [PurseAmount], reason: String?) {
    let total = amounts.lazy.map(\.amount).total()
    let kind: DecisionKind =
      if total == .zero { .refused } else if total < application.need { .partlyGranted } else {
        .granted
      }
    self.init(number: application.number, kind: kind, grants: amounts, motive: reason)
  }
}
