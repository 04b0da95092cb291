import GRDB

extension Schema {
  /// Sessions as ledgers of events, and the grants that follow from their decisions.
  static func createCommittee(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE session (
          id INTEGER PRIMARY KEY,
          call TEXT NOT NULL REFERENCES call (id),
          openedAt TEXT NOT NULL,
          closedAt TEXT
        ) STRICT;
        CREATE UNIQUE INDEX oneOpenSession ON session (call) WHERE closedAt IS NULL;

        CREATE TABLE sessionEvent (
          session INTEGER NOT NULL REFERENCES session (id),
          sequence INTEGER NOT NULL CHECK (sequence > 0),
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          event TEXT NOT NULL CHECK (json_valid(event)),
          PRIMARY KEY (session, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE fundingLine (
          id INTEGER PRIMARY KEY,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          purse TEXT NOT NULL,
          requestedCents INTEGER NOT NULL CHECK (requestedCents >= 0),
          grantedCents INTEGER NOT NULL CHECK (grantedCents >= 0),
          firmness TEXT NOT NULL CHECK (firmness IN
            ('demande', 'avis', 'intention', 'vote', 'delibere', 'conventionne', 'verse', 'annule')),
          session INTEGER REFERENCES session (id),
          UNIQUE (dossier, purse)
        ) STRICT;
        CREATE INDEX fundingLineByPurse ON fundingLine (purse);

        CREATE TABLE decision (
          dossier INTEGER PRIMARY KEY REFERENCES dossier (id),
          session INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          motive TEXT,
          FOREIGN KEY (session, sequence) REFERENCES sessionEvent (session, sequence)
        ) STRICT;
        """)
    try makeAppendOnly("sessionEvent", key: "session", "sequence", in: db)
  }
}
