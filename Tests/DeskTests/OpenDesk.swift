import Allocation
import Committee
import Contract
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

/// A training base on the disk with one call open, whose clock and actor tests choose.
struct OpenDesk {
  let folder: TemporaryFolder
  /// The secretary's desk, in the middle of the call.
  let desk: Desk
  let context: CallContext

  static let resources = Resources(root: ProjectRoot.url("").path)

  /// The folder of a territory of the fixtures; a whole path is taken as it is.
  static func territory(_ name: String) -> String {
    name.hasPrefix("/") ? name : ProjectRoot.url("fixtures/\(name)").path
  }

  init(
    _ territory: String = "henin-carvin", call: String = "appel-2026",
    resources: Resources = resources
  ) throws {
    folder = try TemporaryFolder()
    let clock = Surroundings { Instant(secondsSinceEpoch: 1_400_000_000) }
    let base = folder.file("base.sqlite")
    _ = try Desk.create(
      BaseRequest(
        path: base, reference: Self.territory(territory), actor: "secretariat", isTraining: true),
      resources: resources, surroundings: clock)
    let desk = try Desk.open(
      path: base, actor: "secretariat", resources: resources, surroundings: clock)
    let opened = try desk.openCall(config: "\(Self.territory(territory))/\(call)/appel.yaml").call
    context = try desk.callContext(opened.id)
    self.desk = desk.acting(at: Instant(paris: opened.calendar.opening, hour: 12))
  }

  /// The secretary's desk on the morning of the committee, once nothing more can be deposited.
  var committee: Desk { desk.acting(at: morning) }
  /// Nine o'clock on the day of the committee.
  var morning: Instant { Instant(paris: context.call.calendar.committee, hour: 9) }

  /// The desk of another actor, added with its role.
  func desk(of role: Role) throws -> Desk {
    try desk.addActor(
      Actor(id: "un \(role.rawValue)", role: role, funder: role == .funder ? funder : nil))
    return desk.acting(as: "un \(role.rawValue)", at: desk.surroundings.now())
  }

  private var funder: String? { context.reference.funders.first?.id }

  /// The sheet of the second territory's season that nothing speaks against.
  static func soundDossier() throws -> SourceFile {
    try Territory.source("fixtures/saisons/henin-carvin-2026/01-rouvroy-charte-de-proximite.yaml")
  }

  /// Everything the season's own review leads to: judged, ranked, discussed, decided, closed.
  func deliberate() throws {
    try desk.judgeAdmissibility(of: nil, in: context) { _ in }
    _ = try desk.rank(in: context)
    let opening = try committee.openSession(in: context, place: "salle du conseil")
    try committee.recordPresence(
      context.call.committee.members.map { .init(member: $0, person: "représentant") }, in: context)
    if !opening.applications.isEmpty {
      let proposal = try committee.propose(in: context, strategy: .rank).proposal
      _ = try committee.voteProposal(proposal.id, ballots: nil, in: context)
    }
    try committee.closeSession(in: context)
  }

  /// The acts of the journal, oldest first.
  func acts() throws -> [String] {
    try desk.journalLines(after: 0, limit: 10_000).map {
      "\($0.act.actor) \($0.act.act) \($0.act.subject) \($0.act.detail)"
    }
  }

  /// Every promise holds; called at the end of each integration test.
  func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let verdict = try desk.verifyBase()
    #expect(verdict.broken == [], sourceLocation: location)
    #expect(verdict.isSound, sourceLocation: location)
  }
}
