import Crypto
import Foundation
import GRDB
public import Vocabulary

/// What is written in the journal of an act.
public struct JournalAct: Hashable, Sendable {
  /// Who acts.
  public let actor: String
  public let at: Instant
  /// Name of the act, in French, for instance `depot`.
  public let act: String
  /// What it is about, for instance a dossier number.
  public let subject: String
  /// Whatever is worth remembering, one line.
  public let detail: String

  /// Describes an act.
  public init(actor: String, at: Instant, act: String, subject: String, detail: String = "") {
    self.actor = actor
    self.at = at
    self.act = act
    self.subject = subject
    self.detail = detail
  }

  /// The same act at another moment.
  func moved(to instant: Instant) -> JournalAct {
    JournalAct(actor: actor, at: instant, act: act, subject: subject, detail: detail)
  }

  /// The same act with this to remember.
  func detailed(_ detail: String) -> JournalAct {
    JournalAct(actor: actor, at: at, act: act, subject: subject, detail: detail)
  }
}

/// One line of the journal, chained to the one before by its hash.
public struct JournalLine: Hashable, Sendable {
  public let sequence: Int
  public let act: JournalAct
  /// SHA-256 of this line and of the hash before it, in hexadecimal.
  public let hash: String
}

/// What checking the journal's chain found.
public enum JournalVerdict: Hashable, Sendable {
  case intact(lines: Int, lastHash: String)
  /// The first line that does not follow from the one before.
  case broken(sequence: Int)
}

enum Journal {
  /// Appends one act; must run inside the transaction of the act itself.
  static func append(_ act: JournalAct, in db: Database) throws {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"))
    let sequence = (last?["sequence"] as Int? ?? 0) + 1
    let previous = last?["hash"] as String? ?? origin
    let hash = hash(of: act, sequence: sequence, after: previous)
    try db.cachedStatement(
      sql: """
        INSERT INTO journal (sequence, at, actor, act, subject, detail, previousHash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      sequence, act.at.rfc3339, act.actor, act.act, act.subject, act.detail, previous, hash,
    ])
  }

  /// The hash before the first line.
  static let origin = String(repeating: "0", count: 64)

  static func hash(of act: JournalAct, sequence: Int, after previous: String) -> String {
    // Each field is preceded by its length, so that no two different lines can read the same.
    let fields = [
      previous, String(sequence), act.at.rfc3339, act.actor, act.act, act.subject, act.detail,
    ]
    var hasher = SHA256()
    for field in fields {
      hasher.update(data: Array("\(field.utf8.count):\(field)\n".utf8))
    }
    return Fingerprint.hexadecimal(hasher.finalize())
  }
}

/// SHA-256 of bytes, in lower-case hexadecimal.
public enum Fingerprint {
  /// The fingerprint of these bytes.
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(SHA256.hash(data: Array(bytes)))
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Store {
  /// Writes an act that changes nothing else, for instance a refusal.
  public func journal(_ act: JournalAct) throws {
    try write { try Journal.append(act, in: $0) }
  }

  /// The lines of the journal, oldest first, those after `sequence`, at most `limit`.
  public func journalLines(after sequence: Int = 0, limit: Int = 1_000) throws -> [JournalLine] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?",
        arguments: [sequence, limit]
      ).compactMap { Self.journalLine($0) }
    }
  }

  /// Recomputes the whole chain, and makes sure that its last lines were not cut off.
  public func verifyJournal() throws -> JournalVerdict {
    try read { db in
      var previous = Journal.origin
      var expected = 1
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY sequence")
      while let row = try rows.next() {
        let sequence: Int = row["sequence"]
        guard sequence == expected, row["previousHash"] == previous,
          let line = Self.journalLine(row), row["at"] == line.act.at.rfc3339,
          Journal.hash(of: line.act, sequence: sequence, after: previous) == line.hash
        else { return .broken(sequence: expected) }
        previous = line.hash
        expected += 1
      }
      // SQLite remembers the highest sequence ever given, even once its row is gone.
      let given = try Int.fetchOne(
        db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'journal'")
      guard given ?? 0 == expected - 1 else { return .broken(sequence: expected) }
      return .intact(lines: expected - 1, lastHash: previous)
    }
  }

  static func journalLine(_ row: Row) -> JournalLine? {
    guard let at = Instant(rfc3339: row["at"]) else { return nil }
    let act = JournalAct(
      actor: row["actor"], at: at, act: row["act"], subject: row["subject"], detail: row["detail"])
    return JournalLine(sequence: row["sequence"], act: act, hash: row["hash"])
  }
}
