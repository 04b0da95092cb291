import GRDB

extension Schema {
  /// What happens to decisions once their session is sealed: changes, and rungs of the ladder.
  static func createSequel(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE decisionChange (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          change TEXT NOT NULL CHECK (json_valid(change)),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX decisionChangeByDossier ON decisionChange (dossier);

        CREATE TABLE firmnessMove (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          purse TEXT NOT NULL,
          firmness TEXT NOT NULL CHECK (firmness IN ('delibere', 'conventionne', 'verse', 'annule')),
          day TEXT NOT NULL,
          reference TEXT NOT NULL CHECK (length(reference) > 0),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX firmnessMoveByDossier ON firmnessMove (dossier, purse);
        """)
    for table in ["decisionChange", "firmnessMove"] { try makeAppendOnly(table, key: "id", in: db) }
  }
}
