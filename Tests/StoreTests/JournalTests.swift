import Testing

@testable import Store

@Suite struct `The journal's chain` {
  /// Two acts of opening, then four more.
  private func sixLines() throws -> Store {
    let store = try SmallBase.open()
    for minutes in 1...4 { try store.journal(SmallBase.act("essai", minutes: Int64(minutes))) }
    return store
  }

  @Test func `holds as long as nobody touches the file`() throws {
    let store = try sixLines()
    let lines = try store.journalLines()
    #expect(lines.map(\.sequence) == Array(1...6))
    #expect(
      lines.map(\.act.act) == ["creation", "ouverture d'appel"]
        + Array(repeating: "essai", count: 4))
    #expect(try store.verifyJournal() == .intact(lines: 6, lastHash: lines[5].hash))
  }

  @Test func `is read from any line, by pages`() throws {
    let store = try sixLines()
    #expect(try store.journalLines(after: 2, limit: 3).map(\.sequence) == [3, 4, 5])
    #expect(try store.journalLines(after: 6).isEmpty)
  }

  @Test(arguments: [
    ("UPDATE journal SET actor = 'autre' WHERE sequence = 3", 3),
    ("UPDATE journal SET at = '2016-01-01T00:00:00+01:00' WHERE sequence = 3", 3),
    ("UPDATE journal SET at = 'hier' WHERE sequence = 3", 3),
    ("UPDATE journal SET act = 'depot' WHERE sequence = 1", 1),
    ("UPDATE journal SET subject = '2017' WHERE sequence = 5", 5),
    ("UPDATE journal SET detail = 'x' WHERE sequence = 6", 6),
    ("UPDATE journal SET previousHash = hash WHERE sequence = 4", 4),
    ("UPDATE journal SET hash = previousHash WHERE sequence = 4", 4),
    // Moving a character from one field to the next must not read the same.
    ("UPDATE journal SET act = act || substr(subject, 1, 1), subject = substr(subject, 2)", 1),
    ("DELETE FROM journal WHERE sequence = 1", 1),
    ("DELETE FROM journal WHERE sequence = 4", 4),
    ("DELETE FROM journal WHERE sequence >= 5", 5),
    ("DELETE FROM journal", 1),
    (
      "INSERT INTO journal SELECT 7, at, actor, act, subject, detail, hash, hash FROM journal WHERE sequence = 6",
      7
    ),
    (
      "INSERT INTO journal SELECT 0, at, actor, act, subject, detail, previousHash, hash FROM journal WHERE sequence = 1",
      1
    ),
    (
      "INSERT INTO journal SELECT 9, at, actor, act, subject, detail, hash, hash FROM journal WHERE sequence = 6",
      7
    ),
  ])
  func `shows the first line that was altered, removed or added`(
    sql: String, sequence: Int
  ) throws {
    let store = try sixLines()
    try store.dropTriggers()
    try store.tamper(sql)
    #expect(try store.verifyJournal() == .broken(sequence: sequence))
  }

  @Test func `seals every event of a session, in one line an act`() throws {
    let store = try SmallBase.decided()
    let lines = try store.journalLines()
    #expect(
      lines.map(\.act.act) == [
        "creation", "ouverture d'appel", "depot", "depot", "depot", "depot", "recevabilite",
        "recevabilite", "recevabilite", "classement", "ouverture de séance", "vote",
      ])
    #expect(lines[11].act.detail.hasPrefix(" événements 2-4 "))
  }
}
