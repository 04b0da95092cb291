import Contract
import Dossiers
import Forms
import Foundation
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `A draft filled to its end` {
  let draft: SpokenDraft

  init() throws { draft = try SpokenDraft() }

  /// Everything typed, question after question, as the dialogue asks.
  private var everything: [String] {
    let form = draft.open.context.library.editions["association-1"]
    let asked = (form?.fields ?? []).filter { $0.id != "projet.dossier_precedent" }
    return asked.flatMap { TypedDossier.typed(at: $0.label) }
  }

  @Test func `is deposited on a yes, and closed`() throws {
    let said = try draft.type((everything + ["oui"]).map { .text($0) })
    #expect(said.contains("Rien n’empêche le dépôt. Déposer maintenant ? (oui ou non)"))
    #expect(said.hasSuffix("Le dossier est déposé sous le numéro 2026-0001.\n"))
    #expect(draft.given.contains("2026-0001"))
    #expect(try draft.desk.openDrafts().isEmpty)
    let number = DossierNumber(call: "2026", order: 1)
    #expect(try draft.desk.store.draft(draft.id)?.record.dossier == number)
    let line = try #require(try draft.desk.dossierLines(in: draft.open.context).first)
    #expect(line.title == "Bancs, boîtes à livres et bonjour")
    #expect(line.requested == Cents(euros: 3_000) && line.cost == Cents(euros: 3_600))
    let gone = #expect(throws: DeskError.self) { try draft.type("oui") }
    #expect(gone?.french.contains("c’est le dossier 2026-0001") == true)
    try draft.open.expectSound()
  }

  @Test func `names what refuses the deposit by the number of its question`() throws {
    let said = try draft.type(
      (everything + [":aller 46", "601 -", "", ":deposer", "oui"]).map { .text($0) })
    #expect(said.contains("Empêche le dépôt :\n- Question 46 (Charges) : "))
    #expect(said.contains("Votre réponse (numéro d’une question, ou commande) :"))
    #expect(said.contains("Aucune rubrique ni question ne s’appelle « oui »."))
    #expect(!said.contains("Le dossier n’est pas déposé."))
    let without = try draft.type(":aller 19", ":effacer", ":aller 3", ":effacer", ":deposer")
    #expect(
      without.contains(
        "Questions obligatoires sans réponse, qui empêchent le dépôt :\n  3. Numéro SIRET\n  19. IBAN\n"
      ))
    #expect(try draft.desk.dossierLines(in: draft.open.context).isEmpty)
  }

  @Test func `is kept when the answer is no`() throws {
    let said = try draft.type((everything + ["non"]).map { .text($0) })
    #expect(said.hasSuffix("aap dossier saisir --reprendre 1\n"))
    #expect(try draft.position == Dialogue.end)
    #expect(try draft.type("oui").contains("déposé sous le numéro 2026-0001"))
  }

  @Test func `is politely refused when the call has closed meanwhile, and can be exported`() throws
  {
    try draft.type(everything.map { .text($0) })
    let path = draft.open.folder.file("brouillon.yaml")
    let said = try draft.type([.text("oui"), .text(":exporter \(path)"), .text(":q")]) { line in
      if line == .text("oui") { _ = try draft.desk.closeCall() }
    }
    #expect(said.contains("Le dossier n’est pas déposé.\nL’appel « 2026 » a été clôturé le"))
    #expect(try draft.desk.dossierLines(in: draft.open.context).isEmpty)
    #expect(try draft.desk.openDrafts().map(\.id) == [1])
    let file = try InputFile.read(path)
    let context = draft.open.context
    #expect(!draft.desk.verify(file, in: context).isRefusedAtDeposit)
    #expect(throws: DeskError.self) {
      try draft.desk.startDraft(for: "association", in: try draft.desk.callContext())
    }
  }

  @Test func `is the same dossier as the file it exports`() throws {
    try draft.type(everything.map { .text($0) })
    let path = draft.open.folder.file("brouillon.yaml")
    try draft.type(":exporter \(path)")
    let written = try InputFile.read(path).bytes
    let said = try draft.type(":exporter \(path)", "oui")
    #expect(said.contains("« \(path) » : "))
    #expect(try InputFile.read(path).bytes == written)
    let number = DossierNumber(call: "2026", order: 1)
    let deposited = try #require(try draft.desk.store.dossier(number))
    #expect(try InputFile.read(path).bytes == deposited.content)
  }
}

