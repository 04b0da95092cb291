import Contract
import Dossiers
import Foundation
import Testing
import Vocabulary

@testable import Committee

@Suite struct `The invariants of a session` {
  private func sound() throws -> SessionState { try SessionState.replay(SmallSession.ledger) }

  private func decision(_ kind: DecisionKind, euros: Int64, purse: String = "CAF") -> Decision {
    Decision(
      number: SmallSession.number(1), kind: kind, grants: [SmallSession.grant(purse, euros)])
  }

  /// The state with another decision on the first dossier, its totals kept in step.
  private func tampered(with decision: Decision) throws -> SessionState {
    var state = try sound()
    state.decisions[decision.number] = decision
    state.grantedByPurse = ["ETAT": Cents(euros: 1_000)]
    for grant in decision.grants {
      state.grantedByPurse[grant.purse, default: .zero] += grant.amount
    }
    return state
  }

  @Test func `tell a project above its need`() throws {
    #expect(
      try tampered(with: decision(.granted, euros: 4_001)).invariantBreaches()
        == ["Le dossier 2016-0001 reçoit plus que son besoin."])
  }

  @Test func `tell a purse above its amount, unless a derogation draws on it`() throws {
    let above = decision(.granted, euros: 4_000, purse: "ETAT")
    var state = try tampered(with: above)
    #expect(state.invariantBreaches() == [])
    state.grantedByPurse["ETAT", default: .zero] += Cents(1)
    state.decisions[SmallSession.number(2)] = Decision(
      number: SmallSession.number(2), kind: .partlyGranted,
      grants: [PurseAmount(purse: "ETAT", amount: Cents(100_001))])
    #expect(state.invariantBreaches() == ["L’enveloppe ETAT donne plus que son montant."])
  }

  @Test func `tell a decision that contradicts itself`() throws {
    #expect(
      try tampered(with: decision(.refused, euros: 1)).invariantBreaches()
        == ["Décision et total du dossier 2016-0001 se contredisent."])
  }

  @Test func `tell a running total that is not the sum`() throws {
    var state = try sound()
    state.grantedByPurse["CAF", default: .zero] += Cents(1)
    #expect(
      state.invariantBreaches() == [
        "Le total de l’enveloppe CAF n’est pas la somme des décisions."
      ])
  }

  @Test func `tell a ballot of an absent member and a vote without quorum`() throws {
    var state = try sound()
    let vote = Vote(subject: .proposal("P1"), ballots: [SmallSession.ballot("CAF")])
    state.votes = [
      CountedVote(
        vote: vote,
        tally: VoteTally(
          ballots: vote.ballots, electorate: Electorate(present: 1, quorum: 2)),
        present: ["ETAT"])
    ]
    #expect(
      state.invariantBreaches() == [
        "CAF, absent, a voté (proposition P1).",
        "Un vote a été compté sans quorum (proposition P1).",
      ])
  }

  @Test func `tell a closed session that left a dossier undecided`() throws {
    var state = try sound()
    state.decisions[SmallSession.number(3)] = nil
    #expect(
      state.invariantBreaches() == [
        "La séance est close alors que des dossiers sont sans décision."
      ])
  }
}

@Suite struct `A session takes from the call` {
  @Test func `its members, under their names, and its quorum`() throws {
    let json = #"{"body":"comite","members":["CAF","ETAT"],"quorum":2}"#
    let charter = try JSONDecoder().decode(CommitteeCharter.self, from: Data(json.utf8))
    #expect(
      SessionCharter(charter, name: { "Membre \($0)" })
        == SessionCharter(
          members: [
            SessionMember(id: "CAF", name: "Membre CAF"),
            SessionMember(id: "ETAT", name: "Membre ETAT"),
          ], quorum: 2))
  }

  @Test func `its purses`() throws {
    let json =
      #"{"id":"CAF","funder":"CAF","payer":"CAF","nature":"droit_commun","label":"CAF","#
      + #""amount":1000000,"territories":[],"isAssumed":false,"source":{"citation":"s"}}"#
    let purse = try JSONDecoder().decode(Purse.self, from: Data(json.utf8))
    #expect(SessionPurse(purse) == SmallSession.purses[0])
  }
}
