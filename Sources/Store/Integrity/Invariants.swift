public import Contract
import Dossiers
import GRDB
public import Vocabulary

/// A promise the base could not declare to SQLite, and the query that must return nothing.
public struct Invariant: Sendable {
  public let name: String
  let sql: String

  /// Every promise, in the order they are printed.
  public static let all = [
    Invariant(
      name: "les accords d’un dossier ne dépassent pas son besoin",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM dossier
        JOIN fundingLine ON fundingLine.dossier = dossier.id
        WHERE NOT EXISTS (
          SELECT 1 FROM decision JOIN sessionEvent USING (session, sequence)
          WHERE decision.dossier = dossier.id AND event ->> 'derogation' IS NOT NULL)
        GROUP BY dossier.id HAVING sum(grantedCents) > dossier.requestedCents
        """),
    Invariant(
      name: "tout accord repose sur une décision d’une séance",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM fundingLine
        JOIN dossier ON dossier.id = fundingLine.dossier
        LEFT JOIN decision ON decision.dossier = dossier.id
        WHERE grantedCents > 0 AND decision.dossier IS NULL
        """),
    Invariant(
      name: "un dossier refusé, ajourné ou sans objet ne reçoit rien",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM fundingLine
        JOIN dossier ON dossier.id = fundingLine.dossier
        WHERE grantedCents > 0 AND stage NOT IN ('accorde', 'accorde_partiellement')
        """),
    Invariant(
      name: "tout dossier décidé a une décision, et réciproquement",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM dossier
        LEFT JOIN decision ON decision.dossier = dossier.id
        WHERE (stage IN ('accorde', 'accorde_partiellement', 'ajourne', 'refuse', 'sans_objet'))
          <> (decision.dossier IS NOT NULL)
        """),
    Invariant(
      name: "la numérotation d’un appel est sans trou",
      sql: """
        SELECT call.id FROM call LEFT JOIN dossier ON dossier.call = call.id
        GROUP BY call.id HAVING count(dossier.id) <> lastOrder
          OR coalesce(max(depositOrder), 0) <> lastOrder
        """),
    Invariant(
      name: "les versions d’un dossier se suivent sans trou",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM dossier
        LEFT JOIN dossierVersion AS later ON later.dossier = dossier.id
        GROUP BY dossier.id HAVING dossier.version <> 1 + count(later.id)
          OR coalesce(max(later.version), 1) <> dossier.version
        """),
    Invariant(
      name: "un dossier incomplet doit quelque chose",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM dossier
        WHERE stage = 'incomplet'
          AND NOT EXISTS (SELECT 1 FROM completionRequest WHERE completionRequest.dossier = dossier.id)
        """),
    Invariant(
      name: "les événements d’une séance se suivent sans trou",
      sql: """
        SELECT CAST(session AS TEXT) FROM sessionEvent GROUP BY session HAVING max(sequence) <> count(*)
        """),
    Invariant(
      name: "le classement est complet et sans ex æquo",
      sql: """
        SELECT call FROM scorecard JOIN dossier ON dossier.id = scorecard.dossier
        GROUP BY call HAVING count(DISTINCT rank) <> count(*) OR max(rank) <> count(*)
        """),
    Invariant(
      name: "les parts d’un classement sont celles de ses fiches",
      sql: """
        SELECT call || '-' || printf('%04d', depositOrder) FROM scorecard
        JOIN dossier ON dossier.id = scorecard.dossier
        JOIN cardText ON cardText.dossier = scorecard.dossier
        WHERE CASE WHEN json_valid(ratios) AND json_valid(card)
          THEN json_array_length(ratios) <> json_array_length(card)
            OR EXISTS (SELECT 1 FROM json_each(ratios) AS ratio
              WHERE ratio.value IS NOT json_extract(card, '$[' || ratio.key || '].ratio'))
          ELSE ratios IS NOT NULL END
        """),
  ]
}

/// A broken promise and what breaks it.
public struct BrokenInvariant: Hashable, Sendable {
  public let name: String
  /// Dossier numbers, calls or sessions, at most twenty.
  public let culprits: [String]

  /// States what breaks a promise.
  public init(name: String, culprits: [String]) {
    self.name = name
    self.culprits = culprits
  }
}

extension Store {
  /// Checks every promise, foreign keys and the file itself.
  public func brokenInvariants() throws -> [BrokenInvariant] {
    try read { db in
      var broken: [BrokenInvariant] = []
      for invariant in Invariant.all {
        let culprits = try String.fetchAll(db, sql: invariant.sql + " LIMIT 20")
        if !culprits.isEmpty {
          broken.append(BrokenInvariant(name: invariant.name, culprits: culprits))
        }
      }
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      if integrity != ["ok"] {
        broken.append(
          BrokenInvariant(
            name: "le fichier de la base est sain", culprits: integrity.map(FileFault.french)))
      }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      if !orphans.isEmpty {
        broken.append(
          BrokenInvariant(
            name: "aucune ligne n’est orpheline", culprits: orphans.prefix(20).map { $0["table"] }))
      }
      return broken
    }
  }

  /// The purses of a call from which more was granted than they hold, with the amount granted.
  public func overdrawnPurses(of call: Call) throws -> [(purse: String, granted: Cents)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT purse, sum(grantedCents) AS granted FROM fundingLine
          JOIN dossier ON dossier.id = fundingLine.dossier
          WHERE call = :call AND purse NOT IN (
            SELECT amount.value ->> 'enveloppe' FROM decision
            JOIN dossier AS decided ON decided.id = decision.dossier
            JOIN sessionEvent USING (session, sequence), json_each(event, '$.montants') AS amount
            WHERE decided.call = :call AND event ->> 'derogation' IS NOT NULL)
          GROUP BY purse
          """, arguments: ["call": call.id])
      return rows.compactMap { row in
        let granted = Cents(row["granted"])
        let amount = call.purse(row["purse"])?.amount ?? .zero
        return granted > amount ? (row["purse"], granted) : nil
      }
    }
  }
}

extension Store {
  /// What each purse of a call granted, and to how many dossiers; those that granted nothing are left
  /// out.
  public func grantsByPurse(call: String) throws -> [String: (granted: Cents, projects: Int)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT purse, sum(grantedCents) AS granted, count(*) AS projects FROM fundingLine
          JOIN dossier ON dossier.id = fundingLine.dossier
          WHERE call = ? AND grantedCents > 0 GROUP BY purse
          """, arguments: [call])
      return rows.reduce(into: [:]) {
        $0[$1["purse"]] = (Cents($1["granted"]), $1["projects"])
      }
    }
  }

  /// What each dossier of a call was granted, by its number; those granted nothing are left out.
  public func grantedTotals(call: String) throws -> [String: Cents] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT call, depositOrder, sum(grantedCents) AS granted FROM fundingLine
          JOIN dossier ON dossier.id = fundingLine.dossier
          WHERE call = ? GROUP BY dossier.id HAVING granted > 0
          """, arguments: [call])
      return rows.reduce(into: [:]) { totals, row in
        let number = DossierNumber(call: row["call"], order: row["depositOrder"])
        totals[number.text] = Cents(row["granted"])
      }
    }
  }
}
