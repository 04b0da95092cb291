import Allocation
import Committee
import Contract
import Documents
import Dossiers
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Each use case demands its roles` {
  /// A use case, and the roles it is open to.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let roles: Set<Role>
    let run: @Sendable (Desk, CallContext) throws -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "ouvrir un appel", roles: [.secretary]) { desk, _ in
      _ = try desk.openCall(config: "absent/appel.yaml")
    },
    Case(name: "clôturer un appel", roles: [.secretary, .chair]) { desk, context in
      _ = try desk.closeCall(context.call.id)
    },
    Case(name: "déposer un dossier", roles: [.applicant, .instructor, .secretary]) {
      _ = try $0.deposit(try OpenDesk.soundDossier(), in: $1)
    },
    Case(name: "déposer des dossiers", roles: [.instructor, .secretary]) {
      _ = try $0.depositBatch([], in: $1)
    },
    Case(name: "juger la recevabilité", roles: [.instructor, .secretary]) {
      try $0.judgeAdmissibility(of: nil, in: $1) { _ in }
    },
    Case(name: "classer les dossiers", roles: [.instructor, .secretary]) {
      _ = try $0.rank(in: $1)
    },
    Case(name: "ouvrir une séance", roles: [.secretary, .chair]) {
      _ = try $0.openSession(in: $1, place: "ici")
    },
    Case(name: "proposer une répartition", roles: [.secretary, .chair]) {
      _ = try $0.propose(in: $1, strategy: .rank)
    },
    Case(name: "comparer des répartitions", roles: [.secretary, .chair]) {
      _ = try $0.sessionInstance(in: $1)
    },
    Case(name: "notifier les décisions", roles: [.secretary, .chair]) {
      _ = try $0.notify(PaperRequest(number: nil, folder: "/dev/null", format: .page), in: $1)
    },
    Case(name: "préparer les conventions", roles: [.secretary, .chair]) {
      _ = try $0.draftAgreements(
        PaperRequest(number: nil, folder: "/dev/null", format: .page), in: $1)
    },
    Case(name: "noter les présences", roles: [.secretary]) {
      try $0.recordPresence([], in: $1)
    },
    Case(name: "noter les départs", roles: [.secretary]) {
      try $0.recordDepartures([], in: $1)
    },
    Case(name: "enregistrer un vote", roles: [.secretary]) {
      _ = try $0.voteProposal("P1", ballots: nil, in: $1)
    },
    Case(name: "enregistrer une décision", roles: [.secretary]) {
      try $0.decide(Decision(number: .init(call: "2026", order: 1), kind: .granted), in: $1)
    },
    Case(name: "clore la séance", roles: [.secretary, .chair]) {
      try $0.closeSession(in: $1)
    },
    Case(name: "exporter la programmation", roles: [.secretary, .chair, .instructor]) {
      _ = try $0.exportXML(to: "/dossier/absent/programmation.xml", in: $1)
    },
    Case(name: "joindre une pièce", roles: [.applicant, .instructor, .secretary]) { desk, _ in
      _ = try desk.attachPiece(
        to: .init(call: "2026", order: 1), path: "/dossier/absent/rib.pdf", kind: .bankDetails)
    },
    Case(name: "joindre une pièce", roles: [.applicant, .instructor, .secretary]) { desk, _ in
      _ = try desk.reusePiece(in: .init(call: "2026", order: 1), piece: 1)
    },
    Case(name: "extraire une pièce", roles: [.applicant, .instructor, .secretary]) { desk, _ in
      _ = try desk.extractPiece(1, of: .init(call: "2026", order: 1), to: "/dossier/absent/rib.pdf")
    },
    Case(name: "lister les dossiers", roles: Set(Role.allCases)) {
      _ = try $0.seenDossiers(in: $1)
    },
    Case(name: "montrer un dossier", roles: Set(Role.allCases)) { desk, _ in
      _ = try desk.sheet(of: .init(call: "2026", order: 1))
    },
    Case(
      name: "extraire un dossier tel que reçu",
      roles: [.applicant, .instructor, .secretary, .chair]
    ) { desk, _ in
      _ = try desk.receivedBytes(of: .init(call: "2026", order: 1))
    },
    Case(
      name: "lister les dossiers à instruire", roles: Set(Role.allCases).subtracting([.applicant])
    ) {
      _ = try $0.seenDossiersToReview(in: $1, unmarked: false, reviewer: nil)
    },
    Case(name: "voir les mandats", roles: Set(Role.allCases).subtracting([.applicant])) { desk, _ in
      _ = try desk.mandates()
    },
    Case(name: "donner un avis", roles: [.funder, .secretary]) {
      _ = try $0.giveOpinions([], in: $1)
    },
    Case(name: "voir les avis", roles: [.funder, .instructor, .secretary, .chair]) {
      _ = try $0.opinions(in: $1)
    },
    Case(name: "préparer la séance", roles: [.funder, .instructor, .secretary, .chair]) {
      _ = try $0.prepareCommittee(to: "/dossier/absent", in: $1)
    },
    Case(
      name: "voir le tableau de la séance", roles: Set(Role.allCases).subtracting([.applicant])
    ) {
      _ = try $0.board(of: $1)
    },
    Case(name: "lire le journal", roles: [.instructor, .secretary, .chair, .reader]) { desk, _ in
      _ = try desk.seenJournal(after: 0, limit: 1)
    },
    Case(name: "ajouter un acteur", roles: [.secretary]) { desk, _ in
      try desk.addActor(Actor(id: "intrus", role: .reader))
    },
    Case(name: "retirer un acteur", roles: [.secretary]) { desk, _ in
      try desk.removeActor(desk.actorID)
    },
  ]

  @Test(arguments: cases)
  func `and refuses, with a line in the journal, everyone else`(useCase: Case) throws {
    let open = try OpenDesk()
    for role in Role.allCases {
      let desk = try open.desk(of: role)
      let before = try open.acts().count
      let outcome = Result { try useCase.run(desk, open.context) }
      let refused = outcome.failure(as: DeskError.self)?.exitCode == 77
      #expect(refused == !useCase.roles.contains(role), "\(role)")
      guard refused else { continue }
      let acts = try open.acts()
      #expect(acts.count == before + 1)
      #expect(acts.last == "un \(role.rawValue) refus \(useCase.name) rôle \(role.rawValue)")
    }
    try open.expectSound()
  }

  @Test(arguments: cases)
  func `and refuses who is not an actor of the base`(useCase: Case) throws {
    let open = try OpenDesk()
    let stranger = open.desk.acting(as: "inconnu", at: open.desk.surroundings.now())
    #expect(throws: DeskError.unknownActor("inconnu")) { try useCase.run(stranger, open.context) }
    #expect(try open.acts().last == "inconnu refus \(useCase.name) acteur inconnu")
  }

  @Test func `and forgets an actor once removed`() throws {
    let open = try OpenDesk()
    let instructor = try open.desk(of: .instructor)
    try open.desk.removeActor("un instructeur")
    #expect(throws: DeskError.unknownActor("un instructeur")) {
      try instructor.rank(in: open.context)
    }
    #expect(try open.desk.actors().map(\.id) == ["secretariat"])
  }

  @Test func `and removes only whom it knows`() throws {
    let open = try OpenDesk()
    let error = #expect(throws: DeskError.self) { try open.desk.removeActor("absent") }
    #expect(error?.exitCode == 1)
  }

  @Test(arguments: ["", String(repeating: "é", count: 65)])
  func `and gives no name that the base could not hold`(id: String) throws {
    let open = try OpenDesk()
    let before = try open.acts()
    #expect(throws: DeskError.self) { try open.desk.addActor(Actor(id: id, role: .reader)) }
    #expect(try open.acts() == before)
    let request = BaseRequest(
      path: open.folder.file("autre.sqlite"), reference: OpenDesk.territory("henin-carvin"),
      actor: id, isTraining: true)
    #expect(throws: DeskError.self) {
      try Desk.create(
        request, resources: OpenDesk.resources, surroundings: open.desk.surroundings)
    }
    #expect(!open.folder.names.contains("autre.sqlite"))
  }

  @Test func `and keeps a secretary at all times`() throws {
    let open = try OpenDesk()
    #expect(throws: DeskError.self) { try open.desk.removeActor("secretariat") }
    #expect(throws: DeskError.self) {
      try open.desk.addActor(Actor(id: "secretariat", role: .reader))
    }
    #expect(try open.desk.actors().map(\.role) == [.secretary])
  }

  @Test func `and knows the funders that actors speak for`() throws {
    let open = try OpenDesk()
    #expect(throws: DeskError.self) {
      try open.desk.addActor(Actor(id: "x", role: .funder, funder: "INCONNU"))
    }
    #expect(try open.desk.actors().count == 1)
  }
}

@Suite struct `The clock of the environment` {
  static let clock = Surroundings { Instant(secondsSinceEpoch: 1_000) }

  @Test func `is refused on an ordinary base, at creation and after`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    #expect(throws: DeskError.clockNotAllowed) {
      try create(path, override: "2016-01-10T10:00:00Z")
    }
    #expect(folder.names == [])
    try create(path, override: nil)
    #expect(throws: DeskError.clockNotAllowed) { try open(path, override: "2016-01-10T10:00:00Z") }
    #expect(DeskError.clockNotAllowed.exitCode == 77)
  }

  @Test func `sets the time of a training base, and must be readable`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    try create(path, isTraining: true, override: "2016-01-10T10:00:00+01:00")
    let desk = try open(path, override: "2016-01-11T10:00:00+01:00")
    try desk.addActor(Actor(id: "x", role: .reader))
    #expect(
      try desk.journalLines(after: 0, limit: 9).map(\.act.at.rfc3339)
        == ["2016-01-10T10:00:00+01:00", "2016-01-11T10:00:00+01:00"])
    #expect(throws: DeskError.clockUnreadable("demain")) { try open(path, override: "demain") }
  }

  private func create(_ path: String, isTraining: Bool = false, override: String?) throws {
    _ = try Desk.create(
      BaseRequest(
        path: path, reference: OpenDesk.territory("henin-carvin"), actor: "s",
        isTraining: isTraining),
      resources: OpenDesk.resources, surroundings: Self.clock, clockOverride: override)
  }

  private func open(_ path: String, override: String?) throws -> Desk {
    try Desk.open(
      path: path, actor: "s", resources: OpenDesk.resources, surroundings: Self.clock,
      clockOverride: override)
  }
}

extension Result {
  fileprivate func failure<Known: Error>(as type: Known.Type) -> Known? {
    switch self {
    case .success: nil
    case .failure(let error): error as? Known
    }
  }
}
