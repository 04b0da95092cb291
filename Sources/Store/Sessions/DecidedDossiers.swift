public import Dossiers
import Foundation
import GRDB
public import Vocabulary

/// What one purse was asked and gave.
public struct FundingLineRecord: Hashable, Sendable {
  /// Stable identifier of the line in this base.
  public let id: Int64
  public let purse: String
  public let requested: Cents
  public let granted: Cents
  public let firmness: String
}

/// A dossier the committee decided, with its rank and its money.
public struct DecidedDossier: Sendable {
  public let received: ReceivedDossier
  public let rank: Int
  public let totalTenths: Int
  public let motive: String?
  public let lines: [FundingLineRecord]
}

extension Store {
  /// Gives the decided dossiers of a call one by one, in rank order, without holding them all.
  public func forEachDecided(call: String, _ body: (DecidedDossier) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT currentDossier.*, scorecard.rank, scorecard.totalTenths, decision.motive
          FROM decision JOIN currentDossier ON currentDossier.id = decision.dossier
          JOIN scorecard ON scorecard.dossier = currentDossier.id
          WHERE currentDossier.call = ? ORDER BY scorecard.rank
          """, arguments: [call])
      while let row = try rows.next() {
        guard let received = Self.received(row) else { continue }
        try body(
          DecidedDossier(
            received: received, rank: row["rank"], totalTenths: row["totalTenths"],
            motive: row["motive"], lines: try Self.lines(of: row["id"], in: db)))
      }
    }
  }

  /// The funding lines of one dossier, by purse.
  public func fundingLines(of number: DossierNumber) throws -> [FundingLineRecord] {
    try read { db in try Self.lines(of: try Self.rowID(of: number, in: db), in: db) }
  }

  private static func lines(of dossier: Int64, in db: Database) throws -> [FundingLineRecord] {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM fundingLine WHERE dossier = ? ORDER BY purse")
    return try Row.fetchAll(statement, arguments: [dossier]).map {
      FundingLineRecord(
        id: $0["id"], purse: $0["purse"], requested: Cents($0["requestedCents"]),
        granted: Cents($0["grantedCents"]), firmness: $0["firmness"])
    }
  }
}