@Suite struct `A draft taken up from last year` {
  @Test func `counts an answer only once it is confirmed`() throws {
    let draft = try SpokenDraft()
    let id = try draft.desk.store.createDraft(
      NewDraft(
        call: "2026", form: "association-1", applicantKind: "association", renews: "2025-0001",
        answers: [
          DraftValue(field: "porteur.nom", value: "\"Les Voisins\"", isConfirmed: false),
          DraftValue(field: "porteur.adherents", value: "\"31\"", isConfirmed: false),
          DraftValue(field: "lieux.communes", value: "[\"62277\"]", isConfirmed: false),
          DraftValue(field: "projet.debut", value: "\"2025-04-31\"", isConfirmed: false),
        ]), by: "secretariat", at: draft.desk.surroundings.now())
    draft.take(id)
    let said = try draft.type(
      "", ":aller 9", "40", ":manque", "41", "", ":aller 28", "", ":verifier")
    #expect(said.contains("Brouillon 1, d’après le dossier 2025-0001"))
    #expect(said.contains("Votre réponse [l’an dernier : Les Voisins] :"))
    #expect(
      said.contains("  41. Communes où l’action se déroule : réponse de l’an dernier, à confirmer"))
    #expect(said.contains("L’an dernier :\n  1. Drocourt (62277)"))
    #expect(said.contains("n’est pas un jour du calendrier"))
    #expect(said.contains("- Question 28 (Date de début)\n"))
    #expect(
      try draft.stored == [
        "lieux.communes [\"62277\"]", "porteur.adherents \"40\"", "porteur.nom \"Les Voisins\"",
        "projet.debut \"2025-04-31\" ?",
      ])
  }
}

@Suite struct `Two people on one draft` {
  @Test func `never lose each other’s answers`() throws {
    let draft = try SpokenDraft()
    let other = draft.desk
    func answer(_ field: String, _ value: String) throws {
      let found = try other.store.draft(draft.id)?.answers.first { $0.field == field }?.value
      _ = try other.store.record(
        [.set(DraftValue(field: field, value: value), replacing: found)], in: draft.id,
        position: nil, by: "autre", at: other.surroundings.now())
    }
    let said = try draft.type([.text("Les Voisins"), .text("LV"), .text("VP"), .text(":voir")]) {
      line in
      if line == .text("Les Voisins") { try answer("porteur.rna", "\"W622842150\"") }
      if line == .text("LV") { try answer("porteur.sigle", "\"AUTRE\"") }
    }
    #expect(said.contains("Attention : quelqu’un vient de changer cette réponse ailleurs"))
    #expect(said.contains("Votre réponse [AUTRE] :"))
    #expect(said.contains("4. Numéro RNA : W622842150"))
    #expect(
      try draft.stored == [
        "porteur.nom \"Les Voisins\"", "porteur.rna \"W622842150\"", "porteur.sigle \"VP\"",
      ])
  }

  @Test func `never write in a draft that one of them has closed`() throws {
    let draft = try SpokenDraft()
    #expect(throws: Store.Failure.draftClosed(1)) {
      try draft.type([.text("Les Voisins"), .text("LV")]) { line in
        if line == .text("LV") { try draft.desk.abandonDraft(draft.id) }
      }
    }
    #expect(try draft.stored == ["porteur.nom \"Les Voisins\""])
  }
}

@Suite struct `Drafts` {
  @Test func `are seen by their author and by those who receive dossiers`() throws {
    let draft = try SpokenDraft()
    let applicant = try draft.open.desk(of: .applicant)
    let instructor = try draft.open.desk(of: .instructor)
    try draft.type("Les Voisins")
    let own = try applicant.startDraft(for: "commune", in: draft.open.context)
    #expect(try applicant.openDrafts().map(\.id) == [own])
    #expect(try instructor.openDrafts().map(\.id) == [draft.id, own])
    let unseen = #expect(throws: DeskError.self) { try applicant.abandonDraft(draft.id) }
    #expect(unseen?.french.contains("Vous n’avez pas de brouillon 1") == true)
    try applicant.abandonDraft(own)
    #expect(try instructor.openDrafts().map(\.id) == [draft.id])
  }

  @Test(arguments: [Role.funder, .reader, .chair])
  func `are not for other roles`(role: Role) throws {
    let draft = try SpokenDraft()
    let desk = try draft.open.desk(of: role)
    let refused = #expect(throws: DeskError.self) { try desk.openDrafts() }
    #expect(refused?.exitCode == 77)
    #expect(throws: DeskError.self) {
      try desk.startDraft(for: "association", in: draft.open.context)
    }
  }

  @Test func `begin by the kind of applicant`() throws {
    let draft = try SpokenDraft()
    var lines = [":quitter", "?", ":x", "maire", "com"]
    var said = ""
    func choose() throws -> String? {
      try draft.desk.chooseKind(
        in: draft.open.context,
        on: Console(
          read: { lines.isEmpty ? nil : .text(lines.removeFirst()) }, say: { said += $0 },
          give: { _, _ in }))
    }
    #expect(try choose() == nil)
    #expect(try choose() == "commune")
    lines = ["3"]
    #expect(try choose() == "ccas")
    #expect(try choose() == nil)
    #expect(said.contains("Qui dépose le dossier ?\n  1. association\n  2. commune\n  3. ccas\n"))
    let refused = #expect(throws: DeskError.self) {
      try draft.desk.startDraft(for: "asociation", in: draft.open.context)
    }
    #expect(refused?.french.contains("vouliez-vous dire « association » ?") == true)
  }
}
