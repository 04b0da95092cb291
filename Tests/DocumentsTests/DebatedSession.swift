import Committee
import Contract
import Dossiers
import Vocabulary

@testable import Documents

/// A session where everything that may happen happens: substitutes, proxies, recusals, amendments,
/// promises that lean on each other, withdrawals, a suspension.
enum DebatedSession {
  private typealias Sheet = PrintedSession

  static func opening() -> SessionOpening {
    let printed = Sheet.opening()
    return SessionOpening(
      call: printed.call, day: printed.day, place: printed.place,
      charter: SessionCharter(
        members: [
          SessionMember(id: "ETAT", name: "État, direction de la cohésion sociale"),
          SessionMember(id: "CAF", name: "Caisse d’allocations familiales"),
          SessionMember(id: "DEPT", name: "Département"),
          SessionMember(id: "HAB", name: "Conseil citoyen", voice: .advisory),
        ], quorum: 2, rules: VotingRules(proxies: 1, countsProxies: true)),
      purses: printed.purses + [
        SessionPurse(
          id: "DEPT", funder: "DEPT", label: "Département, insertion",
          amount: Cents(euros: 5_000), nature: .commonLaw)
      ],
      applications: printed.applications)
  }

  private static func ballot(_ member: FunderID, _ choice: BallotChoice) -> Ballot {
    Ballot(member: member, choice: choice)
  }

  private static func promise(
    _ purse: String, _ euros: Int64, if other: String? = nil, gives least: Int64 = 0
  ) -> SessionEvent {
    .commitment(
      Commitment(
        number: Sheet.number(2), purse: purse, amount: Cents(euros: euros),
        condition: other.map { .init(purse: $0, least: Cents(euros: least)) }))
  }

  private static let arrivals: [SessionEvent] = [
    .opened(opening()),
    .presence(MemberPresence(member: "ETAT", person: "Mme Martin", isSubstitute: true)),
    Sheet.arrival("CAF", "M. Lefèvre"), Sheet.arrival("HAB", "Mme Diallo"),
    .proxy(Proxy(giver: "DEPT", holder: "CAF")),
    .recusal(
      Recusal(member: "CAF", number: Sheet.number(4), motive: "siège au bureau de l’association")),
    .proposal(Sheet.proposal),
    .scenario(
      Scenario(
        name: "sans la CAF", note: "la CAF se retire", strategy: .rank, digest: "77aa",
        grants: [], refusals: [])),
  ]

  private static let debate: [SessionEvent] = [
    .called(ProjectCall(number: Sheet.number(2))),
    .amendment(
      Amendment(
        id: "A1", number: Sheet.number(2), author: "CAF", grants: [Sheet.grant("CAF", 4_000)],
        motive: "l’atelier du mercredi est déjà financé")),
    .vote(
      Vote(
        subject: .amendment("A1"),
        ballots: [
          ballot("ETAT", .against), ballot("CAF", .inFavour), ballot("DEPT", .against),
          ballot("HAB", .inFavour),
        ])),
    promise("CAF", 2_000, if: "ETAT", gives: 1_000), promise("ETAT", 1_000, if: "DEPT", gives: 500),
    promise("DEPT", 500),
    .commitmentWithdrawn(
      CommitmentWithdrawal(number: Sheet.number(2), purse: "DEPT", motive: "crédits gelés")),
    .adjustment(
      CellAdjustment(
        number: Sheet.number(3), purse: "ETAT", kind: .capped, amount: Cents(euros: 5_000),
        motive: "l’État ne paie pas tout")),
    .suspended(Suspension(motive: "panne de courant")), .resumed(Resumption()),
    .vote(
      Vote(
        subject: .dossier(Sheet.number(4)),
        ballots: [ballot("ETAT", .inFavour), ballot("DEPT", .inFavour)])),
    .presence(MemberPresence(member: "DEPT", person: "M. Roux")),
    .vote(
      Vote(
        subject: .dossier(Sheet.number(3)), ballots: [ballot("ETAT", .inFavour)],
        purses: ["ETAT"])),
  ]

  private static let decisions: [SessionEvent] = [
    .batch(Batch(digest: "b0b0", count: 4)),
    Sheet.decision(4, .granted, [Sheet.grant("DEPT", 2_000)]),
    Sheet.decision(3, .partlyGranted, [Sheet.grant("ETAT", 5_000)]),
    Sheet.decision(2, .partlyGranted, [Sheet.grant("DEPT", 1_000)], derogation: derogation),
    Sheet.decision(1, .deferred, motive: "Il manque l’accord du bailleur."),
  ]

  private static let derogation = Derogation(
    motive: "Crédits dégelés pendant la séance", author: "Département")

  static func ledger() -> [RecordedEvent] {
    let closing = SessionEvent.closed(SessionClosing(at: Sheet.morning.adding(seconds: 7_200)))
    let before = arrivals + debate
    return (before + decisions + [closing]).enumerated().map { index, event in
      // What one file decides has one moment.
      let minute = min(index, before.count) + (index == before.count + decisions.count ? 1 : 0)
      return RecordedEvent(
        sequence: index + 1, at: Sheet.morning.adding(seconds: Int64(minute) * 240),
        actor: "secretaire", event: event)
    }
  }

  static func view() throws -> MinutesView {
    try MinutesView(
      events: ledger(), contractName: "Contrat de ville d’exemple 2015-2020",
      callTitle: "Appel à projets 2016", isTraining: false)
  }
}
