import Foundation
import TestKit
import Testing

@Suite struct `Opinions and the preparation by the command line` {
  private static let region = ["--enveloppe", "REGION-QUARTIERS"]

  private func ready() throws -> TrainingBase {
    let base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(
      0, "dossier", "deposer", TrainingBase.season("02-voisins-parisienne-bancs.yaml"))
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "classer")
    try base.expect(
      0, "acteur", "ajouter", "region", "--role", "financeur", "--financeur", "REGION")
    return base
  }

  @Test func `are given, tried, listed and refused with the code of what is wrong`() throws {
    let base = try ready()
    let give = ["instruire", "avis", "2026-0001"] + Self.region
    try base.expect(0, give + ["--avis", "favorable", "--montant", "1234,56", "--simuler"])
    let empty = try base.expect(0, "instruire", "avis", "--lister", "--format", "json")
    #expect(try #require(empty.json() as? [Any]).isEmpty)
    try base.expect(
      0, give + ["--avis", "avec_reserves", "--montant", "1234,56", "--conditions", "Un bilan."])
    let listed = try base.expect(
      0, ["instruire", "avis", "--lister", "2026-0001", "--format", "json"] + Self.region)
    let row = try #require(try (listed.json() as? [[String: Any]])?.first)
    #expect(row["montant_centimes"] as? Int == 123_456)
    #expect(row["avis"] as? String == "avec_reserves")
    #expect(row["moment"] as? String == "avant_seance")
    try base.expect(64, give)
    try base.expect(64, "instruire", "avis", "--lister", "--avis", "favorable")
    try base.expect(65, give + ["--avis", "oui"])
    try base.expect(1, give + ["--avis", "favorable", "--montant", "999999999"])
    try base.expect(1, "instruire", "avis", "2026-0099", "--avis", "favorable", "--enveloppe", "X")
    try base.expect(
      77,
      [
        "instruire", "avis", "2026-0001", "--enveloppe", "CAHC-COHESION", "--avis", "favorable",
        "--acteur", "region",
      ])
    try base.expect(66, "instruire", "avis", "--lot", "absent.csv")
    try base.expect(0, "verifier")
  }

  @Test func `come by a file, whole or not at all`() throws {
    let base = try ready()
    let header = "numero,enveloppe,avis,montant,conditions\n"
    let sound = "2026-0001,REGION-QUARTIERS,favorable,4000,\n2026-0002,CAHC-COHESION,,,\n"
    let wrong = try base.folder.write(
      header + sound + "2026-0002,REGION-QUARTIERS,favorable,,\n", to: "a.csv")
    let refused = try base.expect(1, "instruire", "avis", "--lot", wrong)
    #expect(refused.messages.contains("ligne 4"))
    let none = try base.expect(0, "instruire", "avis", "--lister", "--format", "csv")
    #expect(none.output.split(whereSeparator: \.isNewline).count == 1)
    let right = try base.folder.write(header + sound, to: "b.csv")
    let kept = try base.expect(0, "instruire", "avis", "--lot", right, "--acteur", "region")
    #expect(kept.messages.contains("1 avis enregistré."))
  }

  @Test func `make a folder that is replaced, never mixed with anything else`() throws {
    let base = try ready()
    try base.expect(0, "comite", "preparer", "-o", "seance", "--limites", "queue")
    try base.expect(0, "comite", "preparer", "-o", "seance")
    #expect(FileManager.default.fileExists(atPath: base.folder.file("seance/ordre-du-jour.html")))
    try base.expect(73, "comite", "preparer", "-o", ".")
    try base.expect(73, "comite", "preparer", "-o", base.folder.path)
    try base.expect(64, "comite", "preparer", "-o", "autre", "--limites", "milieu")
    try base.expect(0, "comite", "preparer", "-o", "region", "--acteur", "region")
    #expect(!FileManager.default.fileExists(atPath: base.folder.file("region/ordre-du-jour.html")))
    let listed = try base.expect(
      0, "dossier", "lister", "--acteur", "region", "--format", "json")
    #expect(try #require(listed.json() as? [Any]).count == 1)
    try base.expect(77, "dossier", "montrer", "2026-0002", "--acteur", "region")
    try base.expect(77, "dossier", "lister", "--acteur", "inconnu")
    let ranked = try base.expect(0, "classer", "--acteur", "region", "--format", "json")
    #expect(ranked.output.contains("2026-0001") && !ranked.output.contains("2026-0002"))
    try base.expect(77, "classer", "--financeur", "CAHC", "--acteur", "region")
    try base.expect(0, "verifier")
  }
}
