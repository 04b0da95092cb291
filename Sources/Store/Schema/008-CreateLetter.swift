import GRDB

extension Schema {
  /// The letters written to applicants, by the digest of their bytes; what they say is in the sessions.
  ///
  /// `funder` is empty for the letter of a dossier that nobody funds. `template` is the digest of the
  /// template: only the one that wrote a letter can write it again.
  static func createLetter(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE letter (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          funder TEXT CHECK (funder IS NULL OR length(funder) > 0),
          kind TEXT NOT NULL CHECK (kind IN
            ('accorde', 'accorde_partiellement', 'ajourne', 'refuse', 'sans_objet')),
          format TEXT NOT NULL CHECK (format IN ('html', 'texte')),
          template TEXT NOT NULL CHECK (length(template) = 64),
          sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX letterByDossier ON letter (dossier);
        """)
    try makeAppendOnly("letter", key: "id", in: db)
  }
}
