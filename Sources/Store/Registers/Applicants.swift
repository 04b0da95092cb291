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
  ///   - least: only those whose dossiers ask for more than this, together.
  /// - Returns: their dossiers, in order of number.
  /// - Throws: ``Failure``.
  public func dossiers(
    ofApplicants sirens: [String], call: String, askingMoreThan least: Cents
  ) throws -> [ReceivedDossier] {
    try read { db in
      let living = """
        FROM currentDossier WHERE call = :call AND substr(siret, 1, 9) IN
          (SELECT value FROM json_each(:sirens))
          AND stage NOT IN ('irrecevable', 'refuse', 'sans_objet', 'retire')
        """
      let statement = try db.cachedStatement(
        sql: """
          SELECT * \(living) AND substr(siret, 1, 9) IN
            (SELECT substr(siret, 1, 9) \(living) GROUP BY 1 HAVING sum(requestedCents) > :least)
          ORDER BY depositOrder
          """)
      return try Row.fetchAll(
        statement,
        arguments: [
          "call": call, "sirens": JSONText.list(sirens.map(JSONText.string)),
          "least": least.rawValue,
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
          ORDER BY call, depositOrder LIMIT 20
          """, arguments: [name.folded, siren]
      ).compactMap(Self.line)
    }
  }
}
