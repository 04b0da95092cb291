import Committee
import GRDB
import Vocabulary

extension Store {
  /// Compares every event of every session with the seals that the journal keeps: text, actor, moment.
  func brokenSeals() throws -> [BrokenInvariant] {
    try read { db in
      var culprits = Culprits("les événements d’une séance sont ceux que le journal scelle")
      var sealed = SealedEvents(sessions: try sessionsByCall(in: db))
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, at, actor, subject, detail FROM journal
          WHERE detail LIKE '%événements %' ORDER BY sequence
          """)
      while let row = try rows.next() {
        guard let seal = EventSeal(row) else { continue }
        let session = sealed.take(seal)
        if try session.map({ try !Self.holds(seal, session: $0, in: db) }) ?? true {
          culprits.add("appel \(seal.call), \(seal.events.french) (journal, ligne \(seal.line))")
        }
      }
      let lengths = try Row.fetchAll(
        db, sql: "SELECT session, count(*) AS length FROM sessionEvent GROUP BY session")
      for row in lengths where sealed.count(of: row["session"]) < row["length"] as Int {
        culprits.add("séance \(row["session"] as Int64)")
      }
      return try culprits.broken + brokenClosings(in: db)
    }
  }

  private func sessionsByCall(in db: Database) throws -> [String: [Int64]] {
    try Row.fetchAll(db, sql: "SELECT id, call FROM session ORDER BY id")
      .reduce(into: [:]) { $0[$1["call"], default: []].append($1["id"]) }
  }

  private static func holds(_ seal: EventSeal, session: Int64, in db: Database) throws -> Bool {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT at, actor, event FROM sessionEvent
        WHERE session = ? AND sequence BETWEEN ? AND ? ORDER BY sequence
        """, arguments: [session, seal.events.lowerBound, seal.events.upperBound])
    var digest = Journal.origin
    while let row = try rows.next() {
      guard row["at"] == seal.at, row["actor"] == seal.actor else { return false }
      digest = Fingerprint.of("\(digest)\n\(row["event"] as String)\n".utf8)
    }
    return digest == seal.digest
  }

  /// A session opens with its first event, and closes with an event that closes it.
  private func brokenClosings(in db: Database) throws -> [BrokenInvariant] {
    var culprits = Culprits("une séance ouvre et ferme aux instants de ses événements")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT session.*, first.at AS firstAt, last.at AS lastAt, last.event AS lastEvent
        FROM session
        LEFT JOIN sessionEvent AS first ON first.session = id AND first.sequence = 1
        LEFT JOIN sessionEvent AS last ON last.session = id
          AND last.sequence = (SELECT max(sequence) FROM sessionEvent WHERE session = id)
        ORDER BY id
        """)
    while let row = try rows.next() {
      var closedAt: String?
      if let text = row["lastEvent"] as String?,
        let event = try? StoredJSON.decode(SessionEvent.self, from: text), case .closed = event
      {
        closedAt = row["lastAt"]
      }
      if row["openedAt"] as String != row["firstAt"] || row["closedAt"] != closedAt {
        culprits.add("séance \(row["id"] as Int64)")
      }
    }
    return culprits.broken
  }
}

/// Which events of which session the seals read so far cover.
private struct SealedEvents {
  /// Sessions that no seal has opened yet, by call, oldest first.
  private var waiting: [String: [Int64]]
  private var current: [String: Int64] = [:]
  private var counts: [Int64: Int] = [:]

  init(sessions: [String: [Int64]]) { waiting = sessions }

  func count(of session: Int64) -> Int { counts[session] ?? 0 }

  /// The session that a seal is about; `nil` when its events do not follow those already sealed.
  mutating func take(_ seal: EventSeal) -> Int64? {
    if seal.events.lowerBound == 1, let next = waiting[seal.call]?.first {
      current[seal.call] = next
      waiting[seal.call]?.removeFirst()
    }
    guard let session = current[seal.call], count(of: session) + 1 == seal.events.lowerBound
    else { return nil }
    counts[session] = seal.events.upperBound
    return session
  }
}

extension ClosedRange<Int> {
  fileprivate var french: String {
    count == 1 ? "événement \(lowerBound)" : "événements \(lowerBound) à \(upperBound)"
  }
}

extension Store {
  /// Everything that the base keeps and that its own fingerprints and journal do not confirm.
  ///
  /// One row at a time: memory does not grow with the dossiers.
  public func brokenSafeguards() throws -> [BrokenInvariant] {
    try brokenSchema() + brokenContents() + brokenPieces() + brokenOpenings() + brokenRankings()
      + brokenSeals() + brokenReviews() + brokenLetters()
  }
}
