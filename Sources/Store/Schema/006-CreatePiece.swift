import GRDB

extension Schema {
  /// The papers of the dossiers: each content once, by its fingerprint.
  static func createPiece(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE pieceContent (
          fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
          mediaType TEXT NOT NULL,
          size INTEGER NOT NULL CHECK (size > 0),
          content BLOB NOT NULL,
          CHECK (size = length(content))
        ) STRICT;

        CREATE TABLE piece (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          fingerprint TEXT NOT NULL REFERENCES pieceContent (fingerprint),
          attachedAt TEXT NOT NULL,
          actor TEXT NOT NULL,
          reusedFrom INTEGER REFERENCES piece (id)
        ) STRICT;
        CREATE INDEX pieceByDossier ON piece (dossier, kind);
        CREATE INDEX pieceByFingerprint ON piece (fingerprint);
        """)
    try makeAppendOnly("pieceContent", key: "fingerprint", in: db)
    try makeAppendOnly("piece", key: "id", in: db)
  }
}
