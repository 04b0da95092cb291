import GRDB

extension Schema {
  /// What funders think of dossiers before the session; the last word on each purse counts.
  ///
  /// An opinion given once a session is open names it: it never passes for one given before.
  static func createOpinion(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE opinion (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          purse TEXT NOT NULL CHECK (length(purse) > 0),
          verdict TEXT NOT NULL CHECK (verdict IN
            ('favorable', 'avec_reserves', 'defavorable', 'ne_se_prononce_pas')),
          amountCents INTEGER CHECK (amountCents > 0),
          conditions TEXT CHECK (length(conditions) > 0),
          session INTEGER REFERENCES session (id),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX opinionByDossier ON opinion (dossier, purse);
        """)
    try makeAppendOnly("opinion", key: "id", in: db)
  }
}
