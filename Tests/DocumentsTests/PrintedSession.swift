import Committee
import Contract
import Dossiers
import Foundation
import Vocabulary

@testable import Documents

/// A whole session as it would be minuted: arrivals, a proposal, votes, a derogation, a revision.
enum PrintedSession {
  static let day = Day(daysSinceEpoch: 16_860)
  static let morning = Instant(paris: day, hour: 9, minute: 30)

  static func number(_ order: Int) -> DossierNumber { DossierNumber(call: "2016", order: order) }

  static func grant(_ purse: String, _ euros: Int64) -> PurseAmount {
    PurseAmount(purse: purse, amount: Cents(euros: euros))
  }

  static func application(
    _ order: Int, _ title: String, _ applicant: String, need: Int64
  ) -> SessionApplication {
    SessionApplication(
      number: number(order), title: title, applicant: applicant, rank: 5 - order,
      scoreTenths: 500 + order, requested: [grant("CAF", need / 2), grant("ETAT", need / 2)],
      need: Cents(euros: need), floor: .zero)
  }

  static func opening(title: String = "Jardin partagé") -> SessionOpening {
    SessionOpening(
      call: "2016", day: day, place: "hôtel de communauté",
      charter: SessionCharter(
        members: [
          SessionMember(id: "ETAT", name: "État, direction de la cohésion sociale"),
          SessionMember(id: "CAF", name: "Caisse d’allocations familiales"),
          SessionMember(id: "DEPT", name: "Département"),
          SessionMember(id: "HAB", name: "Conseil citoyen"),
        ], quorum: 2),
      purses: [
        SessionPurse(
          id: "CAF", funder: "CAF", label: "CAF, fonds locaux", amount: Cents(euros: 20_000),
          nature: .commonLaw),
        SessionPurse(
          id: "ETAT", funder: "ETAT", label: "État, politique de la ville",
          amount: Cents(euros: 6_000), nature: .specific),
      ],
      applications: [
        application(1, title, "Les Mains vertes", need: 4_000),
        application(
          2, "Ateliers numériques pour les jeunes et leurs familles du quartier",
          "Centre social Jean-Jaurès", need: 12_000),
        application(3, "Permanences d’accès aux droits", "CIDFF", need: 6_000),
        application(4, "Tournoi d’échecs", "Échiquier du bassin", need: 2_000),
      ])
  }

  static func decision(
    _ order: Int, _ kind: DecisionKind, _ grants: [PurseAmount] = [], motive: String? = nil,
    derogation: Derogation? = nil
  ) -> SessionEvent {
    .decision(
      Decision(
        number: number(order), kind: kind, grants: grants, motive: motive, derogation: derogation))
  }

  static let proposal = Proposal(
    id: "P1", strategy: .rank, digest: "9f2c41d07a",
    grants: [
      ProposedGrant(number: number(4), purse: "CAF", amount: Cents(euros: 2_000)),
      ProposedGrant(number: number(3), purse: "ETAT", amount: Cents(euros: 6_000)),
      ProposedGrant(number: number(2), purse: "CAF", amount: Cents(euros: 7_500)),
    ],
    refusals: [ProposedRefusal(number: number(1), reason: "Score inférieur au seuil de 52 points.")]
  )

  static func arrival(_ member: FunderID, _ person: String) -> SessionEvent {
    .presence(MemberPresence(member: member, person: person))
  }

  static func ledger(title: String = "Jardin partagé", isClosed: Bool = true) -> [RecordedEvent] {
    let deliberation: [SessionEvent] = [
      .opened(opening(title: title)), arrival("ETAT", "Mme Martin"), arrival("CAF", "M. Lefèvre"),
      arrival("HAB", "Mme Diallo"), .proposal(proposal),
      .vote(
        Vote(
          subject: .proposal("P1"),
          ballots: [
            Ballot(member: "ETAT", choice: .inFavour), Ballot(member: "CAF", choice: .inFavour),
            Ballot(member: "HAB", choice: .abstains),
          ])),
      decision(4, .granted, [grant("CAF", 2_000)]), decision(3, .granted, [grant("ETAT", 6_000)]),
      decision(2, .partlyGranted, [grant("CAF", 7_500)]),
      decision(1, .refused, motive: "Score inférieur au seuil de 52 points."),
      .departure(MemberDeparture(member: "HAB")),
      .observation(Observation(member: "CAF", text: "La CAF souhaite un bilan en juin.")),
      decision(
        2, .partlyGranted, [grant("CAF", 7_500), grant("ETAT", 1_500)],
        motive: "Complément demandé par l’État pour les familles.",
        derogation: Derogation(
          motive: "Local sinistré en janvier", author: "préfet",
          source: LegalSource("règlement de l’appel, art. 9"))),
    ]
    let closing = SessionEvent.closed(SessionClosing(at: morning.adding(seconds: 5_400)))
    return (deliberation + (isClosed ? [closing] : [])).enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: morning.adding(seconds: Int64(index) * 300), actor: "secretaire",
        event: event)
    }
  }

  static func view(
    title: String = "Jardin partagé", isClosed: Bool = true, isTraining: Bool = false
  ) throws -> MinutesView {
    try MinutesView(
      events: ledger(title: title, isClosed: isClosed),
      contractName: "Contrat de ville d’exemple 2015-2020",
      callTitle: "Appel à projets 2016", isTraining: isTraining)
  }
}

/// The files these tests read: the templates of the project, the documents expected.
enum TestFiles {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func templates() throws -> DocumentTemplates {
    try DocumentTemplates(sources: sources())
  }

  static func sources() throws -> [String: String] {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    var sources: [String: String] = [:]
    for kind in DocumentKind.allCases {
      let file = root.appending(path: "templates/documents/\(kind.fileName)")
      sources[kind.fileName] = try String(contentsOf: file, encoding: .utf8)
    }
    return sources
  }

  static func expected(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "Expected/\(name)"), encoding: .utf8)
  }

  /// Compares with the expected document; with `RECORD_SNAPSHOTS=1`, writes it first.
  static func expected(_ name: String, recording text: String) throws -> String {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(
        to: folder.appending(path: "Expected/\(name)"), atomically: true, encoding: .utf8)
    }
    return try expected(name)
  }
}
