public import Contract
import Dossiers

extension SessionState {
  /// Members who vote in person, or whose proxy a present member holds, on these purses; all of them
  /// when the list is empty.
  ///
  /// - Parameter purses: identifiers of purses of the session.
  /// - Returns: the members, recused ones included.
  public func voters(on purses: [String] = []) -> Set<FunderID> {
    let known = purses.compactMap { self.purses[$0] }
    return Set(
      (opening?.charter.members ?? []).filter { member in
        member.voice == .deliberative && isThere(member.id)
          && (purses.isEmpty || known.contains { member.votes(on: $0) })
      }.map(\.id))
  }

  /// Whether a member sits, or is represented.
  func isThere(_ member: FunderID) -> Bool { present[member] != nil || proxies[member] != nil }

  /// The dossier a vote bears on, when it bears on one.
  func dossier(of subject: VoteSubject) -> DossierNumber? {
    switch subject {
    case .proposal: nil
    case .dossier(let number): number
    case .amendment(let id): amendments[id]?.number
    }
  }

  /// Who takes part in a vote.
  ///
  /// - Parameters:
  ///   - subject: what is voted on.
  ///   - purses: the purses it bears on; empty for all of them.
  /// - Returns: the electorate, before any ballot.
  public func electorate(of subject: VoteSubject, purses: [String] = []) -> Electorate {
    let aside = dossier(of: subject).flatMap { recused[$0] } ?? []
    var electorate = Electorate(present: seated.count, quorum: quorum)
    electorate.givers = Set(proxies.keys)
    electorate.recused = aside.intersection(seated.union(proxies.keys))
    electorate.advisory = advisoryMembers
    electorate.rules = opening?.charter.rules ?? .standard
    if !purses.isEmpty { electorate.purseVoters = voters(on: purses).subtracting(aside).count }
    return electorate
  }

  mutating func count(_ vote: Vote) throws(SessionError) {
    let electorate = electorate(of: vote.subject, purses: vote.purses)
    let tally = VoteTally(ballots: vote.ballots, electorate: electorate)
    do throws(VoteFault) {
      try check(vote)
      guard tally.reachesQuorum else {
        throw VoteFault.withoutQuorum(counted: tally.counted, quorum: quorum)
      }
    } catch {
      throw .vote(vote.subject, error)
    }
    votes.append(
      CountedVote(
        vote: vote, tally: tally, present: Set(present.keys).union(proxies.keys),
        recused: dossier(of: vote.subject).flatMap { recused[$0] } ?? []))
    follow(vote, isAdopted: tally.isAdopted)
  }

  /// What a vote changes for the decisions to come.
  private mutating func follow(_ vote: Vote, isAdopted: Bool) {
    switch vote.subject {
    case .proposal: break
    case .amendment(let id):
      guard isAdopted, let amendment = amendments[id] else { return }
      carried[amendment.number] = amendment
    case .dossier(let number):
      let bearing = vote.purses.isEmpty ? Array(purses.keys) : vote.purses
      if isAdopted {
        rejected[number]?.subtract(bearing)
      } else {
        rejected[number, default: []].formUnion(bearing)
      }
    }
  }

  private func check(_ vote: Vote) throws(VoteFault) {
    guard isBeforeTheSession(vote.subject) else { throw .unknownSubject }
    for id in vote.purses where purses[id] == nil { throw .unknownPurse(id) }
    let voters = voters(on: vote.purses)
    let aside = dossier(of: vote.subject).flatMap { recused[$0] } ?? []
    var seen: Set<FunderID> = []
    for ballot in vote.ballots {
      let member = ballot.member
      guard members.contains(member) else { throw .notAMember(member) }
      guard isThere(member) else { throw .absent(member) }
      guard seen.insert(member).inserted else { throw .duplicateBallot(member) }
      guard voters.contains(member) || advisoryMembers.contains(member) else {
        throw .notItsPurse(member)
      }
      guard ballot.choice == .takesNoPart || !aside.contains(member) else {
        throw .recused(member)
      }
    }
    let missing = voters.subtracting(seen).subtracting(aside)
    guard missing.isEmpty else { throw .withoutBallot(missing.sorted()) }
  }

  private func isBeforeTheSession(_ subject: VoteSubject) -> Bool {
    switch subject {
    case .proposal(let id): proposals[id] != nil
    case .dossier(let number): applications[number] != nil
    case .amendment(let id): amendments[id] != nil
    }
  }
}
