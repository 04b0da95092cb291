import Committee
import Contract
import Dossiers
import Vocabulary

/// A session of three members, two purses and three dossiers, changed by one line where it matters.
enum SmallSession {
  static let day = Day(daysSinceEpoch: 16_860)
  static let morning = Instant(paris: day, hour: 9)

  static func number(_ order: Int) -> DossierNumber { DossierNumber(call: "2016", order: order) }

  static let members = ["CAF", "DEPARTEMENT", "ETAT"]
  static let charter = SessionCharter(
    members: members.map { SessionMember(id: $0, name: "Membre \($0)") }, quorum: 2)

  static let purses = [
    SessionPurse(
      id: "CAF", funder: "CAF", label: "CAF", amount: Cents(euros: 10_000), nature: .commonLaw),
    SessionPurse(
      id: "ETAT", funder: "ETAT", label: "État", amount: Cents(euros: 5_000), nature: .specific),
  ]

  static func application(_ order: Int, need: Int64 = 4_000) -> SessionApplication {
    SessionApplication(
      number: number(order), title: "Projet \(order)", applicant: "Association \(order)",
      rank: order, scoreTenths: 900 - order, requested: [grant("CAF", need)],
      need: Cents(euros: need), floor: Cents(euros: need / 2))
  }

  static func opening(
    charter: SessionCharter = charter, purses: [SessionPurse] = purses,
    applications: [SessionApplication] = (1...3).map { application($0) }
  ) -> SessionOpening {
    SessionOpening(
      call: "2016", day: day, place: "Salle du conseil", charter: charter, purses: purses,
      applications: applications)
  }

  static func grant(_ purse: String, _ euros: Int64) -> PurseAmount {
    PurseAmount(purse: purse, amount: Cents(euros: euros))
  }

  static func decision(
    _ order: Int, _ kind: DecisionKind, _ grants: [PurseAmount] = [], motive: String? = nil,
    derogation: Derogation? = nil
  ) -> SessionEvent {
    .decision(
      Decision(
        number: number(order), kind: kind, grants: grants, motive: motive, derogation: derogation))
  }

  static func arrival(_ member: FunderID) -> SessionEvent {
    .presence(MemberPresence(member: member, person: "Mme \(member)"))
  }

  static func ballot(_ member: FunderID, _ choice: BallotChoice = .inFavour) -> Ballot {
    Ballot(member: member, choice: choice)
  }

  static let proposal = Proposal(
    id: "P1", strategy: .rank, digest: "ab12",
    grants: [
      ProposedGrant(number: number(1), purse: "CAF", amount: Cents(euros: 4_000)),
      ProposedGrant(number: number(2), purse: "ETAT", amount: Cents(euros: 1_000)),
    ],
    refusals: [ProposedRefusal(number: number(3), reason: "Score inférieur au seuil.")])

  static let derogation = Derogation(
    motive: "Sinistre du local en cours d’année.", author: "Préfet",
    source: LegalSource("Règlement de l’appel, art. 9"))

  /// Opened, with two members present.
  static func open(
    _ opening: SessionOpening = opening(), present: [FunderID] = ["CAF", "ETAT"]
  ) throws(SessionError) -> SessionState {
    var state = SessionState()
    try state.apply(.opened(opening))
    for member in present { try state.apply(arrival(member)) }
    return state
  }

  /// The events of a whole session, numbered.
  static let ledger = recorded([
    .opened(opening()), arrival("CAF"), arrival("ETAT"), arrival("DEPARTEMENT"),
    .proposal(proposal),
    .vote(Vote(subject: .proposal("P1"), ballots: members.map { ballot($0) })),
    decision(1, .granted, [grant("CAF", 4_000)]),
    .departure(MemberDeparture(member: "DEPARTEMENT")),
    decision(2, .partlyGranted, [grant("ETAT", 1_000)], motive: "Enveloppe limitée."),
    .observation(Observation(member: "CAF", text: "Souhaite un bilan en juin.")),
    .vote(
      Vote(
        subject: .dossier(number(3)), ballots: [ballot("ETAT", .against)], purses: ["ETAT"])),
    decision(3, .granted, [grant("ETAT", 5_000)], derogation: derogation),
    decision(3, .refused, motive: "Hors objectifs du contrat."),
    .closed(SessionClosing(at: morning.adding(seconds: 7_200))),
  ])

  static func recorded(_ events: [SessionEvent]) -> [RecordedEvent] {
    events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: morning.adding(seconds: Int64(index) * 60), actor: "secretaire",
        event: event)
    }
  }
}
