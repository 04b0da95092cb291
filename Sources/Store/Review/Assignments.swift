public import Dossiers
import GRDB
import Vocabulary

/// A dossier given to a reviewer.
public struct Assignment: Hashable, Sendable {
  public let number: DossierNumber
  public let reviewer: String
  /// Whether the program chose, rather than someone.
  public let isAutomatic: Bool

  /// Gives a dossier to a reviewer.
  public init(number: DossierNumber, reviewer: String, isAutomatic: Bool) {
    self.number = number
    self.reviewer = reviewer
    self.isAutomatic = isAutomatic
  }
}

extension Store {
  /// The assignments in force of the dossiers of a call, by order of deposit, then by reviewer.
  public func assignments(
    call: String, only number: DossierNumber? = nil, reviewer: String? = nil
  ) throws -> [Assignment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, reviewer, isAutomatic FROM assignment
          JOIN dossier ON dossier.id = assignment.dossier
          WHERE endedAt IS NULL AND call = ? AND depositOrder = coalesce(?, depositOrder)
            AND reviewer = coalesce(?, reviewer)
          ORDER BY depositOrder, reviewer
          """, arguments: [call, number?.order, reviewer]
      ).map {
        Assignment(
          number: DossierNumber(call: call, order: $0["depositOrder"]), reviewer: $0["reviewer"],
          isAutomatic: $0["isAutomatic"])
      }
    }
  }

  /// Gives dossiers to reviewers, all or none; those who have them already keep them.
  public func assign(_ assignments: [Assignment], act: JournalAct) throws {
    try write { db in
      for assignment in assignments {
        try db.execute(
          sql: """
            INSERT INTO assignment (dossier, reviewer, isAutomatic, at, actor)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (dossier, reviewer) WHERE endedAt IS NULL DO NOTHING
            """,
          arguments: [
            try Self.rowID(of: assignment.number, in: db), assignment.reviewer,
            assignment.isAutomatic, act.at.rfc3339, act.actor,
          ])
        guard db.changesCount > 0 else { continue }
        try Journal.append(
          JournalAct(
            actor: act.actor, at: act.at, act: act.act, subject: assignment.number.text,
            detail: assignment.reviewer), in: db)
      }
    }
  }

  /// Takes a dossier back from a reviewer; the marks handed in stay.
  ///
  /// - Returns: whether the reviewer had it.
  public func unassign(
    _ number: DossierNumber, from reviewer: String, act: JournalAct
  ) throws -> Bool {
    try write { db in
      try db.execute(
        sql: """
          UPDATE assignment SET endedAt = ? WHERE dossier = ? AND reviewer = ? AND endedAt IS NULL
          """, arguments: [act.at.rfc3339, try Self.rowID(of: number, in: db), reviewer])
      guard db.changesCount > 0 else { return false }
      try Journal.append(act, in: db)
      return true
    }
  }
}
