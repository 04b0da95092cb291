public import Dossiers
import GRDB
public import Vocabulary

extension Store {
  /// Moves dossiers to the stage an event leads to, all or none; each move is journaled.
  ///
  /// - Parameters:
  ///   - numbers: the dossiers.
  ///   - event: what happens to them.
  ///   - motive: why, when the event needs a reason.
  ///   - actor: who acts.
  ///   - instant: when.
  /// - Throws: ``TransitionFailure`` naming the dossier that cannot, ``Failure``.
  public func move(
    _ numbers: [DossierNumber], by event: DossierEvent, motive: String = "", actor: String,
    at instant: Instant
  ) throws {
    try write { db in
      for number in numbers {
        do {
          try Self.move(try Self.rowID(of: number, in: db), by: event, in: db)
        } catch let refused as TransitionRefused {
          throw TransitionFailure(number: number, refused: refused)
        }
        try Journal.append(
          JournalAct(
            actor: actor, at: instant, act: event.rawValue, subject: number.text, detail: motive),
          in: db)
      }
    }
  }

  /// The acts of the journal about one subject, in order.
  public func acts(about subject: String) throws -> [JournalLine] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM journal WHERE subject = ? ORDER BY sequence",
        arguments: [subject]
      ).compactMap(Self.journalLine)
    }
  }
}

/// The dossier, among several, that cannot take an event.
public struct TransitionFailure: Error, Hashable, Sendable {
  public let number: DossierNumber
  public let refused: TransitionRefused
}
