import GRDB

extension Schema {
  /// Who, when, under which data: the base itself, its actors, its calls, its journal.
  static func createBase(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE base (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          createdAt TEXT NOT NULL,
          isTraining INTEGER NOT NULL CHECK (isTraining IN (0, 1)),
          reference TEXT NOT NULL CHECK (json_valid(reference))
        ) STRICT;

        CREATE TABLE actor (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
          role TEXT NOT NULL CHECK (role IN
            ('porteur', 'instructeur', 'financeur', 'secretaire', 'president', 'lecteur')),
          funder TEXT,
          addedAt TEXT NOT NULL,
          removedAt TEXT,
          CHECK ((role = 'financeur') = (funder IS NOT NULL))
        ) STRICT;

        CREATE TABLE call (
          id TEXT PRIMARY KEY,
          content TEXT NOT NULL CHECK (json_valid(content)),
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          openedAt TEXT NOT NULL,
          closedAt TEXT,
          lastOrder INTEGER NOT NULL DEFAULT 0 CHECK (lastOrder >= 0)
        ) STRICT;

        CREATE TABLE sourceFile (
          scope TEXT NOT NULL,
          name TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          content BLOB NOT NULL,
          PRIMARY KEY (scope, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE journal (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          act TEXT NOT NULL,
          subject TEXT NOT NULL,
          detail TEXT NOT NULL,
          previousHash TEXT NOT NULL,
          hash TEXT NOT NULL CHECK (length(hash) = 64)
        ) STRICT;
        """)
    try makeAppendOnly("journal", key: "sequence", in: db)
    try makeAppendOnly("sourceFile", key: "scope", "name", in: db)
  }
}
