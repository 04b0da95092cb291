import Contract
import Dossiers
public import Scoring
import Store
import Vocabulary

extension Desk {
  /// The ranking in force, one line a dossier.
  public func rankingListing(in context: CallContext, axis: String? = nil) throws -> Listing {
    var listing = Listing([
      .init("rang", "Rang"), .init("numero", "Numéro"), .init("titre", "Titre"),
      .init("porteur", "Porteur"), .init("objectif", "Objectif"), .init("score", "Score"),
      .init("demande_centimes", "Demandé"),
    ])
    try forEachRanked(in: context, axis: axis) { ranked in
      listing.append([
        .number(ranked.rank), .text(ranked.line.number.text), .text(ranked.line.title),
        .text(ranked.line.applicant), .text(ranked.line.objective),
        .decimal(ranked.card.total.json),
        .amount(ranked.line.requested),
      ])
    }
    return listing
  }

  /// The ranking in force as JSON (`docs/notation.md`), piece by piece.
  public func writeRankingJSON(
    in context: CallContext, axis: String? = nil, to sink: (String) throws -> Void
  ) throws {
    var writer = RankingJSON(call: context.call.id, grid: context.call.grid.version)
    try sink(writer.opening)
    try forEachRanked(in: context, axis: axis) { ranked in
      try sink(
        writer.entry(
          rank: ranked.rank, number: ranked.line.number, title: ranked.line.title,
          objective: ranked.line.objective, card: ranked.card))
    }
    try sink(writer.closing)
  }
}

extension Listing {
  /// A dossier's card: one line a criterion, zeroes too.
  public init(card: Scorecard) {
    self.init([
      Column("critere", "Critère"), Column("libelle", "Libellé"), Column("points", "Points"),
      Column("sur", "Sur"), Column("motif", "Motif"), Column("preuve", "Preuve"),
    ])
    for line in card.lines {
      append([
        .text(line.criterion), .text(line.label), .decimal(line.points.json),
        .decimal(line.outOf.json), .text(line.reason), .text(line.evidence),
      ])
    }
  }
}
