import Contract
import Dossiers
import Forms
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A deposited dossier` {
  let open: OpenDesk
  let file: SourceFile
  let number = DossierNumber(call: "2026", order: 1)

  init() throws {
    open = try OpenDesk()
    file = try OpenDesk.soundDossier()
    _ = try open.desk.deposit(file, in: open.context)
  }

  /// The same dossier with another text somewhere.
  private func changed(_ old: String, _ new: String) -> SourceFile {
    let text = String(decoding: file.bytes, as: UTF8.self)
    precondition(text.contains(old), "the fixture has changed")
    return SourceFile(name: "corrige.yaml", bytes: Array(text.replacing(old, with: new).utf8))
  }

  private var corrected: SourceFile { changed("telephone:", "telephone :") }

  private var afterClosing: Desk {
    open.desk.acting(at: Instant(paris: open.context.call.calendar.closing.lastDay.adding(days: 1)))
  }

  private func ask(by desk: Desk, days: Int = 7) throws -> Day {
    let due = desk.surroundings.now().parisDay.adding(days: days)
    try desk.askCompletion(
      of: number, CompletionRequest(motive: "Le téléphone manque", pieces: [], dueOn: due))
    return due
  }

  @Test func `is corrected while the call is open, and each version has its receipt`() throws {
    let outcome = try open.desk.complete(number, with: corrected)
    #expect(outcome.event == .corrected)
    #expect(outcome.receipt?.version == 2)
    #expect(outcome.receipt?.number == number)
    #expect(outcome.changes == [])
    #expect(try open.desk.sheet(of: number).receipt.fingerprint == outcome.receipt?.fingerprint)
    try open.expectSound()
  }

  @Test func `shows what a correction changes, question by question`() throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let title = try #require(text.split(separator: "\n").first { $0.hasPrefix("  titre: ") })
    let outcome = try open.desk.complete(
      number, with: changed(String(title), "  titre: \"Un autre titre\""), isSimulated: true)
    #expect(outcome.receipt == nil)
    #expect(outcome.changes.map(\.path) == ["projet.titre"])
    #expect(outcome.changes.map(\.after) == ["Un autre titre"])
    #expect(try open.desk.sheet(of: number).receipt.version == 1)
  }

  @Test func `no longer changes once the call is closed, unless asked`() throws {
    let refusal = #expect(throws: DeskError.self) {
      try afterClosing.complete(number, with: corrected)
    }
    #expect(refusal?.french.contains("clos") == true)
    let due = try ask(by: afterClosing)
    let outcome = try afterClosing.complete(number, with: corrected)
    #expect(outcome.event == .completed)
    #expect(outcome.receipt?.version == 2)
    #expect(due > open.context.call.calendar.closing.lastDay)
    try open.expectSound()
  }

  @Test func `is completed by the first of two people, and the second is told who came first`()
    throws
  {
    _ = try ask(by: afterClosing)
    _ = try afterClosing.complete(number, with: corrected)
    let refusal = #expect(throws: DeskError.self) {
      try afterClosing.complete(number, with: changed("telephone:", "telephone  :"))
    }
    #expect(refusal?.exitCode == 1)
    #expect(refusal?.french.contains("déjà été complété") == true)
    #expect(refusal?.french.contains("« secretariat »") == true)
    #expect(try open.desk.sheet(of: number).receipt.version == 2)
  }

  @Test func `is not replaced by the file of another applicant`() throws {
    let stranger = try Territory.source(
      "fixtures/saisons/henin-carvin-2026/03-observatoire-par-les-habitants.yaml")
    let refusal = #expect(throws: Refusal.self) {
      try open.desk.complete(number, with: stranger)
    }
    #expect(refusal?.findings.map(\.code).contains("porteur_different") == true)
    #expect(try open.desk.sheet(of: number).receipt.version == 1)
  }

  @Test func `waits for its completion, and is inadmissible once the day is past`() throws {
    let due = try ask(by: afterClosing)
    let onTheDay = open.desk.acting(at: Instant(paris: due, hour: 23, minute: 59, second: 59))
    #expect(throws: DeskError.self) {
      try onTheDay.judgeAdmissibility(of: number, in: open.context) { _ in }
    }
    try onTheDay.judgeAdmissibility(of: nil, in: open.context) { _ in }
    #expect(try open.desk.sheet(of: number).stage == .incomplete)
    let next = open.desk.acting(at: Instant(paris: due.adding(days: 1)))
    try next.judgeAdmissibility(of: nil, in: open.context) { _ in }
    let sheet = try open.desk.sheet(of: number)
    #expect(sheet.stage == .inadmissible)
    #expect(sheet.findings?.map(\.code).contains("complement_attendu") == true)
    try open.expectSound()
  }

  @Test func `is completed without changing its form, once the papers asked are there`() throws {
    let desk = afterClosing
    let due = desk.surroundings.now().parisDay.adding(days: 7)
    try desk.askCompletion(
      of: number, CompletionRequest(motive: "Les statuts", pieces: ["statuts"], dueOn: due))
    #expect(throws: DeskError.self) { try desk.completeUnchanged(number) }
    let paper = try open.folder.write("%PDF-1.4\nstatuts\n%%EOF\n", to: "statuts.pdf")
    _ = try desk.attachPiece(to: number, path: paper, kind: .statutes)
    let outcome = try desk.completeUnchanged(number)
    #expect(outcome.receipt?.version == 1 && outcome.event == .completed)
    #expect(try open.desk.sheet(of: number).stage == .completed)
    #expect(throws: DeskError.self) { try desk.completeUnchanged(number) }
    try open.expectSound()
  }

  @Test func `is not completed with the paper found wanting, whether its form changes or not`()
    throws
  {
    let desk = afterClosing
    let poor = try open.folder.write("%PDF-1.4\nillisible\n%%EOF\n", to: "rib.pdf")
    _ = try open.desk.attachPiece(to: number, path: poor, kind: .bankDetails)
    let due = desk.surroundings.now().parisDay.adding(days: 7)
    try desk.askCompletion(
      of: number, CompletionRequest(motive: "RIB illisible", pieces: ["rib"], dueOn: due))
    let refusal = #expect(throws: DeskError.self) { try desk.completeUnchanged(number) }
    #expect(refusal?.french.contains("manquent encore : rib") == true)
    #expect(throws: DeskError.self) { try desk.complete(number, with: corrected) }
    #expect(try open.desk.sheet(of: number).stage == .incomplete)
    let better = try open.folder.write("%PDF-1.4\nlisible\n%%EOF\n", to: "rib-2.pdf")
    _ = try desk.attachPiece(to: number, path: better, kind: .bankDetails)
    #expect(try desk.complete(number, with: corrected).event == .completed)
    try open.expectSound()
  }

  @Test func `with the very bytes it has changes nothing, and is said so before writing`() throws {
    #expect(try open.desk.complete(number, with: file, isSimulated: true).event == nil)
    #expect(try open.desk.complete(number, with: file).event == nil)
    #expect(try open.desk.sheet(of: number).stage == .deposited)
  }

  @Test func `refused a correction keeps the trace under its own number`() throws {
    let stranger = try Territory.source(
      "fixtures/saisons/henin-carvin-2026/03-observatoire-par-les-habitants.yaml")
    #expect(throws: Refusal.self) { try open.desk.complete(number, with: stranger) }
    #expect(try open.acts().last?.contains("complement refusé 2026-0001 porteur_different") == true)
  }

  @Test func `with the very bytes it has answers what was asked`() throws {
    _ = try ask(by: afterClosing)
    #expect(try afterClosing.complete(number, with: file).receipt?.version == 1)
    #expect(try open.desk.sheet(of: number).stage == .completed)
  }

  @Test func `says again what each version said when it was received`() throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let title = try #require(text.split(separator: "\n").first { $0.hasPrefix("  titre: ") })
    _ = try open.desk.complete(number, with: changed(String(title), "  titre: \"Un autre titre\""))
    #expect(try open.desk.receipt(of: number).title == "Un autre titre")
    #expect(try open.desk.receipt(of: number, version: 1).title != "Un autre titre")
    #expect(throws: DeskError.self) { try open.desk.receipt(of: number, version: 3) }
  }

  @Test func `is late for its applicant alone`() throws {
    let due = try ask(by: afterClosing)
    let porteur = try open.desk(of: .applicant)
    let late = Instant(paris: due.adding(days: 1))
    #expect(throws: DeskError.self) {
      try porteur.acting(at: late).complete(number, with: corrected)
    }
    let last = Instant(paris: due, hour: 23, minute: 59, second: 59)
    #expect(try porteur.acting(at: last).complete(number, with: corrected).receipt?.version == 2)
  }

  @Test func `cannot be asked anything for a day already past, nor without a reason`() throws {
    #expect(throws: DeskError.self) { _ = try ask(by: open.desk, days: -1) }
    #expect(throws: DeskError.self) {
      try open.desk.askCompletion(
        of: number,
        CompletionRequest(
          motive: " \n", pieces: [], dueOn: open.desk.surroundings.now().parisDay))
    }
    #expect(try open.desk.sheet(of: number).stage == .deposited)
  }

  @Test func `is withdrawn for good, with its reason in the journal`() throws {
    try open.desk.withdraw(number, motive: "Le partenaire\nrenonce")
    #expect(try open.desk.sheet(of: number).stage == .withdrawn)
    #expect(try open.acts().last == "secretariat retire 2026-0001 Le partenaire renonce")
    let refusal = #expect(throws: DeskError.self) {
      try open.desk.withdraw(number, motive: "Encore")
    }
    #expect(refusal?.french.contains("retiré") == true)
    #expect(throws: DeskError.self) { try open.desk.complete(number, with: corrected) }
    try open.expectSound()
  }

  @Test func `is reviewed, still ranked, then called in session`() throws {
    try open.committee.judgeAdmissibility(of: nil, in: open.context) { _ in }
    #expect(try open.desk.finishReview(of: nil, in: open.context) == [number])
    #expect(try open.desk.sheet(of: number).stage == .reviewed)
    #expect(try open.committee.rank(in: open.context).dossiers == 1)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    #expect(try open.desk.sheet(of: number).stage == .inSession)
  }

  @Test func `completed after the ranking must be ranked again before the session`() throws {
    let desk = afterClosing
    try desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try desk.rank(in: open.context)
    let later = desk.acting(at: desk.surroundings.now().adding(seconds: 3600))
    _ = try ask(by: later)
    _ = try later.complete(number, with: corrected)
    try later.judgeAdmissibility(of: nil, in: open.context) { _ in }
    let refusal = #expect(throws: DeskError.self) {
      try open.committee.openSession(in: open.context, place: "ici")
    }
    #expect(refusal?.french.contains("ont changé depuis le classement") == true)
    _ = try open.committee.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
  }
}

@Suite struct `A receipt` {
  let open: OpenDesk
  let file: SourceFile

  init() throws {
    open = try OpenDesk()
    file = try OpenDesk.soundDossier()
    _ = try open.desk.deposit(file, in: open.context)
  }

  @Test func `is proved by the very bytes received`() throws {
    guard case .received(let receipts) = try open.desk.verifyReceipt(of: file) else {
      return #expect(Bool(false), "the file was deposited")
    }
    #expect(receipts.map(\.number.text) == ["2026-0001"])
  }

  @Test func `is not proved by one byte more, and says what looks like it`() throws {
    let altered = SourceFile(name: file.name, bytes: file.bytes + [0x0A])
    guard case .unknown(let fingerprint, let similar) = try open.desk.verifyReceipt(of: altered)
    else { return #expect(Bool(false), "one byte was added") }
    #expect(fingerprint == Fingerprint.of(altered.bytes))
    #expect(similar.map(\.number.text) == ["2026-0001"])
    let number = DossierNumber(call: "2026", order: 1)
    guard
      case .differs(_, let given) = try open.desk.verifyReceipt(of: altered, number: number)
    else { return #expect(Bool(false), "one byte was added") }
    #expect(given.map(\.fingerprint) == [Fingerprint.of(file.bytes)])
    #expect(throws: DeskError.unknownDossier("2026-0009")) {
      try open.desk.verifyReceipt(of: file, number: DossierNumber(call: "2026", order: 9))
    }
  }
}
