import Dossiers
import Foundation
import GRDB

extension Store {
  /// Recomputes the fingerprints of what was received, one row in memory at a time.
  func brokenContents() throws -> [BrokenInvariant] {
    try read { db in
      var dossiers = Culprits("les octets d’un dossier ont l’empreinte de leur récépissé")
      let rows = try Row.fetchCursor(
        db, sql: "SELECT call, depositOrder, fingerprint, content FROM dossier ORDER BY id")
      while let row = try rows.next() {
        if Fingerprint.of(row["content"] as Data) != row["fingerprint"] {
          dossiers.add(DossierNumber(call: row["call"], order: row["depositOrder"]).text)
        }
      }
      let later = try Row.fetchCursor(
        db,
        sql: """
          SELECT call, depositOrder, later.fingerprint, later.content
          FROM dossierVersion AS later JOIN dossier ON dossier.id = later.dossier ORDER BY later.id
          """)
      while let row = try later.next() {
        if Fingerprint.of(row["content"] as Data) != row["fingerprint"] {
          dossiers.add(DossierNumber(call: row["call"], order: row["depositOrder"]).text)
        }
      }
      var files = Culprits("les fichiers conservés ont leur empreinte")
      let sources = try Row.fetchCursor(db, sql: "SELECT * FROM sourceFile ORDER BY scope, name")
      while let row = try sources.next() {
        if Fingerprint.of(row["content"] as Data) != row["fingerprint"] {
          files.add("\(row["scope"] as String)/\(row["name"] as String)")
        }
      }
      return try dossiers.broken + files.broken + brokenDeposits(in: db) + brokenVersions(in: db)
    }
  }

  /// Compares the dossiers with the deposits that the journal keeps, both ways.
  private func brokenDeposits(in db: Database) throws -> [BrokenInvariant] {
    var unsealed = Culprits("tout dossier est celui que le journal a vu déposer")
    let number = "dossier.call || '-' || printf('%04d', depositOrder)"
    let orphans = try String.fetchAll(
      db,
      sql: """
        SELECT \(number) FROM dossier LEFT JOIN journal ON act = 'depot' AND subject = \(number)
          AND detail = fingerprint AND at = receivedAt
        WHERE journal.sequence IS NULL ORDER BY dossier.id LIMIT 20
        """)
    for orphan in orphans { unsealed.add(orphan) }
    var lost = Culprits("tout dépôt du journal est dans la base")
    let missing = try String.fetchAll(
      db,
      sql: """
        SELECT subject FROM journal WHERE act = 'depot' EXCEPT SELECT \(number) FROM dossier
        ORDER BY 1 LIMIT 20
        """)
    for name in missing { lost.add(name) }
    return unsealed.broken + lost.broken
  }

  /// Compares the later versions with the acts that the journal keeps, both ways.
  private func brokenVersions(in db: Database) throws -> [BrokenInvariant] {
    let number = "call || '-' || printf('%04d', depositOrder)"
    let kept = """
      SELECT \(number) AS subject, later.receivedAt AS at,
        'version ' || later.version || ' ' || later.fingerprint AS detail
      FROM dossierVersion AS later JOIN dossier ON dossier.id = later.dossier
      """
    let journaled = """
      SELECT subject, at, detail FROM journal WHERE act IN ('rectifie', 'complete')
        AND detail LIKE 'version %'
      """
    var culprits = Culprits("toute version d’un dossier est celle que le journal a vu recevoir")
    let strays = try String.fetchAll(
      db,
      sql: """
        SELECT subject FROM (\(kept) EXCEPT \(journaled))
        UNION SELECT subject FROM (\(journaled) EXCEPT \(kept)) ORDER BY 1 LIMIT 20
        """)
    for stray in strays { culprits.add(stray) }
    return culprits.broken
  }

