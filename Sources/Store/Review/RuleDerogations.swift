public import Dossiers
import GRDB
public import Vocabulary

/// A rule of admissibility set aside for one dossier.
public struct RuleDerogation: Hashable, Sendable {
  public let number: DossierNumber
  /// Code of the rule, or of the finding that it makes.
  public let rule: String
  /// In French, as it will be listed.
  public let motive: String
  /// The text that allows it, when there is one.
  public let source: String?
  public let at: Instant
  public let actor: String
}

extension Store {
  /// Sets a rule aside for a dossier.
  ///
  /// - Parameters:
  ///   - rule: its code.
  ///   - number: the dossier.
  ///   - motive: why.
  ///   - source: the text that allows it.
  ///   - act: how the journal names it.
  /// - Returns: whether it was not set aside already.
  /// - Throws: ``Failure``.
  public func setAside(
    _ rule: String, for number: DossierNumber, motive: String, source: String?, act: JournalAct
  ) throws -> Bool {
    try write { db in
      let id = try Self.rowID(of: number, in: db)
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM ruleDerogation WHERE dossier = ? AND rule = ?)",
        arguments: [id, rule])
      guard isKnown == false else { return false }
      try db.execute(
        sql: """
          INSERT INTO ruleDerogation (dossier, rule, motive, source, at, actor)
          VALUES (?, ?, ?, ?, ?, ?)
          """, arguments: [id, rule, motive, source, act.at.rfc3339, act.actor])
      try Journal.append(act, in: db)
      return true
    }
  }

  /// The rules set aside in a call, oldest first.
  ///
  /// - Parameter call: identifier of the call.
  /// - Returns: the derogations.
  /// - Throws: ``Failure``.
  public func ruleDerogations(call: String) throws -> [RuleDerogation] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT ruleDerogation.*, depositOrder FROM ruleDerogation
          JOIN dossier ON dossier.id = ruleDerogation.dossier WHERE call = ?
          ORDER BY ruleDerogation.id
          """, arguments: [call]
      ).compactMap { row in
        guard let at = Instant(rfc3339: row["at"]) else { return nil }
        return RuleDerogation(
          number: DossierNumber(call: call, order: row["depositOrder"]), rule: row["rule"],
          motive: row["motive"], source: row["source"], at: at, actor: row["actor"])
      }
    }
  }
}
