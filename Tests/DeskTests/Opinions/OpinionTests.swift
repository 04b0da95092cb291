import Committee
import Contract
import Dossiers
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `The opinion of a funder` {
  private static let first = "2026-0001"
  private static let region = "REGION-QUARTIERS"

  private func typed(
    _ verdict: String = "favorable", _ amount: String? = nil, number: String = first,
    purse: String = region, conditions: String? = nil, line: Int? = nil
  ) -> TypedOpinion {
    TypedOpinion(
      number: number, purse: purse, verdict: verdict, amount: amount, conditions: conditions,
      place: Finding.Place(file: line == nil ? nil : "lot.csv", line: line))
  }

  /// Two dossiers: the first asks the agglomeration and the region, the second a commune too.
  private func ready() throws -> OpenDesk {
    let open = try OpenDesk()
    for file in ["01-rouvroy-charte-de-proximite.yaml", "02-voisins-parisienne-bancs.yaml"] {
      _ = try open.desk.deposit(
        try Territory.source("fixtures/saisons/henin-carvin-2026/\(file)"), in: open.context)
    }
    return open
  }

  private func funder(_ funder: String, in open: OpenDesk) throws -> Desk {
    try open.desk.addActor(Actor(id: funder, role: .funder, funder: funder))
    return open.desk.acting(as: funder, at: open.desk.surroundings.now())
  }

  private func codes(_ open: OpenDesk, _ opinions: [TypedOpinion]) throws -> [String] {
    let before = try open.acts().count
    let refusal = #expect(throws: Refusal.self) {
      try open.desk.giveOpinions(opinions, in: open.context)
    }
    #expect(try open.acts().count == before)
    return (refusal?.findings ?? []).map(\.code)
  }

  @Test func `is kept, replaced by a later one, and read again`() throws {
    let open = try ready()
    _ = try open.desk.giveOpinions([typed("favorable", "5 000,50")], in: open.context)
    let given = try open.desk.giveOpinions(
      [typed("avec_reserves", "4000", conditions: "  Un bilan d’abord. ")], in: open.context)
    #expect(given.warnings.isEmpty && !given.isInSession)
    let records = try open.desk.opinions(in: open.context)
    #expect(
      records.map(\.opinion) == [
        Opinion(
          number: DossierNumber(call: "2026", order: 1), purse: Self.region, verdict: .reserved,
          amount: Cents(euros: 4_000), conditions: "Un bilan d’abord.")
      ])
    try open.expectSound()
  }

  @Test func `leaves nothing when it is only tried`() throws {
    let open = try ready()
    let before = try open.acts()
    _ = try open.desk.giveOpinions([typed()], in: open.context, isSimulated: true)
    #expect(try open.acts() == before)
    #expect(try open.desk.opinions(in: open.context).isEmpty)
  }

  @Test func `is refused with every reason, and then nothing is kept`() throws {
    let open = try ready()
    #expect(try codes(open, [typed("bof", "12,345")]) == ["avis_inconnu", "montant_illisible"])
    #expect(try codes(open, [typed(purse: "REGION-QUARTIER")]) == ["enveloppe_inconnue"])
    #expect(try codes(open, [typed(purse: "CD62-JEUNESSE")]) == ["enveloppe_non_sollicitee"])
    #expect(
      try codes(open, [typed("favorable", "90000,01")]) == ["avis_au_dela_de_l_enveloppe"])
    #expect(try codes(open, [typed("defavorable", "10")]) == ["montant_contradictoire"])
    #expect(try codes(open, [typed("favorable", "0")]) == ["montant_nul"])
    #expect(try codes(open, [typed(number: "2026-0099")]) == ["dossier_inconnu"])
    #expect(try codes(open, [typed(number: "2025-0001")]) == ["dossier_inconnu"])
    #expect(
      try codes(open, [typed(line: 2), typed("favorable", "10", line: 3)]) == ["avis_en_double"])
    #expect(
      try codes(open, [typed(line: 2), typed("oui", purse: "CAHC-COHESION", line: 3)])
        == ["avis_inconnu"])
    #expect(try open.desk.opinions(in: open.context).isEmpty)
  }

  @Test func `above what the purse can give the dossier is kept with a warning`() throws {
    let open = try ready()
    let given = try open.desk.giveOpinions([typed("favorable", "11000,01")], in: open.context)
    #expect(given.warnings.map(\.code) == ["avis_au_dela_de_la_demande"])
    let reserved = try open.desk.giveOpinions([typed("avec_reserves")], in: open.context)
    #expect(reserved.warnings.map(\.code) == ["reserves_non_dites"])
  }

  @Test func `bears on the funder's own purses only`() throws {
    let open = try ready()
    let region = try funder("REGION", in: open)
    _ = try region.giveOpinions([typed()], in: open.context)
    let error = #expect(throws: DeskError.self) {
      try region.giveOpinions([typed(), typed(purse: "CAHC-COHESION")], in: open.context)
    }
    #expect(error?.exitCode == 77)
    #expect(
      try open.acts().last == "REGION refus donner un avis 2026-0001 CAHC-COHESION")
    _ = try open.desk.giveOpinions([typed(purse: "CAHC-COHESION")], in: open.context)
    #expect(try region.opinions(in: open.context).map(\.opinion.purse) == [Self.region])
    let other = #expect(throws: DeskError.self) {
      try region.opinions(in: open.context, purse: "CAHC-COHESION")
    }
    #expect(other?.exitCode == 77)
    #expect(try open.desk.opinions(in: open.context).count == 2)
  }

  @Test func `is not given by whoever has an interest in the dossier`() throws {
    let open = try ready()
    let region = try funder("REGION", in: open)
    let number = DossierNumber(call: "2026", order: 1)
    try region.recordInterest(.declared, of: "REGION", in: number, motive: "Administrateur.")
    let error = #expect(throws: DeskError.self) {
      try region.giveOpinions([typed()], in: open.context)
    }
    #expect(error?.exitCode == 77)
    _ = try open.desk.giveOpinions([typed()], in: open.context)
    #expect(try region.opinions(in: open.context).isEmpty)
  }

  @Test func `given in session is kept apart`() throws {
    let open = try OpenDesk()
    _ = try open.desk.deposit(try OpenDesk.soundDossier(), in: open.context)
    try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
    _ = try open.desk.rank(in: open.context)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    let given = try open.committee.giveOpinions([typed("favorable", "10")], in: open.context)
    #expect(given.isInSession)
    #expect(try open.desk.opinions(in: open.context).map(\.isInSession) == [true])
    try open.committee.recordPresence(
      open.context.call.committee.members.map { .init(member: $0, person: "représentant") },
      in: open.context)
    try open.committee.decide(
      Decision(
        number: DossierNumber(call: "2026", order: 1), kind: .moot, motive: "Retrait."),
      in: open.context)
    let late = #expect(throws: Refusal.self) {
      try open.committee.giveOpinions([typed()], in: open.context)
    }
    #expect(late?.findings.map(\.code) == ["dossier_ferme"])
    try open.expectSound()
  }

  @Test func `comes by a file whose faults are all told with their lines`() throws {
    let folder = try TemporaryFolder()
    func batch(_ text: String) throws -> [TypedOpinion] {
      try TypedOpinion.batch(file: try folder.write(text, to: "lot.csv"))
    }
    func faults(_ text: String) throws -> [String] {
      let refusal = #expect(throws: Refusal.self) { try batch(text) }
      return (refusal?.findings ?? []).map { "\($0.code) \($0.place.line ?? 0)" }
    }
    #expect(try faults("") == ["colonnes_absentes 1"])
    #expect(try faults("numero,enveloppe\n") == ["colonnes_absentes 1"])
    #expect(try faults("numero,enveloppe,avis,euros\n") == ["colonnes_absentes 1"])
    #expect(try faults("numero,enveloppe,avis\n") == ["lot_vide 0"])
    #expect(
      try faults("numero,enveloppe,avis\n2026-0001,X\n2026-0001,X,favorable,4\n")
        == ["nombre_de_colonnes 2", "nombre_de_colonnes 3"])
    let open = try ready()
    let lines = """
      avis,numero,enveloppe,montant,conditions
      favorable,2026-0001,REGION-QUARTIERS,"4 000,00",
      defavorable,2026-0002,COMMUNE-62277,,"Hors, sujet"
      """
    _ = try open.desk.giveOpinions(try batch(lines), in: open.context)
    #expect(
      try open.desk.opinions(in: open.context).map(\.opinion.verdict)
        == [.favourable, .unfavourable])
    let wrong = try batch(lines + "\nfavorable,2026-0009,REGION-QUARTIERS,1,\nnon,x,y,z,\n")
    let refusal = #expect(throws: Refusal.self) {
      try open.desk.giveOpinions(wrong, in: open.context)
    }
    #expect(
      (refusal?.findings ?? []).map { "\($0.code) \($0.place.line ?? 0)" }
        == ["dossier_inconnu 4", "avis_inconnu 5", "montant_illisible 5", "numero_illisible 5"])
  }
}
