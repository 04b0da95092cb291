import Committee
import Contract
import Dossiers
import Store
import TestKit
import Testing
import Vocabulary

@testable import Desk

@Suite struct `What each role sees` {
  private static let files = [
    "01-rouvroy-charte-de-proximite.yaml", "02-voisins-parisienne-bancs.yaml",
    "03-observatoire-par-les-habitants.yaml",
  ]

  /// Three dossiers, of which one asks the region; the second is deposited by an applicant's actor.
  private func ready(isRanked: Bool = false) throws -> OpenDesk {
    let open = try OpenDesk()
    let applicant = try open.desk(of: .applicant)
    for (place, file) in Self.files.enumerated() {
      let desk = place == 1 ? applicant : open.desk
      _ = try desk.deposit(
        try Territory.source("fixtures/saisons/henin-carvin-2026/\(file)"), in: open.context)
    }
    if isRanked {
      try open.desk.judgeAdmissibility(of: nil, in: open.context) { _ in }
      _ = try open.desk.rank(in: open.context)
    }
    return open
  }

  private func region(_ open: OpenDesk) throws -> Desk {
    try open.desk.addActor(Actor(id: "région", role: .funder, funder: "REGION"))
    return open.desk.acting(as: "région", at: open.desk.surroundings.now())
  }

  private func number(_ order: Int) -> DossierNumber { DossierNumber(call: "2026", order: order) }

  private func expectOutside(_ act: String, _ open: OpenDesk, _ body: () throws -> Void) throws {
    let before = try open.acts().count
    let error = #expect(throws: DeskError.self) { try body() }
    #expect(error?.exitCode == 77)
    let acts = try open.acts()
    #expect(acts.count == before + 1)
    #expect(acts.last?.contains(" refus \(act) ") == true, "\(acts.last ?? "")")
  }

  @Test func `a funder lists, shows and ranks the dossiers that ask its purses`() throws {
    let open = try ready(isRanked: true)
    let region = try region(open)
    #expect(try region.seenDossiers(in: open.context).map(\.number.order) == [1])
    #expect(try region.rankingListing(in: open.context).rows.count == 1)
    #expect(try open.desk.rankingListing(in: open.context).rows.count == 3)
    var json = ""
    try region.writeRankingJSON(in: open.context) { json += $0 }
    #expect(json.contains("2026-0001") && !json.contains("2026-0002"))
    let sheet = try region.sheet(of: number(1))
    #expect(sheet.shownRequests.map(\.funder) == ["REGION"])
    #expect(!sheet.json.contains("\"financeur\":\"CAHC\""))
    #expect(sheet.json.contains("\"demande_centimes\":2000000"))
    #expect(try region.seenPieces(of: number(1)).number == number(1))
    _ = try region.explainRank(of: number(1))
    _ = try region.match(number(1))
  }

  @Test func `a funder is refused the others, and the journal tells it`() throws {
    let open = try ready(isRanked: true)
    let region = try region(open)
    try expectOutside("montrer un dossier", open) { _ = try region.sheet(of: number(2)) }
    try expectOutside("imprimer un récépissé", open) { _ = try region.receipt(of: number(2)) }
    try expectOutside("lister les pièces", open) { _ = try region.seenPieces(of: number(2)) }
    try expectOutside("lire une fiche de notation", open) {
      _ = try region.explainRank(of: number(2))
    }
    try expectOutside("rapprocher un dossier", open) { _ = try region.match(number(2)) }
    try expectOutside("lire le suivi d’un dossier", open) { _ = try region.ladder(of: number(2)) }
    try expectOutside("extraire un dossier tel que reçu", open) {
      _ = try region.receivedBytes(of: number(1))
    }
    try expectOutside("voir le classement", open) {
      _ = try region.rankingListing(
        in: open.context, cut: try region.rankingCut(funder: "CAHC"))
    }
    try open.expectSound()
  }

  @Test func `a funder sees its own purses on the board`() throws {
    let open = try ready(isRanked: true)
    let region = try region(open)
    _ = try open.committee.openSession(in: open.context, place: "ici")
    let (session, funder) = try region.board(of: open.context)
    #expect(Listing(board: session.state, of: funder).rows.count == 1)
    #expect(Listing(board: session.state).rows.count == open.context.call.purses.count)
  }

  @Test func `an applicant sees what it deposited`() throws {
    let open = try ready()
    let applicant = open.desk.acting(as: "un porteur", at: open.desk.surroundings.now())
    #expect(try applicant.seenDossiers(in: open.context).map(\.number.order) == [2])
    _ = try applicant.sheet(of: number(2))
    #expect(try !applicant.receivedBytes(of: number(2)).isEmpty)
    try expectOutside("montrer un dossier", open) { _ = try applicant.sheet(of: number(1)) }
    try expectOutside("lister les pièces", open) { _ = try applicant.seenPieces(of: number(3)) }
  }

  @Test func `a reader sees every dossier, but neither contacts nor bank details`() throws {
    let open = try ready(isRanked: true)
    let reader = try open.desk(of: .reader)
    #expect(try reader.seenDossiers(in: open.context).count == 3)
    #expect(try reader.sheet(of: number(2)).shownRequests.count == 2)
    #expect(try reader.rankingListing(in: open.context).rows.count == 3)
    try expectOutside("extraire un dossier tel que reçu", open) {
      _ = try reader.receivedBytes(of: number(1))
    }
    try expectOutside("voir les avis", open) { _ = try reader.opinions(in: open.context) }
  }

  @Test(arguments: [
    ("representant.telephone", true), ("responsable.nom", true), ("banque.iban", true),
    ("attestations.signataire", true), ("porteur.nom", false), ("projet.titre", false),
    ("financement.demandes", false),
  ])
  func `personal answers are those of contacts, banks and signatures`(
    field: String, isPersonal: Bool
  ) {
    #expect(field.isPersonal == isPersonal)
  }

  @Test func `a funder or a reader reads a ranking that it does not compute`() throws {
    let open = try ready(isRanked: true)
    #expect(try region(open).onlyReadsRanking(in: open.context))
    #expect(try open.desk(of: .reader).onlyReadsRanking(in: open.context))
    #expect(try !open.desk.onlyReadsRanking(in: open.context))
    let empty = try OpenDesk()
    #expect(try !region(empty).onlyReadsRanking(in: empty.context))
  }
}
