import Committee
import Contract
import Dossiers
import Vocabulary

/// A session with everything that a debate may hold: four voting members, one advisory delegate, three
/// purses, four dossiers, one proxy a member, a casting vote.
enum DebatedSession {
  static let rules = VotingRules(
    purseQuorum: 1, proxies: 1, countsProxies: false, castingVote: "ETAT")
  static let charter = SessionCharter(
    members: ["CAF", "DEPARTEMENT", "ETAT", "REGION"].map {
      SessionMember(id: $0, name: "Membre \($0)")
    } + [SessionMember(id: "CITOYENNE", name: "Conseil citoyen", voice: .advisory)],
    quorum: 2, rules: rules)
  static let purses =
    SmallSession.purses + [
      SessionPurse(
        id: "REGION", funder: "REGION", label: "Région", amount: Cents(euros: 8_000),
        nature: .commonLaw)
    ]

  static func opening(rules: VotingRules? = rules) -> SessionOpening {
    SmallSession.opening(
      charter: SessionCharter(members: charter.members, quorum: 2, rules: rules), purses: purses,
      applications: (1...4).map { SmallSession.application($0) })
  }

  static func open(
    rules: VotingRules? = rules, present: [FunderID] = ["CAF", "ETAT", "REGION", "CITOYENNE"]
  ) throws(SessionError) -> SessionState {
    try SmallSession.open(opening(rules: rules), present: present)
  }

  static func promise(
    _ order: Int, _ purse: String, _ euros: Int64, if other: String? = nil, _ least: Int64 = 0
  ) -> SessionEvent {
    .commitment(
      Commitment(
        number: SmallSession.number(order), purse: purse, amount: Cents(euros: euros),
        condition: other.map { .init(purse: $0, least: Cents(euros: least)) }))
  }

  static func withdrawal(_ order: Int, _ purse: String) -> SessionEvent {
    .commitmentWithdrawn(
      CommitmentWithdrawal(
        number: SmallSession.number(order), purse: purse, motive: "Budget voté en baisse."))
  }

  static func amendment(_ order: Int, _ grants: [PurseAmount]) -> SessionEvent {
    .amendment(
      Amendment(
        id: "A1", number: SmallSession.number(order), author: "CAF", grants: grants,
        motive: "Une première tranche."))
  }

  static func recusal(_ member: FunderID, _ order: Int) -> SessionEvent {
    .recusal(
      Recusal(member: member, number: SmallSession.number(order), motive: "Administratrice."))
  }

  static func adjustment(
    _ order: Int, _ kind: CellAdjustment.Kind, _ euros: Int64? = nil
  ) -> SessionEvent {
    .adjustment(
      CellAdjustment(
        number: SmallSession.number(order), purse: "CAF", kind: kind,
        amount: euros.map { Cents(euros: $0) }, motive: "Vœu du comité."))
  }

  static func scenario(_ name: String) -> SessionEvent {
    .scenario(
      Scenario(
        name: name, note: "Sans la Région.", strategy: .rank, digest: "cd34",
        grants: SmallSession.proposal.grants, refusals: SmallSession.proposal.refusals))
  }

  /// One event of each kind that ``SmallSession/ledger`` lacks.
  static let ledger = SmallSession.recorded([
    .opened(opening()), SmallSession.arrival("CAF"), SmallSession.arrival("ETAT"),
    .proxy(Proxy(giver: "DEPARTEMENT", holder: "CAF")), recusal("CAF", 2),
    .called(ProjectCall(number: SmallSession.number(1))), scenario("Sans Région"),
    amendment(1, [SmallSession.grant("CAF", 2_000)]),
    .vote(
      Vote(
        subject: .amendment("A1"),
        ballots: [
          SmallSession.ballot("CAF"), SmallSession.ballot("ETAT"),
          SmallSession.ballot("DEPARTEMENT"),
        ])),
    promise(1, "REGION", 1_000, if: "CAF", 2_000), withdrawal(1, "REGION"),
    adjustment(3, .pinned, 1_000), .suspended(Suspension(motive: "Déjeuner.")),
    .resumed(Resumption()), .batch(Batch(digest: "ab", count: 1)),
  ])
}
