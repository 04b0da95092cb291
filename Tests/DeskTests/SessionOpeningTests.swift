import Allocation
import Committee
import Contract
import Dossiers
import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite struct `A session opens` {
  private func deposited(_ files: String...) throws -> OpenDesk {
    let open = try OpenDesk()
    for file in files {
      let path = "fixtures/saisons/henin-carvin-2026/\(file)"
      _ = try open.desk.deposit(try Territory.source(path), in: open.context)
    }
    return open
  }

  private func refusal(of open: OpenDesk, by desk: Desk) throws -> String? {
    let acts = try open.acts()
    let error = #expect(throws: DeskError.self) {
      try desk.openSession(in: open.context, place: "ici")
    }
    #expect(error?.exitCode == 1)
    #expect(try open.acts() == acts)
    #expect(throws: DeskError.noSession) { try desk.session(of: open.context) }
    return error?.french
  }

  @Test func `once nothing more can be deposited`() throws {
    let open = try deposited()
    #expect(try open.desk.rank(in: open.context).dossiers == 0)
    let last = open.context.call.calendar.closing.lastDay
    let evening = open.desk.acting(at: Instant(paris: last, hour: 23, minute: 59))
    #expect(
      try refusal(of: open, by: evening)
        == "Des dossiers peuvent encore être déposés, jusqu’au \(last.french) à minuit "
        + "(heure de Paris). Attendez ce terme, ou clôturez l’appel : aap appel cloturer.")
    _ = try evening.closeCall()
    #expect(
      try evening.openSession(in: open.context, place: "ici").applications.isEmpty)
    #expect(throws: DeskError.self) { try evening.propose(in: open.context, strategy: .rank) }
    try evening.closeSession(in: open.context)
    try open.expectSound()
  }

  @Test func `once every dossier is judged`() throws {
    let open = try deposited("01-rouvroy-charte-de-proximite.yaml")
    #expect(try open.desk.rank(in: open.context).dossiers == 0)
    #expect(
      try refusal(of: open, by: open.committee)
        == "Des dossiers ne sont pas jugés : 2026-0001. "
        + "Jugez-les : aap instruire recevabilite --tous, puis aap classer.")
  }

  @Test func `once every admissible dossier is ranked`() throws {
    let open = try deposited(
      "01-rouvroy-charte-de-proximite.yaml", "03-observatoire-par-les-habitants.yaml")
    let numbers = try open.desk.dossierLines(in: open.context).map(\.number)
    try open.desk.judgeAdmissibility(of: numbers[0], in: open.context) { _ in }
    #expect(try open.desk.rank(in: open.context).dossiers == 1)
    try open.desk.judgeAdmissibility(of: numbers[1], in: open.context) { _ in }
    #expect(
      try refusal(of: open, by: open.committee)
        == "Des dossiers recevables ne sont pas au classement : 2026-0002. "
        + "Recalculez-le : aap classer.")
    #expect(try open.desk.rank(in: open.context).dossiers == 2)
    let opening = try open.committee.openSession(in: open.context, place: "ici")
    #expect(opening.applications.map(\.number).sorted() == numbers)
    try open.expectSound()
  }

  @Test func `only on what its own rules accept`() throws {
    let open = try deposited()
    #expect(try open.desk.rank(in: open.context).dossiers == 0)
    let json = String(decoding: try JSONEncoder().encode(open.context.call), as: UTF8.self)
    let changed = json.replacing("\"quorum\":2", with: "\"quorum\":99")
    #expect(changed != json)
    let record = CallRecord(
      call: try JSONDecoder().decode(Call.self, from: Data(changed.utf8)),
      fingerprint: open.context.record.fingerprint, openedAt: open.context.record.openedAt,
      closedAt: nil)
    let impossible = CallContext(
      record: record, reference: open.context.reference, library: open.context.library)
    let members = open.context.call.committee.members.count
    #expect(throws: SessionError.opening(.impossibleQuorum(99, members: members))) {
      try open.committee.openSession(in: impossible, place: "ici")
    }
    #expect(throws: DeskError.noSession) { try open.desk.session(of: open.context) }
    try open.expectSound()
  }
}
