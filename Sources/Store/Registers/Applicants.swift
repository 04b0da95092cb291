import Dossiers
import GRDB
import Vocabulary

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

  /// Dossiers whose applicant has the same name, accents and case apart, and another SIREN.
  ///
  /// - Parameters:
  ///   - name: the applicant's name.
  ///   - siren: its SIREN; without one, every dossier of this name that has one.
  /// - Returns: at most twenty, in order of number.
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
