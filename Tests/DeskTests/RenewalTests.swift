import Contract
import Dossiers
import Forms
import Rules
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A dossier of last year` {
  let open: OpenDesk
  let thisYear: Desk
  let context: CallContext
  let number = DossierNumber(call: "2016", order: 1)

  init() throws {
    open = try OpenDesk("lens-lievin", call: "appel-2016")
    _ = try open.desk.deposit(
      SourceFile(name: "club.yaml", bytes: Array(DossierText.sportsClub.text.utf8)),
      in: open.context)
    let folder = OpenDesk.territory("lens-lievin")
    let opened = try open.desk.openCall(config: "\(folder)/appel-2026/appel.yaml").call
    thisYear = open.desk.acting(at: Instant(paris: opened.calendar.opening, hour: 9))
    context = try open.desk.callContext(opened.id)
  }

  @Test func `is taken up as a draft, each answer as this year's form says`() throws {
    let outcome = try thisYear.renew(number, in: context, makesDraft: true)
    let id = try #require(outcome.draft)
    let (record, answers) = try #require(try thisYear.store.draft(id))
    #expect(record.renews == "2016-0001" && record.call == "2026")
    #expect(record.form == "association-2")
    let kept = Set(answers.filter(\.isConfirmed).map(\.field))
    let proposed = Set(answers.filter { !$0.isConfirmed }.map(\.field))
    #expect(kept.isSuperset(of: ["porteur.nom", "porteur.siret", "porteur.rna"]))
    #expect(proposed.contains("projet.besoin"))
    #expect(kept.isDisjoint(with: proposed))
    let fields = Dictionary(
      uniqueKeysWithValues: outcome.edition.fields.map { ($0.id, $0) })
    let silent = kept.filter { fields[$0]?.kind.isOfTheYear == true }
    #expect(silent == [], "amounts, dates and declarations are never carried without a word")
    let values = answers.reduce(into: [:]) { $0[$1.field] = $1.value }
    #expect(values["projet.nature"] == "\"reconduction\"")
    #expect(values["projet.dossier_precedent"] == "\"2016-0001\"")
    try open.expectSound()
  }

  @Test func `taken up twice gives the same draft while it is open`() throws {
    let first = try thisYear.renew(number, in: context, makesDraft: true)
    let second = try thisYear.renew(number, in: context, makesDraft: true)
    #expect(first.draft == second.draft && second.isRepeated && !first.isRepeated)
    try thisYear.store.abandonDraft(
      try #require(first.draft), by: "secretariat", at: thisYear.surroundings.now())
    #expect(try thisYear.renew(number, in: context, makesDraft: true).draft != first.draft)
  }

  @Test func `becomes a file to complete, with what to confirm in comments`() throws {
    let outcome = try thisYear.renew(number, in: context, makesDraft: false)
    #expect(outcome.draft == nil)
    let bytes = try context.library.file(of: outcome, as: .yaml)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("  nom: \"Boxing-club des Cités\""))
    #expect(text.contains("#   Les jeunes de la Grande Résidence n’ont plus de lieu"))
    let file = SourceFile(name: "r.yaml", bytes: bytes)
    let (filled, _) = try context.library.filledForm(in: file)
    #expect(filled == outcome.renewal.kept)
    #expect(try open.desk.store.openDrafts().isEmpty)
  }

  @Test func `says when it was not granted`() throws {
    #expect(
      try thisYear.renew(number, in: context, makesDraft: false).notices.map {
        $0.contains("« déposé »")
      } == [true])
  }

  @Test func `is not taken up in its own call, nor when unknown`() throws {
    #expect(throws: DeskError.self) {
      try thisYear.renew(number, in: open.context, makesDraft: true)
    }
    let unknown = DossierNumber(call: "2016", order: 9)
    #expect(throws: DeskError.unknownDossier("2016-0009")) {
      try thisYear.renew(unknown, in: context, makesDraft: true)
    }
  }

  @Test func `stands beside this year's, question by question`() throws {
    let library = open.context.library
    let file = SourceFile(name: "c.yaml", bytes: Array(DossierText.sportsClub.text.utf8))
    let before = try library.filledForm(in: file).filled
    var filled = before
    filled["projet.titre"] = .text("Les gants, saison deux")
    filled["projet.nature"] = .text("reconduction")
    filled["projet.dossier_precedent"] = .text("2016-0001")
    filled["budget.charges"] = .accounts(["601": "1200", "622": "2900", "641": "6000"])
    let edition = try #require(library.editions["association-1"])
    let changes = filled.differences(
      since: before, edition: edition, earlierEdition: edition, chart: library.chart)
    #expect(
      changes.map(\.path) == [
        "projet.titre", "projet.nature", "projet.dossier_precedent", "budget.charges.622",
        "budget.charges.645",
      ])
    #expect(changes.last?.before == "2000" && changes.last?.after == nil)
    #expect(DifferenceText.forPeople(changes).contains("avant : Les gants et le cahier"))
  }

  @Test func `is compared only with a renewal that names it`() throws {
    #expect(throws: DeskError.self) { try open.desk.comparison(of: number) }
  }
}

