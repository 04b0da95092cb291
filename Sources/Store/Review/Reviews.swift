public import Dossiers
import GRDB
public import Vocabulary

/// A mark given by a reviewer to one criterion, with its reason.
public struct GivenMark: Hashable, Sendable, Codable {
  /// Code of the criterion.
  public let criterion: String
  /// From 0 to 4.
  public let mark: Int
  public let justification: String

  /// Gives a mark.
  public init(criterion: String, mark: Int, justification: String) {
    self.criterion = criterion
    self.mark = mark
    self.justification = justification
  }

  private enum CodingKeys: String, CodingKey {
    case criterion = "critere"
    case mark = "note"
    case justification
  }
}

/// The marks that a reviewer handed in on a dossier.
public struct SubmittedReview: Hashable, Sendable {
  public let number: DossierNumber
  public let reviewer: String
  /// The version of the dossier that was reviewed.
  public let version: Int
  /// Version of the grid.
  public let grid: String
  public let marks: [GivenMark]
  public let submittedAt: Instant
}

extension Store {
  /// The marks a reviewer is preparing on a dossier, by criterion.
  public func draftMarks(of number: DossierNumber, by reviewer: String) throws -> [GivenMark] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT criterion, mark, justification FROM draftMark
          JOIN dossier ON dossier.id = draftMark.dossier
          WHERE call = ? AND depositOrder = ? AND reviewer = ? ORDER BY criterion
          """, arguments: [number.call, number.order, reviewer]
      ).map {
        GivenMark(
          criterion: $0["criterion"], mark: $0["mark"], justification: $0["justification"])
      }
    }
  }

  /// Keeps marks in preparation, in the place of earlier ones on the same criteria.
  public func keepDraftMarks(
    _ marks: [GivenMark], on number: DossierNumber, by reviewer: String, act: JournalAct
  ) throws {
    try write { db in
      let id = try Self.rowID(of: number, in: db)
      for mark in marks {
        try db.execute(
          sql: """
            INSERT INTO draftMark (dossier, reviewer, criterion, mark, justification, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (dossier, reviewer, criterion) DO UPDATE SET mark = excluded.mark,
              justification = excluded.justification, at = excluded.at
            """,
          arguments: [
            id, reviewer, mark.criterion, mark.mark, mark.justification, act.at.rfc3339,
          ])
      }
      try Journal.append(act, in: db)
    }
  }

  /// Hands in the marks in preparation; what was handed in before stays, the last counts.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - version: the version of the dossier that the reviewer read.
  ///   - reviewer: who marks.
  ///   - grid: version of the grid.
  ///   - marks: the marks to hand in.
  ///   - act: what the journal says.
  /// - Throws: ``Failure/versionOvertaken(_:)`` when another version came meanwhile, ``Failure``.
  public func submitReview(
    of number: DossierNumber, version: Int, by reviewer: String, grid: String, marks: [GivenMark],
    act: JournalAct
  ) throws {
    let content = try StoredJSON.encode(marks)
    try write { db in
      let id = try Self.rowID(of: number, in: db)
      let current = try Int.fetchOne(
        db, sql: "SELECT version FROM dossier WHERE id = ?", arguments: [id])
      guard current == version else { throw Failure.versionOvertaken(number.text) }
      try db.execute(
        sql: """
          INSERT INTO review (dossier, reviewer, version, grid, marks, submittedAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """, arguments: [id, reviewer, version, grid, content, act.at.rfc3339])
      try db.execute(
        sql: "DELETE FROM draftMark WHERE dossier = ? AND reviewer = ?", arguments: [id, reviewer])
      try Journal.append(act.detailed(Fingerprint.of(content.utf8)), in: db)
    }
  }

  /// The reviews that count for the dossiers of a call between two orders of deposit: the last of each
  /// reviewer, those whose interest is declared left out; by order of deposit, then by reviewer.
  public func reviews(
    call: String, orders: ClosedRange<Int>? = nil
  ) throws -> [Int: [SubmittedReview]] {
    let range = orders ?? 0...Int(Int32.max)
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT call, depositOrder, review.reviewer, review.version, review.grid, review.marks,
            submittedAt
          FROM review JOIN dossier ON dossier.id = review.dossier
          WHERE call = ? AND depositOrder BETWEEN ? AND ?
            AND review.id = (SELECT max(last.id) FROM review AS last
              WHERE last.dossier = review.dossier AND last.reviewer = review.reviewer)
            AND coalesce((SELECT verdict FROM interest
              WHERE interest.dossier = review.dossier AND interest.reviewer = review.reviewer
              ORDER BY interest.id DESC LIMIT 1), 'ecarte') <> 'declare'
          ORDER BY depositOrder, review.reviewer
          """, arguments: [call, range.lowerBound, range.upperBound])
      let reviews = try rows.compactMap(Self.review)
      return Dictionary(grouping: reviews, by: \.number.order)
    }
  }

  private static func review(_ row: Row) throws -> SubmittedReview? {
    guard let submittedAt = Instant(rfc3339: row["submittedAt"]) else { return nil }
    return SubmittedReview(
      number: DossierNumber(call: row["call"], order: row["depositOrder"]),
      reviewer: row["reviewer"], version: row["version"], grid: row["grid"],
      marks: try StoredJSON.decode([GivenMark].self, from: row["marks"]), submittedAt: submittedAt)
  }
}
