public import Dossiers
import GRDB
public import Vocabulary

/// What was asked of an applicant to complete its dossier.
public struct CompletionRequest: Hashable, Sendable {
  /// Why, in the instructor's words, as the applicant reads them.
  public let motive: String
  /// Kinds of papers asked for.
  public let pieces: [String]
  /// Last day to answer.
  public let dueOn: Day

  /// Asks for something by a day.
  public init(motive: String, pieces: [String], dueOn: Day) {
    self.motive = motive
    self.pieces = pieces
    self.dueOn = dueOn
  }
}

/// A request as the base keeps it.
public struct CompletionRecord: Hashable, Sendable {
  public let request: CompletionRequest
  public let askedAt: Instant
  public let actor: String
}

extension Store {
  /// Asks an applicant to complete its dossier, which becomes incomplete.
  ///
  /// - Throws: `TransitionRefused`, ``Failure``.
  public func askCompletion(
    _ request: CompletionRequest, of number: DossierNumber, actor: String, at instant: Instant
  ) throws {
    try write { db in
      let id = try Self.rowID(of: number, in: db)
      try Self.move(id, by: .completionAsked, in: db)
      try db.execute(
        sql: """
          INSERT INTO completionRequest (dossier, askedAt, actor, motive, pieces, dueOn)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, instant.rfc3339, actor, request.motive,
          JSONText.list(request.pieces.map(JSONText.string)), request.dueOn.iso,
        ])
      let papers =
        request.pieces.isEmpty ? "" : " ; pièces : \(request.pieces.joined(separator: ", "))"
      try Journal.append(
        JournalAct(
          actor: actor, at: instant, act: DossierEvent.completionAsked.rawValue,
          subject: number.text,
          detail: "avant le \(request.dueOn.iso) : \(request.motive)\(papers)"),
        in: db)
    }
  }

  /// What was asked of the applicant of a dossier, in order.
  public func completionRequests(of number: DossierNumber) throws -> [CompletionRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT completionRequest.* FROM completionRequest
          JOIN dossier ON dossier.id = completionRequest.dossier
          WHERE call = ? AND depositOrder = ? ORDER BY completionRequest.id
          """, arguments: [number.call, number.order]
      ).compactMap(Self.completionRecord)
    }
  }

  /// The last thing asked of the applicant of a dossier: what it must answer while it is incomplete.
  public func lastCompletionRequest(of number: DossierNumber) throws -> CompletionRecord? {
    try completionRequests(of: number).last
  }

  /// The last request that each incomplete dossier of a call must answer, by number.
  public func pendingRequests(call: String) throws -> [DossierNumber: CompletionRequest] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, max(completionRequest.id), completionRequest.* FROM dossier
          JOIN completionRequest ON completionRequest.dossier = dossier.id
          WHERE call = ? AND stage = ? GROUP BY dossier.id
          """, arguments: [call, Stage.incomplete.rawValue])
      return rows.reduce(into: [:]) { requests, row in
        let number = DossierNumber(call: call, order: row["depositOrder"])
        requests[number] = Self.completionRecord(row)?.request
      }
    }
  }

  private static func completionRecord(_ row: Row) -> CompletionRecord? {
    guard let askedAt = Instant(rfc3339: row["askedAt"]), let dueOn = Day(iso: row["dueOn"]),
      let pieces = try? StoredJSON.decode([String].self, from: row["pieces"])
    else { return nil }
    return CompletionRecord(
      request: CompletionRequest(motive: row["motive"], pieces: pieces, dueOn: dueOn),
      askedAt: askedAt, actor: row["actor"])
  }
}
