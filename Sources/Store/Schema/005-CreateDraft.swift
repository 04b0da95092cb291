import GRDB

extension Schema {
  /// What applicants have answered and not deposited yet, one row an answer.
  static func createDraft(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE draft (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          call TEXT NOT NULL REFERENCES call (id),
          form TEXT NOT NULL,
          applicantKind TEXT NOT NULL,
          actor TEXT NOT NULL,
          createdAt TEXT NOT NULL,
          updatedAt TEXT NOT NULL,
          position TEXT,
          renews TEXT,
          dossier INTEGER REFERENCES dossier (id),
          abandonedAt TEXT
        ) STRICT;
        CREATE INDEX draftByActor ON draft (actor);

        CREATE TABLE draftAnswer (
          draft INTEGER NOT NULL REFERENCES draft (id),
          field TEXT NOT NULL,
          value TEXT NOT NULL CHECK (json_valid(value)),
          isConfirmed INTEGER NOT NULL CHECK (isConfirmed IN (0, 1)),
          answeredAt TEXT NOT NULL,
          PRIMARY KEY (draft, field)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
