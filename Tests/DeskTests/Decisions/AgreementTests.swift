import Committee
import Contract
import Documents
import Dossiers
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `Agreements` {
  private static let association = "29993906600013"

  /// Two actions of one association, which two services of the State fund.
  private func season(second cents: Int64) throws -> DecidedSeason {
    let season = try DecidedSeason()
    let numbers = try season.numbers(siret: Self.association)
    try #require(numbers.count == 2)
    let purses = season.context.call.purses.filter { $0.payer == "ETAT" }.map(\.id)
    for (index, (number, amount)) in zip(numbers, [Cents(euros: 12_000), Cents(cents)]).enumerated()
    {
      try season.desk.decide(
        Decision(
          number: number, kind: .partlyGranted,
          grants: [PurseAmount(purse: purses[index], amount: amount)]), in: season.context)
    }
    try season.deferRest()
    return season
  }

  @Test func `are not due at the threshold`() throws {
    let season = try season(second: 1_100_000)
    let outcome = try season.desk.draftAgreements(season.request(), in: season.context)
    #expect(outcome.files == [] && season.files() == [])
    _ = try season.desk.notify(season.request(), in: season.context)
    for file in season.files() { #expect(try !season.text(file).contains("convention vous sera")) }
  }

  @Test func `are due one cent above, all actions and purses of the payer together`() throws {
    let season = try season(second: 1_100_001)
    let outcome = try season.desk.draftAgreements(season.request(), in: season.context)
    #expect(outcome.files == ["convention-ETAT-299939066.html"])
    let text = try season.text("convention-ETAT-299939066.html")
    #expect(text.contains("vingt-trois mille euros et un centime"))
    let numbers = try season.numbers(siret: Self.association)
    for number in numbers { #expect(text.contains(number.text)) }
    let one = try season.desk.draftAgreements(
      season.request("un", number: numbers[1]), in: season.context)
    #expect(one.files == outcome.files)
    #expect(try season.text("convention-ETAT-299939066.html", in: "un") == text)
    _ = try season.desk.notify(season.request("lettres"), in: season.context)
    for number in numbers {
      let letter = try season.text("lettre-\(number.text)-ETAT.html", in: "lettres")
      #expect(letter.contains("une convention vous sera proposée"))
    }
    try season.open.expectSound()
  }

  @Test func `of a season are those its grants call for, and no public body signs one`() throws {
    let season = try DecidedSeason()
    try season.adopt()
    let outcome = try season.desk.draftAgreements(season.request(), in: season.context)
    var totals: [String: Cents] = [:]
    for line in try season.open.desk.dossierLines(in: season.context) {
      let sheet = try season.open.desk.sheet(of: line.number)
      guard sheet.application.applicant.kind == "association" else { continue }
      for grant in sheet.fundingLines {
        let payer = season.context.call.purse(grant.purse)?.payer ?? ""
        totals["\(payer)-\(sheet.application.applicant.siren ?? "")", default: .zero] +=
          grant.granted
      }
    }
    let due = totals.filter { $0.value > Cents(euros: 23_000) }.keys
    #expect(!due.isEmpty)
    #expect(Set(outcome.files) == Set(due.map { "convention-\($0).html" }))
  }
}

@Suite struct `Two calls of one year` {
  /// A second call of the same year in the base, under another identifier.
  private func secondCall(in open: OpenDesk) throws -> CallContext {
    let folder = open.folder.file("territoire")
    try FileManager.default.copyItem(atPath: OpenDesk.territory("lens-lievin"), toPath: folder)
    let path = "\(folder)/appel-2016-echantillon/appel.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("id: \"2016\"", with: "id: \"2016B\"").utf8)
      .write(to: URL(filePath: path))
    return try open.desk.callContext(try open.desk.openCall(config: path).call.id)
  }

  /// Deposits one action in a call, grants it an amount, and closes at an hour of the committee’s day.
  private func grant(
    _ euros: Int64, to file: String, in context: CallContext, open: OpenDesk, hour: Int
  ) throws {
    let read = try Territory.source("fixtures/saisons/lens-lievin-2016/\(file).yaml")
    let text = String(decoding: read.bytes, as: UTF8.self)
      .replacing("appel: \"2016\"", with: "appel: \"\(context.call.id)\"")
    let source = SourceFile(name: read.name, bytes: Array(text.utf8))
    let lastDay = Instant(paris: context.call.calendar.closing.lastDay, hour: 10)
    let receipt = try #require(
      try open.desk.acting(at: lastDay).deposit(source, in: context).receipt)
    try open.desk.judgeAdmissibility(of: nil, in: context) { _ in }
    _ = try open.desk.rank(in: context)
    let desk = open.desk.acting(at: Instant(paris: context.call.calendar.committee, hour: hour))
    _ = try desk.openSession(in: context, place: "ici")
    try desk.recordPresence(
      context.call.committee.members.map { .init(member: $0, person: "Mme Martin") }, in: context)
    let purse = try #require(context.call.purses.first { $0.payer == "ETAT" })
    try desk.decide(
      Decision(
        number: receipt.number, kind: .partlyGranted,
        grants: [PurseAmount(purse: purse.id, amount: Cents(euros: euros))]), in: context)
    try desk.closeSession(in: context)
  }

  @Test func `are added up, without changing the letters already sent`() throws {
    let open = try OpenDesk("lens-lievin", call: "appel-2016-echantillon")
    let second = try secondCall(in: open)
    let desk = open.committee
    func request(_ folder: String) -> PaperRequest {
      PaperRequest(number: nil, folder: open.folder.file(folder), format: .text)
    }
    func text(_ name: String) throws -> String {
      // On one line: where plain text is cut depends on what it says.
      try String(contentsOfFile: open.folder.file(name), encoding: .utf8)
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    try grant(12_000, to: "05-ems-chantier-ecoconstruction", in: open.context, open: open, hour: 9)
    _ = try desk.notify(request("un"), in: open.context)
    #expect(try desk.draftAgreements(request("tôt"), in: open.context).files == [])
    try grant(14_000, to: "32-ems-clauses-et-entreprises", in: second, open: open, hour: 14)
    _ = try desk.notify(request("deux"), in: second)
    #expect(try !text("un/lettre-2016-0001-ETAT.txt").contains("convention vous sera"))
    #expect(try text("deux/lettre-2016B-0001-ETAT.txt").contains("une convention"))
    let again = try desk.notify(request("un"), in: open.context)
    #expect(again.unchanged == 1 && again.recorded == 0)
    for context in [open.context, second] {
      let files = try desk.draftAgreements(request("c\(context.call.id)"), in: context).files
      #expect(files == ["convention-ETAT-299939066.txt"])
      let agreement = try text("c\(context.call.id)/\(files[0])")
      #expect(agreement.contains("vingt-six mille euros"))
      #expect(agreement.contains("2016-0001") && agreement.contains("2016B-0001"))
    }
    try open.expectSound()
  }
}
