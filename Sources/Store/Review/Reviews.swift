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
  /// Whether another version of the dossier came since: the marks do not count any more.
  public let isOutdated: Bool
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
      ).map(Self.mark)
    }
  }

  private static func mark(_ row: Row) -> GivenMark {
    GivenMark(
      criterion: row["criterion"], mark: row["mark"], justification: row["justification"])
  }

  /// Whether marks in preparation were given on an earlier version of the dossier.
  public func areDraftMarksOutdated(on number: DossierNumber, by reviewer: String) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM draftMark JOIN dossier ON dossier.id = draftMark.dossier
            WHERE call = ? AND depositOrder = ? AND reviewer = ?
              AND draftMark.version <> dossier.version)
          """, arguments: [number.call, number.order, reviewer]) ?? false
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
            INSERT INTO draftMark (dossier, reviewer, version, criterion, mark, justification, at)
            SELECT id, ?, version, ?, ?, ?, ? FROM dossier WHERE id = ?
            ON CONFLICT (dossier, reviewer, criterion) DO UPDATE SET version = excluded.version,
              mark = excluded.mark, justification = excluded.justification, at = excluded.at
            """,
          arguments: [
            reviewer, mark.criterion, mark.mark, mark.justification, act.at.rfc3339, id,
          ])
      }
      try Journal.append(act, in: db)
    }
  }

  /// Hands in the marks in preparation; what was handed in before stays, the last counts.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - reviewer: who marks.
  ///   - grid: version of the grid.
  ///   - criteria: the criteria to hand in; marks in preparation on others are dropped.
  ///   - act: what the journal says.
  /// - Throws: ``Failure/reviewOvertaken(_:)`` when marks are missing, or were given on an earlier version
  ///   of the dossier; they then stay in preparation.
  public func submitReview(
    of number: DossierNumber, by reviewer: String, grid: String, criteria: [String],
    act: JournalAct
  ) throws {
    try write { db in
      let id = try Self.rowID(of: number, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT criterion, mark, justification, dossier.version FROM draftMark
          JOIN dossier ON dossier.id = draftMark.dossier AND dossier.version = draftMark.version
          WHERE dossier.id = ? AND reviewer = ?
            AND criterion IN (SELECT value FROM json_each(?)) ORDER BY criterion
          """, arguments: [id, reviewer, JSONText.list(criteria.map(JSONText.string))])
      guard rows.count == Set(criteria).count, let version = rows.first?["version"] as Int? else {
        throw Failure.reviewOvertaken(number.text)
      }
      let content = try StoredJSON.encode(rows.map(Self.mark))
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

  /// The reviews of the dossiers of a call between two orders of deposit: the last of each reviewer, those
  /// whose interest is declared left out; by order of deposit, then by reviewer.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - orders: the dossiers; `nil` for all.
  ///   - includingOutdated: with those given on an earlier version of the dossier, which do not count.
  /// - Returns: by order of deposit.
  /// - Throws: ``Failure``.
  public func reviews(
    call: String, orders: ClosedRange<Int>? = nil, includingOutdated: Bool = false
  ) throws -> [Int: [SubmittedReview]] {
    let range = orders ?? 0...Int(Int32.max)
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT call, depositOrder, review.reviewer, review.version, review.grid, review.marks,
            submittedAt, review.version <> dossier.version AS isOutdated
          FROM review JOIN dossier ON dossier.id = review.dossier
          WHERE call = ? AND depositOrder BETWEEN ? AND ?
            AND review.id = (SELECT max(last.id) FROM review AS last
              WHERE last.dossier = review.dossier AND last.reviewer = review.reviewer)
            AND coalesce((SELECT verdict FROM interest
              WHERE interest.dossier = review.dossier AND interest.reviewer = review.reviewer
              ORDER BY interest.id DESC LIMIT 1), 'ecarte') <> 'declare'
          ORDER BY depositOrder, review.reviewer
          """, arguments: [call, range.lowerBound, range.upperBound])
      let reviews = try rows.compactMap(Self.review).filter { includingOutdated || !$0.isOutdated }
      return Dictionary(grouping: reviews, by: \.number.order)
    }
  }

  private static func review(_ row: Row) throws -> SubmittedReview? {
    guard let submittedAt = Instant(rfc3339: row["submittedAt"]) else { return nil }
    return SubmittedReview(
      number: DossierNumber(call: row["call"], order: row["depositOrder"]),
      reviewer: row["reviewer"], version: row["version"], grid: row["grid"],
      marks: try StoredJSON.decode([GivenMark].self, from: row["marks"]), submittedAt: submittedAt,
      isOutdated: row["isOutdated"])
  }
}
