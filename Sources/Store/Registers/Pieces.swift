public import Contract
public import Dossiers
import Foundation
import GRDB
public import Vocabulary

/// A paper to attach to a dossier.
public struct NewPiece: Sendable {
  /// Where its content comes from.
  public enum Origin: Sendable {
    case content([UInt8], name: String, format: PieceFormat)
    /// A paper already kept, whose content is used again.
    case earlier(AttachedPiece)
  }

  public let dossier: DossierNumber
  public let kind: PieceKind
  public let origin: Origin

  /// Prepares a paper whose content was judged.
  public init(dossier: DossierNumber, kind: PieceKind, origin: Origin) {
    self.dossier = dossier
    self.kind = kind
    self.origin = origin
  }

  var name: String {
    switch origin {
    case .content(_, let name, _): name
    case .earlier(let piece): piece.name
    }
  }

  var size: Int {
    switch origin {
    case .content(let bytes, _, _): bytes.count
    case .earlier(let piece): piece.size
    }
  }

  var fingerprint: String {
    switch origin {
    case .content(let bytes, _, _): Fingerprint.of(bytes)
    case .earlier(let piece): piece.fingerprint
    }
  }

  /// Always the paper first given, so that an age never needs more than one step back.
  var reusedFrom: Int64? {
    switch origin {
    case .content: nil
    case .earlier(let piece): piece.reusedFrom ?? piece.id
    }
  }
}

/// What became of a paper to attach.
public enum PieceOutcome: Hashable, Sendable {
  case attached(AttachedPiece)
  /// The dossier already had this content under this kind; nothing was written.
  case repeated(AttachedPiece)
  /// The dossier is at a stage that takes no more papers; nothing was written.
  case closed(Stage)
  /// The dossier already has as many papers as it may; nothing was written.
  case full(count: Int)
  /// With this paper, the dossier would weigh this many bytes; nothing was written.
  case tooHeavy(total: Int)
}

extension Store {
  /// Attaches a paper in one transaction with its line in the journal.
  ///
  /// Everything that another writer may change meanwhile is looked at inside the transaction: the stage of
  /// the dossier, how many papers it has and what they weigh.
  ///
  /// - Parameters:
  ///   - piece: the paper.
  ///   - rules: the call's limits.
  ///   - stages: those at which a dossier still takes papers.
  ///   - actor: who attaches it.
  ///   - instant: the moment.
  ///   - isSimulated: say what would happen, write nothing.
  /// - Returns: what became of it; a paper that would be attached has the number 0.
  /// - Throws: ``Failure``; nothing is then kept.
  public func attach(
    _ piece: NewPiece, rules: PieceRules, at stages: Set<Stage>, by actor: String,
    at instant: Instant, isSimulated: Bool = false
  ) throws -> PieceOutcome {
    func decide(_ db: Database) throws -> PieceOutcome? {
      try Self.obstacle(to: piece, rules: rules, stages: stages, in: db)
    }
    if isSimulated {
      return try read { try decide($0) } ?? .attached(Self.described(piece, id: 0, at: instant))
    }
    return try write { db in
      if let obstacle = try decide(db) { return obstacle }
      return .attached(try Self.insert(piece, by: actor, at: instant, in: db))
    }
  }

  private static func obstacle(
    to piece: NewPiece, rules: PieceRules, stages: Set<Stage>, in db: Database
  ) throws -> PieceOutcome? {
    let id = try rowID(of: piece.dossier, in: db)
    let name = try String.fetchOne(
      db, sql: "SELECT stage FROM dossier WHERE id = ?", arguments: [id])
    if let stage = name.flatMap({ Stage(rawValue: $0) }), !stages.contains(stage) {
      return .closed(stage)
    }
    let attached = try pieces(
      where: "piece.dossier = ? ORDER BY piece.id", arguments: [id], in: db)
    let twin = attached.first { $0.kind == piece.kind && $0.fingerprint == piece.fingerprint }
    if let twin { return .repeated(twin) }
    guard attached.count < rules.maximumCount else { return .full(count: attached.count) }
    let total = attached.reduce(piece.size) { $0 + $1.size }
    return total > rules.maximumTotal ? .tooHeavy(total: total) : nil
  }

  private static func insert(
    _ piece: NewPiece, by actor: String, at instant: Instant, in db: Database
  ) throws -> AttachedPiece {
    let fingerprint = piece.fingerprint
    if case .content(let bytes, _, let format) = piece.origin {
      try keep(bytes, fingerprint: fingerprint, format: format, in: db)
    }
    try db.execute(
      sql: """
        INSERT INTO piece (dossier, kind, name, fingerprint, attachedAt, actor, reusedFrom)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try rowID(of: piece.dossier, in: db), piece.kind.rawValue, piece.name, fingerprint,
        instant.rfc3339, actor, piece.reusedFrom,
      ])
    let id = db.lastInsertedRowID
    let reuse = piece.reusedFrom.map { " reprise \($0)" } ?? ""
    try Journal.append(
      JournalAct(
        actor: actor, at: instant, act: "piece", subject: piece.dossier.text,
        detail: "\(piece.kind.rawValue) \(fingerprint)\(reuse)"),
      in: db)
    return described(piece, id: id, at: instant)
  }

  /// Keeps a content once, whichever dossiers it belongs to.
  private static func keep(
    _ bytes: [UInt8], fingerprint: String, format: PieceFormat, in db: Database
  ) throws {
    // The table refuses a second row of the same key, even one that would be ignored.
    try db.execute(
      sql: """
        INSERT INTO pieceContent (fingerprint, mediaType, size, content)
        SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS
          (SELECT 1 FROM pieceContent WHERE fingerprint = ?1)
        """, arguments: [fingerprint, format.mediaType, bytes.count, Data(bytes)])
  }

  private static func described(
    _ piece: NewPiece, id: Int64, at instant: Instant
  ) -> AttachedPiece {
    let earlier: AttachedPiece?
    let format: PieceFormat
    switch piece.origin {
    case .content(_, _, let found): (earlier, format) = (nil, found)
    case .earlier(let origin): (earlier, format) = (origin, origin.format)
    }
    return AttachedPiece(
      id: id, dossier: piece.dossier, kind: piece.kind, name: piece.name, format: format,
      size: piece.size, fingerprint: piece.fingerprint, attachedAt: instant,
      reusedFrom: piece.reusedFrom, firstGivenAt: earlier?.firstGivenAt)
  }
}
