import Foundation
import GRDB
import TestKit
import Testing

@Suite struct `aap verifier` {
  private let base: TrainingBase

  init() throws {
    base = try TrainingBase()
    try base.expect(0, "dossier", "deposer", TrainingBase.sound)
    try base.expect(0, "instruire", "recevabilite", "--tous")
    try base.expect(0, "appel", "cloturer")
    try base.expect(0, "classer")
    try base.expect(0, "comite", "ouvrir")
    try base.expect(0, "comite", "presence", "--tous")
    try base.expect(
      0, "comite", "decider", "2026-0001", "--decision", "refuse", "--motif", "Hors sujet.")
    try base.expect(0, "comite", "clore")
  }

  @Test func `finds every change made behind the program's back`() throws {
    try base.expect(0, "verifier")
    let bytes = try #require(FileManager.default.contents(atPath: base.path))
    for (sql, promise) in [
      ("UPDATE decision SET motive = 'Autre.'", "chaque décision est celle de la séance rejouée"),
      ("UPDATE decision SET sequence = 1", "chaque décision est celle de la séance rejouée"),
      ("UPDATE dossier SET stage = 'ajourne'", "chaque décision est celle de la séance rejouée"),
      (
        "UPDATE fundingLine SET requestedCents = requestedCents + 1",
        "les lignes de financement égalent les décisions de la séance"
      ),
      (
        "UPDATE fundingLine SET firmness = 'verse'",
        "les lignes de financement égalent les décisions de la séance"
      ),
      ("DELETE FROM fundingLine", "les lignes de financement égalent les décisions de la séance"),
      (
        "UPDATE scorecard SET totalTenths = totalTenths + 1",
        "le classement d’un appel est celui que le journal scelle : 2026\n"
          + "ROMPU — le total d’un dossier est celui de sa fiche de notation"
      ),
      (
        "UPDATE scorecard SET ratios = json_replace(ratios, '$[0]', 999999)",
        "les parts d’un classement sont celles de ses fiches"
      ),
      ("UPDATE scorecard SET ratios = '[]'", "les parts d’un classement sont celles de ses fiches"),
      ("UPDATE scorecard SET ratios = '['", "les parts d’un classement sont celles de ses fiches"),
    ] {
      try bytes.write(to: URL(filePath: base.path))
      try DatabaseQueue(path: base.path).write { try $0.execute(sql: sql) }
      let messages = try base.expect(1, "verifier").messages
      #expect(messages == "ROMPU — \(promise) : 2026-0001\n", "\(sql)")
    }
  }

  @Test func `says which data no longer reads, and does not give up`() throws {
    try DatabaseQueue(path: base.path).write { db in
      try db.execute(sql: "UPDATE call SET content = '{}'")
    }
    let messages = try base.expect(1, "verifier").messages
    #expect(messages.contains("les règles d’un appel sont celles de son ouverture au journal"))
  }
}
