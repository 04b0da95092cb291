import Committee
import Contract
import Dossiers
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
