import GRDB

/// The migrations of the base, in order; each is frozen once shipped.
enum Schema {
  /// `aap1`, in the header of the file (SQLite `PRAGMA application_id`).
  static let applicationID = 0x6161_7031

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 create base", migrate: createBase)
    migrator.registerMigration("002 create dossier", migrate: createDossier)
    migrator.registerMigration("003 create committee", migrate: createCommittee)
    migrator.registerMigration("004 keep versions", migrate: keepVersions)
    migrator.registerMigration("005 create draft", migrate: createDraft)
    migrator.registerMigration("006 create piece", migrate: createPiece)
    migrator.registerMigration("007 create review", migrate: createReview)
    migrator.registerMigration("008 create letter", migrate: createLetter)
    migrator.registerMigration("009 create opinion", migrate: createOpinion)
    migrator.registerMigration("010 create sequel", migrate: createSequel)
    migrator.registerMigration("011 create derogation", migrate: createDerogation)
    return migrator
  }

  /// Statements that refuse any change to the rows of an append-only table.
  static func makeAppendOnly(_ table: String, key: String..., in db: Database) throws {
    for operation in ["UPDATE", "DELETE"] {
      try db.execute(
        sql: """
          CREATE TRIGGER "\(table)_refuse_\(operation.lowercased())" BEFORE \(operation)
          ON "\(table)" BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
          """)
    }
    // REPLACE removes the row in the way without a word to the triggers on DELETE.
    let sameKey = key.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
    try db.execute(
      sql: """
        CREATE TRIGGER "\(table)_refuse_replace" BEFORE INSERT ON "\(table)"
        WHEN EXISTS (SELECT 1 FROM "\(table)" WHERE \(sameKey))
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
        """)
  }

  /// What was received of a dossier never changes, whoever writes in the base.
  static func keepReceivedBytes(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TRIGGER dossier_keep_received BEFORE UPDATE OF
          call, depositOrder, receivedAt, fingerprint, format, content ON dossier
        BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;

        CREATE TRIGGER dossier_keep_row BEFORE DELETE ON dossier
        BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;

        CREATE TRIGGER dossier_refuse_replace BEFORE INSERT ON dossier
        WHEN EXISTS (SELECT 1 FROM dossier WHERE id = NEW.id)
          OR EXISTS (SELECT 1 FROM dossier
            WHERE call = NEW.call AND depositOrder = NEW.depositOrder)
          OR EXISTS (SELECT 1 FROM dossier
            WHERE call = NEW.call AND fingerprint = NEW.fingerprint)
        BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END
        """)
  }
}
