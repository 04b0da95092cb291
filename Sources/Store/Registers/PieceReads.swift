import Contract
public import Dossiers
import Foundation
import GRDB
import Vocabulary

extension Store {
  /// The papers of a dossier, oldest first, without their content.
  public func pieces(of number: DossierNumber) throws -> [AttachedPiece] {
    try read { db in
      try Self.pieces(
        where: "call = ? AND depositOrder = ? ORDER BY piece.id",
        arguments: [number.call, number.order], in: db)
    }
  }

  /// A paper, by its number in the base.
  public func piece(_ id: Int64) throws -> AttachedPiece? {
    try read { try Self.pieces(where: "piece.id = ?", arguments: [id], in: $0).first }
  }

  /// The content of a paper, checked against its fingerprint; `nil` when there is no such paper.
  ///
  /// - Throws: ``Failure/inputOutput(_:)`` when the content kept is not the one that was received.
  public func content(ofPiece id: Int64) throws -> [UInt8]? {
    let row = try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT content, piece.fingerprint FROM piece JOIN pieceContent USING (fingerprint)
          WHERE piece.id = ?
          """, arguments: [id])
    }
    guard let row else { return nil }
    let content = row["content"] as Data
    guard Fingerprint.of(content) == row["fingerprint"] else {
      throw Failure.inputOutput("la pièce n° \(id) n’a plus l’empreinte qu’elle avait")
    }
    return Array(content)
  }

  /// The papers given by one legal person in these calls, oldest first, without their content.
  ///
  /// - Parameters:
  ///   - siren: the nine digits that every establishment of the person shares.
  ///   - calls: identifiers of the calls looked at.
  ///   - number: a dossier to leave aside.
  /// - Returns: the papers, those used again included.
  /// - Throws: ``Failure``.
  public func pieces(
    siren: String, calls: [String], except number: DossierNumber
  ) throws -> [AttachedPiece] {
    try read { db in
      try Self.pieces(
        where: """
          substr(siret, 1, 9) = ? AND call IN (SELECT value FROM json_each(?))
            AND NOT (call = ? AND depositOrder = ?) ORDER BY piece.id
          """,
        arguments: [
          siren, JSONText.list(calls.map(JSONText.string)), number.call, number.order,
        ],
        in: db)
    }
  }

  /// The papers of the dossiers of a call between two orders of deposit: one query for all of them.
  public func pieces(call: String, orders: ClosedRange<Int>) throws -> [Int: [AttachedPiece]] {
    try read { db in
      let all = try Self.pieces(
        where: "call = ? AND depositOrder BETWEEN ? AND ? ORDER BY piece.id",
        arguments: [call, orders.lowerBound, orders.upperBound], in: db)
      return Dictionary(grouping: all, by: \.dossier.order)
    }
  }

  static func pieces(
    where condition: String, arguments: StatementArguments, in db: Database
  ) throws -> [AttachedPiece] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT piece.id, call, depositOrder, piece.kind, piece.name, mediaType, size,
          piece.fingerprint, piece.attachedAt, piece.reusedFrom,
          coalesce(origin.attachedAt, piece.attachedAt) AS firstGivenAt
        FROM piece JOIN dossier ON dossier.id = piece.dossier
        JOIN pieceContent ON pieceContent.fingerprint = piece.fingerprint
        LEFT JOIN piece AS origin ON origin.id = piece.reusedFrom
        WHERE \(condition)
        """, arguments: arguments
    ).map(piece)
  }

  private static func piece(_ row: Row) throws -> AttachedPiece {
    let mediaType: String = row["mediaType"]
    guard let kind = PieceKind(rawValue: row["kind"]),
      let format = PieceFormat.allCases.first(where: { $0.mediaType == mediaType }),
      let attachedAt = Instant(rfc3339: row["attachedAt"])
    else { throw Failure.inputOutput("une pièce conservée dans la base ne se relit pas") }
    return AttachedPiece(
      id: row["id"],
      dossier: DossierNumber(call: row["call"], order: row["depositOrder"]), kind: kind,
      name: row["name"], format: format, size: row["size"], fingerprint: row["fingerprint"],
      attachedAt: attachedAt, reusedFrom: row["reusedFrom"],
      firstGivenAt: Instant(rfc3339: row["firstGivenAt"]))
  }
}
