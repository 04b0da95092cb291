import Committee
import Contract
import Dossiers
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A decision changed after its session` {
  private static let association = "29993906600013"

  /// One action funded by the State and the region, and a day later, the desk.
  private func season() throws -> (DecidedSeason, DossierNumber, later: Desk) {
    let season = try DecidedSeason()
    let number = try #require(try season.numbers(siret: Self.association).first)
    try season.desk.decide(
      Decision(
        number: number, kind: .partlyGranted, grants: try grants(season, state: 12_000)),
      in: season.context)
    try season.deferRest()
    let later = season.desk.acting(at: season.open.morning.adding(seconds: 86_400))
    return (season, number, later)
  }

  private func grants(_ season: DecidedSeason, state euros: Int64) throws -> [PurseAmount] {
    let purses = season.context.call.purses
    let state = try #require(purses.first { $0.payer == "ETAT" })
    let region = try #require(purses.first { $0.payer == "REGION" })
    return [
      PurseAmount(purse: state.id, amount: Cents(euros: euros)),
      PurseAmount(purse: region.id, amount: Cents(euros: 5_000)),
    ]
  }

  @Test func `has a letter for each payer whose amount changes, and keeps those sent before`()
    throws
  {
    let (season, number, later) = try season()
    _ = try later.notify(season.request(number: number), in: season.context)
    let before = season.files()
    #expect(
      before == ["lettre-\(number.text)-ETAT.html", "lettre-\(number.text)-REGION.html"])
    _ = try later.change(
      DecisionChange(
        number: number, kind: .modified, ground: .request,
        grants: try grants(season, state: 9_000), motive: "Un poste en moins."))
    let outcome = try later.notify(season.request(number: number), in: season.context)
    let name = "lettre-\(number.text)-ETAT-modification1.html"
    #expect(outcome.files == ["lettre-\(number.text)-REGION.html", name])
    #expect(outcome.recorded == 1 && outcome.unchanged == 1)
    #expect(season.files() == (before + [name]).sorted())
    let text = try season.text(name)
    for words in [
      "modifie la subvention de \(Cents(euros: 12_000).french)", "neuf mille euros",
      "Un poste en moins.", "art. L. 242-4", "recours contentieux",
    ] { #expect(text.contains(words), "\(words)") }
    try season.open.expectSound()
  }

  @Test func `withdrawn, says what is taken back and how to appeal`() throws {
    let (season, number, later) = try season()
    _ = try later.notify(season.request(number: number), in: season.context)
    _ = try later.change(
      DecisionChange(number: number, kind: .withdrawn, ground: .illegality, motive: "Erreur."))
    let outcome = try later.notify(season.request(number: number), in: season.context)
    #expect(
      Set(outcome.files)
        == Set(["ETAT", "REGION"].map { "lettre-\(number.text)-\($0)-retrait1.html" }))
    let text = try season.text("lettre-\(number.text)-ETAT-retrait1.html")
    for words in [
      "<strong>retire</strong> la subvention de \(Cents(euros: 12_000).french)", "Erreur.",
      "art. L. 242-1", "recours gracieux",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("vous accorde"))
    try season.open.expectSound()
  }

  @Test func `counts as it stands for agreements, without changing letters sent before`() throws {
    let (season, number, later) = try season()
    _ = try later.notify(season.request(number: number), in: season.context)
    #expect(try later.draftAgreements(season.request("c1"), in: season.context).files == [])
    _ = try later.change(
      DecisionChange(
        number: number, kind: .modified, ground: .increase,
        grants: try grants(season, state: 23_001), motive: "Crédits revenus."))
    let agreements = try later.draftAgreements(season.request("c2"), in: season.context)
    #expect(agreements.files == ["convention-ETAT-299939066.html"])
    _ = try later.notify(season.request(number: number), in: season.context)
    let first = try season.text("lettre-\(number.text)-ETAT.html")
    let second = try season.text("lettre-\(number.text)-ETAT-modification1.html")
    #expect(!first.contains("convention vous sera proposée"))
    #expect(second.contains("convention vous sera proposée"))
    try season.open.expectSound()
  }
}
