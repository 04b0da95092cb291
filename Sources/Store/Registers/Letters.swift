public import Committee
public import Dossiers
import GRDB
public import Vocabulary

/// A letter that was written, without what it says.
public struct LetterRecord: Hashable, Sendable {
  /// How the journal names the act.
  static let act = "lettre"

  public let number: DossierNumber
  /// Who pays; `nil` for the letter of a dossier that nobody funds.
  public let funder: String?
  public let kind: DecisionKind
  /// `html` or `texte`.
  public let format: String
  /// Digest of the template that wrote it.
  public let template: String
  /// Digest of its bytes.
  public let sha256: String

  /// Describes a letter.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - funder: who pays; `nil` when nobody does.
  ///   - kind: what was decided.
  ///   - format: `html` or `texte`.
  ///   - template: digest of the template.
  ///   - sha256: digest of the bytes.
  public init(
    number: DossierNumber, funder: String?, kind: DecisionKind, format: String, template: String,
    sha256: String
  ) {
    self.number = number
    self.funder = funder
    self.kind = kind
    self.format = format
    self.template = template
    self.sha256 = sha256
  }

  /// What the journal says of it.
  var detail: String { "\(funder ?? "-") \(kind.rawValue) \(format) \(template) \(sha256)" }
}

extension Store {
  /// Records letters, each with its line in the journal; those already recorded are left aside.
  ///
  /// - Parameters:
  ///   - letters: what was written.
  ///   - actor: who wrote.
  ///   - instant: when.
  /// - Returns: how many were new.
  /// - Throws: ``Failure``.
  public func record(
    _ letters: [LetterRecord], actor: String, at instant: Instant
  ) throws -> Int {
    guard !letters.isEmpty else { return 0 }
    return try write { db in
      var count = 0
      for letter in letters where try Self.add(letter, actor: actor, at: instant, in: db) {
        try Journal.append(
          JournalAct(
            actor: actor, at: instant, act: LetterRecord.act, subject: letter.number.text,
            detail: letter.detail), in: db)
        count += 1
      }
      return count
    }
  }

  private static func add(
    _ letter: LetterRecord, actor: String, at instant: Instant, in db: Database
  ) throws -> Bool {
    let id = try rowID(of: letter.number, in: db)
    let isKnown = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM letter
            WHERE dossier = ? AND funder IS ? AND format = ? AND sha256 = ?)
          """), arguments: [id, letter.funder, letter.format, letter.sha256])
    guard isKnown == false else { return false }
    try db.cachedStatement(
      sql: """
        INSERT INTO letter (dossier, funder, kind, format, template, sha256, at, actor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, letter.funder, letter.kind.rawValue, letter.format, letter.template, letter.sha256,
      instant.rfc3339, actor,
    ])
    return true
  }

  /// The letters of a call, in the order they were written.
  ///
  /// - Parameter call: identifier of the call.
  /// - Returns: every letter recorded.
  /// - Throws: ``Failure``.
  public func letters(call: String) throws -> [LetterRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT depositOrder, letter.* FROM letter JOIN dossier ON dossier.id = letter.dossier
          WHERE call = ? ORDER BY letter.id
          """, arguments: [call]
      ).compactMap { row in
        guard let kind = DecisionKind(rawValue: row["kind"]) else { return nil }
        return LetterRecord(
          number: DossierNumber(call: call, order: row["depositOrder"]), funder: row["funder"],
          kind: kind, format: row["format"], template: row["template"], sha256: row["sha256"])
      }
    }
  }
}
