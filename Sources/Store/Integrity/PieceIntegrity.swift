import Dossiers
import Foundation
import GRDB

extension Store {
  /// Recomputes the fingerprints of the papers, one in memory at a time, and compares the papers with those
  /// that the journal saw attached, both ways.
  func brokenPieces() throws -> [BrokenInvariant] {
    try read { db in
      try brokenPieceContents(in: db) + brokenAttachments(in: db)
    }
  }

  private func brokenPieceContents(in db: Database) throws -> [BrokenInvariant] {
    var changed = Culprits("le contenu de chaque pièce a son empreinte")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT fingerprint, content FROM pieceContent ORDER BY fingerprint")
    while let row = try rows.next() {
      let fingerprint: String = row["fingerprint"]
      guard Fingerprint.of(row["content"] as Data) != fingerprint else { continue }
      let dossiers = try String.fetchAll(
        db,
        sql: """
          SELECT \(Self.dossierNumber) || ', pièce n° ' || piece.id FROM piece
          JOIN dossier ON dossier.id = piece.dossier
          WHERE piece.fingerprint = ? ORDER BY piece.id LIMIT 20
          """, arguments: [fingerprint])
      for name in dossiers.isEmpty ? [fingerprint] : dossiers { changed.add(name) }
    }
    var stray = Culprits("tout contenu conservé est celui d’une pièce")
    let strays = try String.fetchAll(
      db,
      sql: """
        SELECT fingerprint FROM pieceContent EXCEPT SELECT fingerprint FROM piece
        ORDER BY 1 LIMIT 20
        """)
    for name in strays { stray.add(name) }
    return changed.broken + stray.broken
  }

  private func brokenAttachments(in db: Database) throws -> [BrokenInvariant] {
    let detail = "kind || ' ' || piece.fingerprint || coalesce(' reprise ' || reusedFrom, '')"
    var unsealed = Culprits("toute pièce est celle que le journal a vu joindre")
    let orphans = try String.fetchAll(
      db,
      sql: """
        SELECT \(Self.dossierNumber) || ', pièce n° ' || piece.id FROM piece
        JOIN dossier ON dossier.id = piece.dossier
        LEFT JOIN journal ON act = 'piece' AND subject = \(Self.dossierNumber) AND detail = \(detail)
          AND at = attachedAt AND journal.actor = piece.actor
        WHERE journal.sequence IS NULL ORDER BY piece.id LIMIT 20
        """)
    for orphan in orphans { unsealed.add(orphan) }
    var lost = Culprits("toute pièce jointe au journal est dans la base")
    let missing = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT subject FROM (
          SELECT subject, detail FROM journal WHERE act = 'piece'
          EXCEPT SELECT \(Self.dossierNumber), \(detail) FROM piece
          JOIN dossier ON dossier.id = piece.dossier)
        ORDER BY 1 LIMIT 20
        """)
    for name in missing { lost.add(name) }
    return unsealed.broken + lost.broken
  }

  private static let dossierNumber = "call || '-' || printf('%04d', depositOrder)"
}
