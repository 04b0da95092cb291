import Committee
import Contract
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A derogation` {
  @Test func `lets a decision pass a limit, is listed, and leaves the base sound`() throws {
    let open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    let opening = try open.committee.openSession(in: open.context, place: "ici")
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "représentant") },
      in: open.context)
    let application = try #require(opening.applications.first)
    let purse = try #require(opening.purses.first)
    func decision(_ derogation: Derogation?) -> Decision {
      Decision(
        number: application.number, kind: .granted,
        grants: [PurseAmount(purse: purse.id, amount: purse.amount + Cents(1))],
        derogation: derogation)
    }
    #expect(throws: SessionError.self) {
      try open.committee.decide(decision(nil), in: open.context)
    }
    let derogation = Derogation(
      motive: "Sinistre du local.", author: "secretariat",
      source: LegalSource("Règlement de l’appel, art. 9"))
    try open.committee.decide(decision(derogation), in: open.context)
    try open.committee.closeSession(in: open.context)
    let listed = try open.committee.derogations(in: open.context)
    #expect(listed.map(\.motive) == [derogation.motive])
    #expect(listed.map(\.source) == ["Règlement de l’appel, art. 9"])
    #expect(listed.map(\.isInForce) == [true])
    try open.expectSound()
    let funder = try open.desk(of: .funder)
    #expect(throws: DeskError.self) { try funder.derogations(in: open.context) }
  }

  @Test func `to a rule of admissibility lets a dossier in, with its reason`() throws {
    let open = try OpenDesk("lens-lievin", call: "appel-2016")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: OpenDesk.territory("saisons/lens-lievin-2016")
    ).filter { $0.hasSuffix(".yaml") && $0.first?.isNumber == true }.sorted()
    for name in names {
      let file = try Territory.source("fixtures/saisons/lens-lievin-2016/\(name)")
      _ = try? open.desk.deposit(file, in: open.context)
    }
    var refused: [(number: DossierNumber, code: String)] = []
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { record in
      let blocking = Set(record.findings.filter { $0.severity == .blocking }.map(\.code))
      if !record.isAdmissible, blocking.count == 1, let code = blocking.first {
        refused.append((record.number, code))
      }
    }
    let one = try #require(refused.first)
    #expect(throws: DeskError.self) {
      try open.desk.setAside("autre_regle", for: one.number, motive: "Motif.")
    }
    #expect(throws: DeskError.self) {
      try open.desk.setAside(one.code, for: one.number, motive: " ")
    }
    let instructor = try open.desk(of: .instructor)
    #expect(throws: DeskError.self) {
      try instructor.setAside(one.code, for: one.number, motive: "Motif.")
    }
    try open.desk.setAside(
      one.code, for: one.number, motive: "Sinistre du local.", source: "Art. 9")
    var judged: [AdmissibilityRecord] = []
    try open.desk.judgeAdmissibility(of: one.number, in: open.context) { judged.append($0) }
    #expect(judged.first?.isAdmissible == true)
    let told = judged.first?.findings.first { $0.code == one.code }
    #expect(told?.severity == .warning)
    #expect(told?.message.contains("Sinistre du local. (Art. 9)") == true)
    #expect(try open.desk.derogations(in: open.context).map(\.number) == [one.number])
    try open.expectSound()
  }
}
