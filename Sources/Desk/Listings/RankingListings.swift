import Contract
import Dossiers
public import Scoring
public import Store
import Vocabulary

extension Desk {
  /// The ranking in force, one line a dossier.
  public func rankingListing(
    in context: CallContext, cut: RankingCut = RankingCut()
  ) throws -> Listing {
    var listing = Listing([
      .init("rang", "Rang"), .init("numero", "Numéro"), .init("titre", "Titre"),
      .init("porteur", "Porteur"), .init("objectif", "Objectif"), .init("score", "Score"),
      .init("demande_centimes", "Demandé"),
    ])
    let cut = try rankingReader(in: context, cut: cut).cut
    guard try store.ranking(call: context.call.id) != nil else { throw DeskError.noRanking }
    try store.forEachRanked(call: context.call.id, cut: cut) { ranked, line in
      listing.append([
        .number(ranked.rank), .text(line.number.text), .text(line.title), .text(line.applicant),
        .text(line.objective), .decimal(Points(tenths: ranked.totalTenths).json),
        .amount(line.requested),
      ])
    }
    return listing
  }

  /// The ranking in force as JSON (`docs/notation.md`), piece by piece; the lines of a dossier in which the
  /// actor takes no part are left out.
  public func writeRankingJSON(
    in context: CallContext, cut: RankingCut = RankingCut(), to sink: (String) throws -> Void
  ) throws {
    let (cut, recused) = try rankingReader(in: context, cut: cut)
    let grid = try rankingGrid(in: context)
    var writer = RankingJSON(call: context.call.id, grid: grid)
    try sink(writer.opening)
    try store.forEachRanked(call: context.call.id, cut: cut) { ranked, line in
      guard let entry = writer.entry(ranked, line, showsLines: !recused.contains(line.number))
      else {
        throw Store.Failure.inputOutput("la fiche du dossier \(line.number.text) ne se relit pas")
      }
      try sink(entry)
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

extension RankingJSON {
  /// One dossier from what the base keeps; `nil` when its card cannot be read.
  fileprivate mutating func entry(
    _ ranked: RankedCard, _ line: DossierLine, showsLines: Bool
  ) -> String? {
    entry(
      rank: ranked.rank, number: line.number, title: line.title, objective: line.objective,
      total: Points(tenths: ranked.totalTenths), stored: showsLines ? ranked.card : nil)
  }
}

extension Listing {
  /// Who moves between two rankings, in the order of the second.
  public init(difference: RankingDifference, onlyMoves: Bool) {
    self.init([
      Column("numero", "Numéro"), Column("rang_avant", "Rang avant"), Column("rang", "Rang"),
      Column("gain", "Gain"), Column("score_avant", "Score avant"), Column("score", "Score"),
    ])
    for move in difference.moves where !onlyMoves || move.gain != 0 {
      append([
        .text(move.number.text), move.before.map { .number($0) } ?? .none,
        move.after.map { .number($0) } ?? .none, move.gain.map { .number($0) } ?? .none,
        move.pointsBefore.map { .decimal($0.json) } ?? .none,
        move.pointsAfter.map { .decimal($0.json) } ?? .none,
      ])
    }
  }

  /// The projects that change side of the line, and what makes them.
  public init(study: SensitivityStudy) {
    self.init([
      Column("rang", "Rang"), Column("numero", "Numéro"), Column("titre", "Titre"),
      Column("score", "Score"), Column("demande_centimes", "Demandé"),
      Column("cote", "Aujourd’hui"), Column("causes", "Changerait de côté avec"),
    ])
    for line in study.lines {
      let borderline = line.borderline
      append([
        .number(borderline.rank), .text(borderline.number.text), .text(line.title),
        .decimal(borderline.total.json), .amount(line.need),
        .word(
          borderline.isRetained ? "au_dessus" : "au_dessous",
          french: borderline.isRetained ? "au-dessus" : "au-dessous"),
        .texts(borderline.causes.map(\.french)),
      ])
    }
  }
}

extension Desk {
  /// Which dossiers of a ranking to show.
  ///
  /// - Throws: ``DeskError`` for a code that the contract does not have.
  public func rankingCut(
    axis: String? = nil, objective: String? = nil, district: String? = nil, funder: String? = nil
  ) throws -> RankingCut {
    let reference = base.reference
    func known(_ code: String?, _ what: String, _ codes: [String], _ command: String) throws {
      guard let code, !codes.contains(code) else { return }
      let near = code.nearest(among: codes).map { " Vouliez-vous dire « \($0) » ?" } ?? ""
      throw DeskError.misused(
        "\(what) « \(code) » n’est pas au contrat.\(near)",
        remedy: "Voyez : aap referentiel \(command).")
    }
    try known(axis, "L’axe", reference.axes.map(\.code), "objectifs")
    try known(objective, "L’objectif", reference.objectives.map(\.code), "objectifs")
    try known(district, "Le quartier", reference.districts.map(\.code), "quartiers")
    try known(funder, "Le financeur", reference.funders.map(\.id), "financeurs")
    let ofAxis = axis.map { axis in
      reference.objectives.filter { $0.axis == axis }.map(\.code)
    }
    let codes = objective.map { code in ofAxis?.filter { $0 == code } ?? [code] } ?? ofAxis
    return RankingCut(objectives: codes, district: district, funder: funder)
  }
}
