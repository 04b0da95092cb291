import GRDB

extension Schema {
  /// What matching learns from, who reviews what, and the terms under which a ranking was computed.
  ///
  /// The text of the cards leaves their ranks: giving another order rewrites small rows only.
  static func createReview(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE matchingVocabulary (
          version INTEGER PRIMARY KEY CHECK (version > 0),
          edition TEXT NOT NULL,
          content TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          createdAt TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;

        CREATE TABLE objectiveReading (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          version INTEGER NOT NULL CHECK (version > 0),
          objective TEXT NOT NULL CHECK (length(objective) > 0),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX objectiveReadingByDossier ON objectiveReading (dossier);

        CREATE TABLE mandate (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          holder TEXT NOT NULL REFERENCES actor (id),
          kind TEXT NOT NULL CHECK (kind IN ('siren', 'commune', 'organisme')),
          value TEXT NOT NULL CHECK (length(value) > 0),
          role TEXT NOT NULL,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          endedAt TEXT
        ) STRICT;
        CREATE UNIQUE INDEX mandateInForce ON mandate (holder, kind, value) WHERE endedAt IS NULL;

        CREATE TABLE assignment (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          reviewer TEXT NOT NULL REFERENCES actor (id),
          isAutomatic INTEGER NOT NULL CHECK (isAutomatic IN (0, 1)),
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          endedAt TEXT
        ) STRICT;
        CREATE UNIQUE INDEX assignmentInForce ON assignment (dossier, reviewer) WHERE endedAt IS NULL;
        CREATE INDEX assignmentByReviewer ON assignment (reviewer) WHERE endedAt IS NULL;

        CREATE TABLE interest (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          reviewer TEXT NOT NULL REFERENCES actor (id),
          verdict TEXT NOT NULL CHECK (verdict IN ('declare', 'ecarte')),
          motive TEXT NOT NULL CHECK (length(motive) > 0),
          at TEXT NOT NULL,
          actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX interestByDossier ON interest (dossier, reviewer);

        CREATE TABLE draftMark (
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          reviewer TEXT NOT NULL REFERENCES actor (id),
          version INTEGER NOT NULL CHECK (version > 0),
          criterion TEXT NOT NULL,
          mark INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 4),
          justification TEXT NOT NULL,
          at TEXT NOT NULL,
          PRIMARY KEY (dossier, reviewer, criterion)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE review (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          reviewer TEXT NOT NULL REFERENCES actor (id),
          version INTEGER NOT NULL CHECK (version > 0),
          grid TEXT NOT NULL,
          marks TEXT NOT NULL CHECK (json_valid(marks)),
          submittedAt TEXT NOT NULL
        ) STRICT;
        CREATE INDEX reviewByDossier ON review (dossier, reviewer);

        CREATE TABLE callGrid (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          call TEXT NOT NULL REFERENCES call (id),
          version TEXT NOT NULL,
          content TEXT NOT NULL CHECK (json_valid(content)),
          motive TEXT NOT NULL CHECK (length(motive) > 0),
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          UNIQUE (call, version)
        ) STRICT;

        ALTER TABLE ranking ADD COLUMN terms TEXT CHECK (terms IS NULL OR json_valid(terms));

        CREATE TABLE cardText (
          dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
          card TEXT NOT NULL CHECK (json_valid(card)),
          beside TEXT CHECK (beside IS NULL OR json_valid(beside)),
          facets TEXT CHECK (facets IS NULL OR json_valid(facets))
        ) STRICT;
        INSERT INTO cardText (dossier, card) SELECT dossier, card FROM scorecard;

        CREATE TABLE newScorecard (
          dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
          rank INTEGER NOT NULL CHECK (rank > 0),
          totalTenths INTEGER NOT NULL CHECK (totalTenths >= 0),
          version INTEGER,
          ratios TEXT,
          fingerprint TEXT CHECK (fingerprint IS NULL OR length(fingerprint) = 64)
        ) STRICT;
        INSERT INTO newScorecard (dossier, rank, totalTenths)
        SELECT dossier, rank, totalTenths FROM scorecard;
        DROP TABLE scorecard;
        ALTER TABLE newScorecard RENAME TO scorecard;
        CREATE INDEX scorecardByRank ON scorecard (rank);
        """)
    for (table, key) in [
      ("matchingVocabulary", "version"), ("objectiveReading", "id"), ("interest", "id"),
      ("review", "id"), ("callGrid", "id"),
    ] {
      try makeAppendOnly(table, key: key, in: db)
    }
  }
}
