import Contract
import Dossiers

extension SessionState {
  mutating func count(_ vote: Vote) throws(SessionError) {
    let tally = VoteTally(ballots: vote.ballots, present: present.count, quorum: quorum)
    do throws(VoteFault) {
      try check(vote)
      guard tally.reachesQuorum else {
        throw VoteFault.withoutQuorum(counted: tally.counted, quorum: quorum)
      }
    } catch {
      throw .vote(vote.subject, error)
    }
    votes.append(CountedVote(vote: vote, tally: tally, present: Set(present.keys)))
  }

  private func check(_ vote: Vote) throws(VoteFault) {
    guard isBeforeTheSession(vote.subject) else { throw .unknownSubject }
    var funders: Set<FunderID> = []
    for id in vote.purses {
      guard let purse = purses[id] else { throw .unknownPurse(id) }
      funders.insert(purse.funder)
    }
    var voters: Set<FunderID> = []
    for ballot in vote.ballots {
      let member = ballot.member
      guard members.contains(member) else { throw .notAMember(member) }
      guard present[member] != nil else { throw .absent(member) }
      guard voters.insert(member).inserted else { throw .duplicateBallot(member) }
      guard vote.purses.isEmpty || funders.contains(member) else { throw .notItsPurse(member) }
    }
    let missing = present.keys.filter { member in
      !voters.contains(member) && (vote.purses.isEmpty || funders.contains(member))
    }
    guard missing.isEmpty else { throw .withoutBallot(missing.sorted()) }
  }

  private func isBeforeTheSession(_ subject: VoteSubject) -> Bool {
    switch subject {
    case .proposal(let id): proposals[id] != nil
    case .dossier(let number): applications[number] != nil
    }
  }
}