@Suite struct `An applicant` {
  let open: OpenDesk

  init() throws { open = try OpenDesk("lens-lievin", call: "appel-2016") }

  private func deposit(_ text: DossierText) throws -> DossierNumber {
    let file = SourceFile(name: "d.yaml", bytes: Array(text.text.utf8))
    return try #require(try open.desk.deposit(file, in: open.context).receipt).number
  }

  @Test func `is known again by its SIREN, whatever its name and its seat`() throws {
    let first = try deposit(.sportsClub)
    let second = try deposit(
      DossierText.sportsClub.with("porteur.nom", "Le Boxing club")
        .with("projet.titre", "Autre action"))
    #expect(try open.desk.applicantFile(of: second).others.map(\.number) == [first])
    #expect(
      try open.desk.dossiers(ofApplicant: "380 475 558").map(\.number) == [first, second])
    #expect(try open.desk.dossiers(ofApplicant: "W751100895").map(\.number) == [first, second])
    #expect(throws: DeskError.self) { try open.desk.dossiers(ofApplicant: "Boxing") }
  }

  @Test func `with the same name and another SIREN is shown as a homonym, and no more`() throws {
    let first = try deposit(.sportsClub)
    let second = try deposit(
      DossierText.sportsClub.with("porteur.nom", "BOXING-CLUB DES CITES")
        .with("porteur.siret", "\"21620498200013\"").with("porteur.rna", nil))
    let file = try open.desk.applicantFile(of: second)
    #expect(file.others.isEmpty)
    #expect(file.homonyms.map(\.number) == [first])
    #expect(file.french.map { $0.contains("Même nom, autre SIREN : 2016-0001") } == [true])
  }

  @Test func `with several dossiers is asked which it prefers, and told of a repeated title`()
    throws
  {
    let first = try deposit(.sportsClub)
    let second = try deposit(DossierText.sportsClub.with("porteur.sigle", "BC"))
    let told = try open.desk.applicantFile(of: second).french
    #expect(told.count == 3)
    #expect(told[1].contains("déjà déposée (\(first.text))"))
    #expect(told[2].contains("projet.ordre"))
    try open.desk.withdraw(first, motive: "doublon")
    #expect(try open.desk.applicantFile(of: second).french.count == 1)
  }

  @Test func `asking more than the threshold in several dossiers is told so in each`() throws {
    let big = DossierText.sportsClub.with(
      "financement.demandes", "[{financeur: ETAT, montant: 9000}]")
    _ = try deposit(big)
    _ = try deposit(big.with("projet.titre", "Deuxième"))
    let third = SourceFile(
      name: "t.yaml", bytes: Array(big.with("projet.titre", "Troisième").text.utf8))
    let findings = open.desk.verify(third, in: open.context).findings
    #expect(findings.map(\.code).contains("convention_requise"))
    let alone = open.desk.verify(
      third, in: open.context, at: open.desk.surroundings.now(), moments: [.admissibility])
    #expect(!alone.findings.map(\.code).contains("convention_requise"))
  }
}
