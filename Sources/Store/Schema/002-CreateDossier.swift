import GRDB

extension Schema {
  /// What was deposited, what was judged, what was scored.
  static func createDossier(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE dossier (
          id INTEGER PRIMARY KEY,
          call TEXT NOT NULL REFERENCES call (id),
          depositOrder INTEGER NOT NULL CHECK (depositOrder > 0),
          receivedAt TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          format TEXT NOT NULL CHECK (format IN ('yaml', 'json')),
          content BLOB NOT NULL,
          applicantKind TEXT NOT NULL,
          applicantName TEXT NOT NULL,
          siret TEXT,
          title TEXT NOT NULL,
          objective TEXT NOT NULL,
          costCents INTEGER NOT NULL CHECK (costCents >= 0),
          requestedCents INTEGER NOT NULL CHECK (requestedCents >= 0),
          stage TEXT NOT NULL CHECK (stage IN
            ('depose', 'recevable', 'irrecevable', 'en_seance', 'accorde', 'accorde_partiellement',
             'ajourne', 'refuse', 'sans_objet', 'retire')),
          UNIQUE (call, depositOrder),
          UNIQUE (call, fingerprint)
        ) STRICT;
        CREATE INDEX dossierByStage ON dossier (call, stage, depositOrder);
        CREATE INDEX dossierBySIRET ON dossier (siret);

        CREATE TABLE admissibility (
          dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
          judgedAt TEXT NOT NULL,
          actor TEXT NOT NULL,
          findings TEXT NOT NULL CHECK (json_valid(findings))
        ) STRICT;

        CREATE TABLE ranking (
          call TEXT PRIMARY KEY REFERENCES call (id),
          grid TEXT NOT NULL,
          computedAt TEXT NOT NULL,
          actor TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
        ) STRICT;

        CREATE TABLE scorecard (
          dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
          rank INTEGER NOT NULL CHECK (rank > 0),
          totalTenths INTEGER NOT NULL CHECK (totalTenths >= 0),
          card TEXT NOT NULL CHECK (json_valid(card))
        ) STRICT;
        CREATE INDEX scorecardByRank ON scorecard (rank);
        """)
    try keepReceivedBytes(db)
  }
}
