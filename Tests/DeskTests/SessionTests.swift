import Allocation
import Committee
import Contract
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A session of the committee` {
  let open: OpenDesk

  init() throws {
    open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
  }

  @Test func `waits for a ranking`() throws {
    #expect(throws: DeskError.noRanking) {
      try open.committee.openSession(in: open.context, place: "ici")
    }
    #expect(throws: DeskError.noSession) { try open.desk.session(of: open.context) }
    try open.expectSound()
  }

  @Test func `freezes the ranking, and is open once at a time`() throws {
    try rankAndOpen()
    #expect(throws: DeskError.self) { try open.desk.rank(in: open.context) }
    #expect(throws: Self.alreadyOpen) {
      try open.committee.openSession(in: open.context, place: "ailleurs")
    }
    try open.expectSound()
  }

  @Test func `votes nothing below its quorum`() throws {
    try rankAndOpen()
    let members = open.context.call.committee.members
    try open.committee.recordPresence(
      [MemberPresence(member: members[0], person: "seule")], in: open.context)
    let id = try open.committee.propose(in: open.context, strategy: .rank).proposal.id
    let before = try open.acts()
    let error = #expect(throws: SessionError.self) {
      try open.committee.voteProposal(id, ballots: nil, in: open.context)
    }
    #expect(error?.finding.code.contains("quorum") == true)
    #expect(try open.acts() == before)
    #expect(try open.desk.session(of: open.context).state.decisions.isEmpty)
    try open.expectSound()
  }

  @Test func `decides nothing outside its events`() throws {
    try rankAndOpen()
    #expect(throws: SessionError.self) { try open.committee.closeSession(in: open.context) }
    #expect(throws: SessionError.self) {
      try open.committee.voteProposal("P9", ballots: nil, in: open.context)
    }
    #expect(try open.desk.session(of: open.context).record.closedAt == nil)
  }

  @Test func `is sealed once closed`() throws {
    try rankAndOpen()
    let members = open.context.call.committee.members
    try open.committee.recordPresence(
      members.map { MemberPresence(member: $0, person: "x") }, in: open.context)
    let id = try open.committee.propose(in: open.context, strategy: .rank).proposal.id
    _ = try open.committee.voteProposal(id, ballots: nil, in: open.context)
    try open.committee.closeSession(in: open.context)
    #expect(throws: DeskError.sessionAlreadyClosed) {
      try open.committee.propose(in: open.context, strategy: .rank)
    }
    #expect(throws: DeskError.sessionAlreadyClosed) {
      try open.committee.closeSession(in: open.context)
    }
    let error = #expect(throws: DeskError.self) {
      try open.committee.openSession(in: open.context, place: "ici")
    }
    #expect(error?.exitCode == 1)
    #expect(error?.french.hasPrefix("La séance de cet appel est close ;") == true)
    try open.expectSound()
  }

  static let alreadyOpen = DeskError.refused(
    "Une séance est déjà ouverte.", remedy: "Clôturez-la d’abord : aap comite clore.")

  private func rankAndOpen() throws {
    #expect(try open.desk.rank(in: open.context).dossiers == 1)
    _ = try open.committee.openSession(in: open.context, place: "ici")
  }
}

@Suite struct `The export of the programme` {
  private func decided(resources: Resources = OpenDesk.resources) throws -> OpenDesk {
    let open = try OpenDesk(resources: resources)
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.deliberate()
    return open
  }

  @Test func `waits until the session is closed`() throws {
    let open = try OpenDesk()
    let path = open.folder.file("programmation.xml")
    #expect(throws: DeskError.noSession) { try open.desk.exportXML(to: path, in: open.context) }
    _ = try open.desk.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    let error = #expect(throws: DeskError.self) {
      try open.desk.exportXML(to: path, in: open.context)
    }
    #expect(error?.exitCode == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `leaves nothing behind where it cannot write`() throws {
    let open = try decided()
    let folder = try TemporaryFolder()
    try folder.write("un fichier", to: "fichier")
    for path in [folder.path, folder.file("absent/p.xml"), folder.file("fichier/p.xml")] {
      let error = #expect(throws: DeskError.self) {
        try open.desk.exportXML(to: path, in: open.context)
      }
      #expect(error?.exitCode == 73)
    }
    #expect(folder.names == ["fichier"])
    #expect(try !open.acts().contains { $0.contains("export XML") })
    try open.expectSound()
  }

  @Test func `twice gives the same bytes, and simulated none`() throws {
    let open = try decided()
    let folder = try TemporaryFolder()
    let simulated = try open.desk.exportXML(
      to: folder.file("0.xml"), in: open.context, isSimulated: true)
    #expect(folder.names == [])
    for name in ["1.xml", "2.xml"] {
      #expect(try open.desk.exportXML(to: folder.file(name), in: open.context) == simulated)
    }
    #expect(folder.names == ["1.xml", "2.xml"])
    #expect(
      try Data(contentsOf: URL(filePath: folder.file("1.xml")))
        == Data(contentsOf: URL(filePath: folder.file("2.xml"))))
  }

  @Test func `never gives its name to an invalid file`() throws {
    let stricter = try TemporaryFolder()
    for name in ["templates", "schemas"] {
      try FileManager.default.copyItem(
        atPath: ProjectRoot.url(name).path, toPath: stricter.file(name))
    }
    let schema = "schemas/programmation-1.0.xsd"
    let text = try String(contentsOfFile: stricter.file(schema), encoding: .utf8)
    let changed = text.replacing("name=\"projet\"", with: "name=\"chantier\"")
    #expect(changed != text)
    try stricter.write(changed, to: schema)
    let open = try decided(resources: Resources(root: stricter.path))
    let path = try open.folder.write("l’ancienne programmation", to: "programmation.xml")
    let before = open.folder.names
    let refusal = #expect(throws: Refusal.self) {
      try open.desk.exportXML(to: path, in: open.context)
    }
    #expect(refusal?.findings.areBlocking == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "l’ancienne programmation")
    #expect(open.folder.names == before)
    #expect(try !open.acts().contains { $0.contains("export XML") })
  }
}
