import GRDB

extension Store {
  /// Compares marks handed in, conflicts, words and grids with what the journal saw, both ways.
  func brokenReviews() throws -> [BrokenInvariant] {
    try read { db in
      try Self.reviewRegisters.flatMap { try Self.broken($0, in: db) }
    }
  }

  /// Compares the register of letters with what the journal saw, both ways.
  func brokenLetters() throws -> [BrokenInvariant] {
    try read { try Self.broken(Self.letterRegister, in: $0) }
  }

  private static let letterRegister = SealedRegister(
    promise: "toute lettre est celle que le journal a vu écrire", act: LetterRecord.act,
    rows: """
      SELECT '\(LetterRecord.act)' AS act, \(number) AS subject, at, actor,
        coalesce(funder, '-') || ' ' || kind || ' ' || letter.format || ' ' || template || ' ' || sha256
          AS detail,
        NULL AS content
      FROM letter JOIN dossier ON dossier.id = letter.dossier
      """)

  /// A register whose every row one act appended.
  private struct SealedRegister {
    let promise: String
    /// The act of the journal, or how its name begins.
    let act: String
    /// Its rows as the journal tells them: `act`, `subject`, `at`, `actor`, the beginning of `detail`,
    /// and the `content` whose fingerprint ends it, if any.
    let rows: String
  }

  private static let number = "call || '-' || printf('%04d', depositOrder)"

  private static let reviewRegisters = [
    SealedRegister(
      promise: "tout examen est celui que le journal a vu rendre", act: "examen rendu",
      rows: """
        SELECT 'examen rendu' AS act, \(number) AS subject, submittedAt AS at, reviewer AS actor,
          '' AS detail, marks AS content
        FROM review JOIN dossier ON dossier.id = review.dossier
        """),
    SealedRegister(
      promise: "tout conflit est celui que le journal a vu déclarer ou écarter", act: "conflit ",
      rows: """
        SELECT 'conflit ' || verdict AS act, \(number) AS subject, at, actor,
          reviewer || ' : ' || motive AS detail, NULL AS content
        FROM interest JOIN dossier ON dossier.id = interest.dossier
        """),
    SealedRegister(
      promise: "tout avis est celui que le journal a vu donner", act: "avis ",
      rows: """
        SELECT 'avis ' || verdict AS act, \(number) AS subject, at, actor, purse || ' ' AS detail,
          \(opinionContent) AS content
        FROM opinion JOIN dossier ON dossier.id = opinion.dossier
        """),
    SealedRegister(
      promise: "toute grille adoptée est celle que le journal scelle", act: "grille",
      rows: """
        SELECT 'grille' AS act, call AS subject, at, actor, version || ' ' AS detail, content
        FROM callGrid
        """),
    SealedRegister(
      promise: "tout vocabulaire est celui que le journal scelle", act: "vocabulaire",
      rows: """
        SELECT 'vocabulaire' AS act, json_extract(reference, '$.contract.id') AS subject,
          matchingVocabulary.createdAt AS at, actor,
          'vocabulaire ' || version || ' ' AS detail, content
        FROM matchingVocabulary JOIN base
        """),
  ]

  private static func broken(
    _ register: SealedRegister, in db: Database
  ) throws -> [BrokenInvariant] {
    // The same may be said twice in the same second: acts are counted.
    var sealed: [[String]: Int] = [:]
    let lines = try Row.fetchCursor(
      db,
      sql: "SELECT act, subject, at, actor, detail FROM journal WHERE act GLOB ?",
      arguments: ["\(register.act)*"])
    while let line = try lines.next() {
      sealed[words(line, detail: line["detail"]), default: 0] += 1
    }
    let rows = try Row.fetchCursor(db, sql: register.rows)
    while let row = try rows.next() {
      let content: String? = row["content"]
      let detail = (row["detail"] as String) + (content.map { Fingerprint.of($0.utf8) } ?? "")
      sealed[words(row, detail: detail), default: 0] -= 1
    }
    var culprits = Culprits(register.promise)
    for name in Set(sealed.filter { $0.value != 0 }.keys.map { $0[1] }).sorted() {
      culprits.add(name)
    }
    return culprits.broken
  }

  private static func words(_ row: Row, detail: String) -> [String] {
    [row["act"], row["subject"], row["at"], row["actor"], detail]
  }
}
