import GRDB
import Vocabulary

extension Schema {
  /// Every version of a dossier, what was asked of its applicant, and who the applicant is.
  ///
  /// SQLite cannot change a CHECK: the table is made again, its rows copied, and the old one dropped
  /// while foreign keys wait (https://www.sqlite.org/lang_altertable.html, section 7).
  static func keepVersions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE newDossier (
          id INTEGER PRIMARY KEY,
          call TEXT NOT NULL REFERENCES call (id),
          depositOrder INTEGER NOT NULL CHECK (depositOrder > 0),
          receivedAt TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          format TEXT NOT NULL CHECK (format IN ('yaml', 'json', 'xml', 'ods')),
          content BLOB NOT NULL,
          applicantKind TEXT NOT NULL,
          applicantName TEXT NOT NULL,
          applicantKey TEXT NOT NULL,
          siret TEXT,
          rna TEXT,
          title TEXT NOT NULL,
          objective TEXT NOT NULL,
          costCents INTEGER NOT NULL CHECK (costCents >= 0),
          requestedCents INTEGER NOT NULL CHECK (requestedCents >= 0),
          priority INTEGER CHECK (priority > 0),
          version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
          stage TEXT NOT NULL CHECK (stage IN
            ('depose', 'incomplet', 'complete', 'recevable', 'irrecevable', 'instruit', 'en_seance',
             'accorde', 'accorde_partiellement', 'ajourne', 'refuse', 'sans_objet', 'retire')),
          UNIQUE (call, depositOrder),
          UNIQUE (call, fingerprint)
        ) STRICT;
        INSERT INTO newDossier (id, call, depositOrder, receivedAt, fingerprint, format, content,
          applicantKind, applicantName, applicantKey, siret, title, objective, costCents,
          requestedCents, stage)
        SELECT id, call, depositOrder, receivedAt, fingerprint, format, content, applicantKind,
          applicantName, '', siret, title, objective, costCents, requestedCents, stage FROM dossier;
        DROP TABLE dossier;
        ALTER TABLE newDossier RENAME TO dossier;

        CREATE INDEX dossierByStage ON dossier (call, stage, depositOrder);
        CREATE INDEX dossierBySIREN ON dossier (substr(siret, 1, 9));
        CREATE INDEX dossierByRNA ON dossier (rna) WHERE rna IS NOT NULL;
        CREATE INDEX dossierByApplicant ON dossier (applicantKey);

        CREATE TABLE dossierVersion (
          id INTEGER PRIMARY KEY,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          version INTEGER NOT NULL CHECK (version > 1),
          receivedAt TEXT NOT NULL,
          fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
          format TEXT NOT NULL CHECK (format IN ('yaml', 'json', 'xml', 'ods')),
          content BLOB NOT NULL,
          UNIQUE (dossier, version)
        ) STRICT;
        CREATE INDEX dossierVersionByFingerprint ON dossierVersion (fingerprint);

        CREATE VIEW currentDossier AS
        SELECT dossier.id, call, depositOrder, dossier.receivedAt,
          coalesce(later.fingerprint, dossier.fingerprint) AS fingerprint,
          coalesce(later.format, dossier.format) AS format,
          coalesce(later.content, dossier.content) AS content,
          coalesce(later.receivedAt, dossier.receivedAt) AS versionReceivedAt,
          applicantKind, applicantName, applicantKey, siret, rna, title, objective, costCents,
          requestedCents, priority, dossier.version, stage
        FROM dossier LEFT JOIN dossierVersion AS later
          ON later.dossier = dossier.id AND later.version = dossier.version;

        CREATE TABLE completionRequest (
          id INTEGER PRIMARY KEY,
          dossier INTEGER NOT NULL REFERENCES dossier (id),
          askedAt TEXT NOT NULL,
          actor TEXT NOT NULL,
          motive TEXT NOT NULL CHECK (length(motive) > 0),
          pieces TEXT NOT NULL CHECK (json_valid(pieces)),
          dueOn TEXT NOT NULL
        ) STRICT;
        CREATE INDEX completionRequestByDossier ON completionRequest (dossier);

        CREATE INDEX journalBySubject ON journal (subject);
        """)
    try nameApplicants(db)
    try keepReceivedBytes(db)
    try makeAppendOnly("dossierVersion", key: "dossier", "version", in: db)
    try makeAppendOnly("completionRequest", key: "id", in: db)
  }

  /// Fills the key by which an applicant is found again: SQLite's `lower` knows no accent.
  private static func nameApplicants(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, applicantName FROM dossier") {
      let (id, name): (Int64, String) = (row[0], row[1])
      try db.execute(
        sql: "UPDATE dossier SET applicantKey = ? WHERE id = ?", arguments: [name.folded, id])
    }
  }
}