  /// Compares the base's data and each call with their files and with what the journal sealed.
  func brokenOpenings() throws -> [BrokenInvariant] {
    let reference = try Fingerprint.ofFiles(files(scope: "referentiel"))
    let calls = try read {
      try Row.fetchAll($0, sql: "SELECT id, content, fingerprint, openedAt FROM call ORDER BY id")
    }
    var fingerprints = Culprits("l’empreinte d’un appel est celle de ses fichiers")
    var openings = Culprits("les règles d’un appel sont celles de son ouverture au journal")
    for call in calls {
      let id: String = call["id"]
      let files = try Fingerprint.ofFiles(callFiles(id))
      if files != call["fingerprint"] { fingerprints.add(id) }
      let rules = Fingerprint.of((call["content"] as String).utf8)
      let holds = try openingHolds(
        act: "ouverture d'appel", subject: id, at: call["openedAt"], rules: rules, files: files)
      if !holds { openings.add(id) }
    }
    return try fingerprints.broken + openings.broken + brokenReference(files: reference)
  }

  private func brokenReference(files: String) throws -> [BrokenInvariant] {
    var culprits = Culprits("le référentiel est celui de la création au journal")
    let base = try read { try Row.fetchOne($0, sql: "SELECT createdAt, reference FROM base") }
    guard let base else { return [] }
    let rules = Fingerprint.of((base["reference"] as String).utf8)
    let holds = try openingHolds(
      act: "creation", subject: nil, at: base["createdAt"], rules: rules, files: files)
    if !holds { culprits.add("référentiel") }
    return culprits.broken
  }

  private func openingHolds(
    act: String, subject: String?, at: String, rules: String, files: String
  ) throws -> Bool {
    try read { db in
      guard
        let line = try Row.fetchOne(
          db,
          sql: """
            SELECT at, detail FROM journal WHERE act = ? AND subject = coalesce(?, subject)
            ORDER BY sequence LIMIT 1
            """, arguments: [act, subject])
      else { return false }
      // The first bases were opened without this seal; the chain forbids taking one off.
      let seal = OpeningSeal(detail: line["detail"])
      return line["at"] == at && seal?.rules ?? rules == rules && seal?.files ?? files == files
    }
  }

  /// Recomputes the fingerprint of each ranking from its cards, and compares it with the journal's.
  func brokenRankings() throws -> [BrokenInvariant] {
    try read { db in
      var culprits = Culprits("le classement d’un appel est celui que le journal scelle")
      for call in try String.fetchAll(db, sql: "SELECT id FROM call ORDER BY id") {
        let sealed = try Row.fetchOne(
          db,
          sql: """
            SELECT at, actor, detail FROM journal WHERE act = 'classement' AND subject = ?
            ORDER BY sequence DESC LIMIT 1
            """, arguments: [call])
        let kept = try Row.fetchOne(
          db, sql: "SELECT computedAt, actor, fingerprint FROM ranking WHERE call = ?",
          arguments: [call])
        let computed = try Self.rankingFingerprint(call: call, in: db)
        let holds =
          if let sealed, let kept {
            sealed["at"] == kept["computedAt"] as String
              && sealed["actor"] == kept["actor"] as String
              && sealed["detail"] == kept["fingerprint"] as String
              && kept["fingerprint"] == computed
          } else {
            sealed == nil && kept == nil && computed == Journal.origin
          }
        if !holds { culprits.add(call) }
      }
      return culprits.broken
    }
  }

  private static func rankingFingerprint(call: String, in db: Database) throws -> String {
    let terms = try String.fetchOne(
      db, sql: "SELECT terms FROM ranking WHERE call = ?", arguments: [call])
    var chain = terms.map { RankingChain(terms: $0) }
    // Rankings of before terms were kept chained whole cards.
    var former = Journal.origin
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT call, depositOrder, totalTenths, card FROM scorecard
        JOIN dossier ON dossier.id = scorecard.dossier
        JOIN cardText ON cardText.dossier = scorecard.dossier WHERE call = ? ORDER BY rank
        """, arguments: [call])
    while let row = try rows.next() {
      let number = DossierNumber(call: row["call"], order: row["depositOrder"])
      let card: String = row["card"]
      chain?.add(
        RankedTotal(number: number, totalTenths: row["totalTenths"]),
        fingerprint: Fingerprint.of(card.utf8))
      if chain == nil {
        former = Fingerprint.of("\(former)\n\(number.text)\n\(card)\n".utf8)
      }
    }
    return chain?.fingerprint ?? former
  }
}
