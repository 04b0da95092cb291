import Dossiers
import GRDB
public import Vocabulary

extension Store {
  /// Every dossier of the applicants known by this SIREN or this RNA, in all calls, in order of number.
  ///
  /// The SIREN is that of the SIRET given: an association keeps it when it moves.
  public func dossierLines(siren: String?, rna: String?) throws -> [DossierLine] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM dossier WHERE substr(siret, 1, 9) = ? OR rna = ?
          ORDER BY call, depositOrder
          """, arguments: [siren, rna]
      ).compactMap(Self.line)
    }
  }

  /// The dossiers of some applicants in one call that still ask for something.
  ///
  /// - Parameters:
  ///   - sirens: the applicants.
  ///   - call: the call.
  ///   - kinds: kinds of applicant to leave out.
  ///   - least: only those whose dossiers ask for more than this, together.
  /// - Returns: their dossiers, in order of number.
  /// - Throws: ``Failure``.
  public func dossiers(
    ofApplicants sirens: [String], call: String, notOfKinds kinds: [String],
    askingMoreThan least: Cents
  ) throws -> [ReceivedDossier] {
    try read { db in
      // The sign before a column keeps its index out: an applicant has few dossiers, a call has many.
      let living = """
        +call = :call AND +stage NOT IN ('irrecevable', 'refuse', 'sans_objet', 'retire')
          AND applicantKind NOT IN (SELECT value FROM json_each(:kinds))
        """
      let statement = try db.cachedStatement(
        sql: """
          WITH asking AS MATERIALIZED (
            SELECT value AS siren FROM json_each(:sirens) CROSS JOIN dossier
              ON substr(siret, 1, 9) = value
            WHERE \(living) GROUP BY value HAVING sum(requestedCents) > :least)
          SELECT currentDossier.* FROM asking CROSS JOIN currentDossier
            ON substr(siret, 1, 9) = siren
          WHERE \(living) ORDER BY depositOrder
          """)
      return try Row.fetchAll(
        statement,
        arguments: [
          "call": call, "sirens": JSONText.list(sirens.map(JSONText.string)),
          "kinds": JSONText.list(kinds.map(JSONText.string)), "least": least.rawValue,
        ]
      ).compactMap(Self.received)
    }
  }

  /// Dossiers whose applicant has the same name, accents and case apart, and another SIREN.
  ///
  /// - Parameters:
  ///   - name: the applicant's name.
  ///   - siren: its SIREN; without one, every dossier of this name that has one.
  /// - Returns: at most twenty, in order of number.
  /// - Throws: ``Failure``.
  public func homonyms(of name: String, siren: String?) throws -> [DossierLine] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM dossier WHERE applicantKey = ? AND substr(siret, 1, 9) IS NOT ?
            AND siret IS NOT NULL
          ORDER BY call, depositOrder LIMIT 20
          """, arguments: [name.folded, siren]
      ).compactMap(Self.line)
    }
  }
}
