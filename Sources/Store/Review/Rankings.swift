public import Dossiers
import GRDB
public import Vocabulary

/// A dossier's place in the ranking, with its card as JSON.
public struct RankedCard: Sendable {
  public let number: DossierNumber
  public let rank: Int
  public let totalTenths: Int
  public let card: String
}

/// What a ranking keeps of a dossier to rank it again without reading it.
public struct RankedRatios: Sendable {
  public let number: DossierNumber
  public let rank: Int
  public let totalTenths: Int
  public let title: String
  /// The total it asks for.
  public let need: Cents
  /// Millionths, in the order of the grid; empty in rankings of before ratios were kept.
  public let ratios: [Int]
  let row: Int64
  /// SHA-256 of its card.
  let fingerprint: String
}

/// The ranking in force for a call.
public struct RankingRecord: Hashable, Sendable {
  public let call: String
  public let grid: String
  public let computedAt: Instant
  /// SHA-256 of the terms, then of each dossier with its total and card, in rank order.
  public let fingerprint: String
  /// Everything it rests on beside the dossiers, as JSON; `nil` in rankings of before they were kept.
  public let terms: String?
}

/// Which dossiers of a ranking to show.
public struct RankingCut: Hashable, Sendable {
  /// Codes of objectives; `nil` for all.
  public let objectives: [String]?
  /// Code of a district of the project.
  public let district: String?
  /// A funder the project asks for money.
  public let funder: String?

  /// Cuts a ranking; the whole of it without a condition.
  public init(objectives: [String]? = nil, district: String? = nil, funder: String? = nil) {
    self.objectives = objectives
    self.district = district
    self.funder = funder
  }

  var sql: String {
    (objectives == nil ? "" : " AND objective IN (SELECT value FROM json_each(?))")
      + (district == nil
        ? "" : " AND ? IN (SELECT value FROM json_each(facets, '$.quartiers'))")
      + (funder == nil ? "" : " AND ? IN (SELECT value FROM json_each(facets, '$.financeurs'))")
  }

  var arguments: StatementArguments {
    StatementArguments(
      [objectives.map { JSONText.list($0.map(JSONText.string)) }, district, funder].compactMap {
        $0
      })
  }
}

extension Store {
  /// The ranking in force; `nil` when none was computed.
  public func ranking(call: String) throws -> RankingRecord? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM ranking WHERE call = ?", arguments: [call]),
        let computedAt = Instant(rfc3339: row["computedAt"])
      else { return nil }
      return RankingRecord(
        call: call, grid: row["grid"], computedAt: computedAt, fingerprint: row["fingerprint"],
        terms: row["terms"])
    }
  }

  /// Gives ranked cards one by one, best first, with the line of each dossier.
  public func forEachRanked(
    call: String, cut: RankingCut = RankingCut(),
    _ body: (RankedCard, DossierLine) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT dossier.*, rank, totalTenths, card FROM scorecard
          JOIN dossier ON dossier.id = scorecard.dossier
          JOIN cardText ON cardText.dossier = scorecard.dossier
          WHERE call = ?\(cut.sql) ORDER BY rank
          """, arguments: [call] + cut.arguments)
      while let row = try rows.next() {
        guard let line = Self.line(row) else { continue }
        try body(
          RankedCard(
            number: line.number, rank: row["rank"], totalTenths: row["totalTenths"],
            card: row["card"]), line)
      }
    }
  }

  /// Gives the ratios of ranked dossiers one by one, best first.
  public func forEachRankedRatios(
    call: String, _ body: (RankedRatios) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT depositOrder, rank, totalTenths, title, requestedCents, ratios,
            scorecard.dossier, scorecard.fingerprint
          FROM scorecard JOIN dossier ON dossier.id = scorecard.dossier
          WHERE call = ? ORDER BY rank
          """, arguments: [call])
      while let row = try rows.next() {
        try body(
          RankedRatios(
            number: DossierNumber(call: call, order: row[0]), rank: row[1], totalTenths: row[2],
            title: row[3], need: Cents(row[4]), ratios: (row[5] as String?).map(Self.ratios) ?? [],
            row: row[6], fingerprint: row[7] ?? ""))
      }
    }
  }

  /// Gives ranked dossiers with their content one by one, best first.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - stages: only the dossiers at these stages.
  ///   - body: receives the place and the dossier; must not use the base.
  /// - Throws: ``Failure``, or whatever the body throws.
  public func forEachRankedDossier(
    call: String, stages: Set<Stage>, _ body: (RankedCard, ReceivedDossier) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT currentDossier.*, rank, totalTenths, card FROM scorecard
          JOIN currentDossier ON currentDossier.id = scorecard.dossier
          JOIN cardText ON cardText.dossier = scorecard.dossier
          WHERE call = ? AND stage IN (SELECT value FROM json_each(?)) ORDER BY rank
          """, arguments: [call, Self.list(stages)])
      while let row = try rows.next() {
        guard let received = Self.received(row) else { continue }
        try body(
          RankedCard(
            number: received.number, rank: row["rank"], totalTenths: row["totalTenths"],
            card: row["card"]), received)
      }
    }
  }

  /// The card of one dossier in the ranking in force.
  public func rankedCard(of number: DossierNumber) throws -> RankedCard? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT rank, totalTenths, card FROM scorecard
          JOIN dossier ON dossier.id = scorecard.dossier
          JOIN cardText ON cardText.dossier = scorecard.dossier
          WHERE call = ? AND depositOrder = ?
          """, arguments: [number.call, number.order]
      ).map {
        RankedCard(
          number: number, rank: $0["rank"], totalTenths: $0["totalTenths"], card: $0["card"])
      }
    }
  }
}
