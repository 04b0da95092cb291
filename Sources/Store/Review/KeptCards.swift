public import Dossiers
import GRDB
import Vocabulary

/// What a ranking keeps of one dossier to compute its card again.
public struct KeptCard: Sendable {
  public let number: DossierNumber
  /// The version of the dossier that was scored; `nil` in rankings of before it was kept.
  public let version: Int?
  public let card: String
  /// What was looked at beside the dossier, as JSON.
  public let beside: String?
  /// The dossier as it was in that version.
  public let dossier: ReceivedDossier
}

extension Store {
  /// Gives what a ranking keeps of its dossiers one by one, in order of deposit.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - number: only this dossier; `nil` for all.
  ///   - body: receives each; must not write in the base.
  /// - Throws: ``Failure``, or whatever the body throws.
  public func forEachKeptCard(
    call: String, only number: DossierNumber? = nil, _ body: (KeptCard) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Self.earlierVersion), dossier.version, scorecard.version AS scoredVersion,
            card, beside
          FROM scorecard JOIN dossier ON dossier.id = scorecard.dossier
          JOIN cardText ON cardText.dossier = scorecard.dossier
          LEFT JOIN dossierVersion AS later
            ON later.dossier = dossier.id AND later.version = scorecard.version
          WHERE call = ? AND depositOrder = coalesce(?, depositOrder) ORDER BY depositOrder
          """, arguments: [call, number?.order])
      while let row = try rows.next() {
        guard let received = Self.received(row) else { continue }
        try body(
          KeptCard(
            number: received.number, version: row["scoredVersion"], card: row["card"],
            beside: row["beside"], dossier: received))
      }
    }
  }

  /// Gives what was looked at beside each ranked dossier, as JSON, by order of deposit.
  public func forEachKeptBeside(call: String, _ body: (Int, String) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT depositOrder, beside FROM cardText
          JOIN dossier ON dossier.id = cardText.dossier
          WHERE call = ? AND beside IS NOT NULL ORDER BY depositOrder
          """, arguments: [call])
      while let row = try rows.next() { try body(row[0], row[1]) }
    }
  }

  /// How many rankable dossiers of a call the ranking in force lacks, holds in another version, or
  /// holds without their being rankable any more.
  public func staleCards(call: String, stages: Set<Stage>) throws -> Int {
    try read { try Self.staleCards(call: call, stages: stages, in: $0) }
  }

  static func staleCards(call: String, stages: Set<Stage>, in db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM dossier LEFT JOIN scorecard ON scorecard.dossier = dossier.id
        WHERE call = :call AND (
          (stage IN (SELECT value FROM json_each(:stages))
            AND scorecard.version IS NOT dossier.version)
          OR (stage NOT IN (SELECT value FROM json_each(:stages))
            AND scorecard.dossier IS NOT NULL))
        """, arguments: ["call": call, "stages": Self.list(stages)]) ?? 0
  }

  /// How far the registers that scoring looks at have come, as one short text.
  public func scoringRegisters() throws -> String {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT coalesce((SELECT max(id) FROM review), 0) || ' '
            || coalesce((SELECT max(id) FROM interest), 0) || ' '
            || coalesce((SELECT max(id) FROM piece), 0) || ' '
            || coalesce((SELECT max(id) FROM mandate), 0) || ' '
            || (SELECT count(*) FROM mandate WHERE endedAt IS NOT NULL)
          """) ?? ""
    }
  }
}
