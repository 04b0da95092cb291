import GRDB

extension Schema {
  /// Rules of admissibility set aside for one dossier, by someone entitled.
  static func createDerogation(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE ruleDerogation (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          rule TEXT NOT NULL CHECK (length(rule) > 0),
          motive TEXT NOT NULL CHECK (length(motive) > 0),
          source TEXT,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          UNIQUE (dossier, rule)
        ) STRICT;
        """)
    try makeAppendOnly("ruleDerogation", key: "id", in: db)
  }
}
