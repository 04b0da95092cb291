public import Contract
import Dossiers
import Matching
import Vocabulary

extension Listing {
  /// The objectives a project comes near to, best first, at most `limit`.
  public init(objectives match: ProjectMatch, _ reference: ReferenceData, limit: Int = .max) {
    self.init([
      Column("code", "Objectif"), Column("libelle", "Libellé"), Column("score", "Score"),
      Column("preuves", "Ce qui compte"),
    ])
    for objective in match.objectives.prefix(limit) {
      append([
        .text(objective.code), .text(reference.objective(objective.code)?.label ?? ""),
        .decimal(JSONText.decimal(millionths: objective.score)), .texts(objective.evidence),
      ])
    }
  }

  /// The possible co-funders of a project, in the order in which to turn to them.
  ///
  /// - Parameters:
  ///   - match: what was found.
  ///   - onlyUseful: leave out the purses that cannot serve, unless asked or named by the plan.
  public init(funders match: ProjectMatch, onlyUseful: Bool = false) {
    self.init([
      Column("rang", "Rang"), Column("id", "Financeur"), Column("enveloppe", "Enveloppe"),
      Column("eligible", "Éligible"), Column("sollicite", "Sollicité"), Column("motif", "Motif"),
    ])
    for funder in match.funders
    where !onlyUseful || funder.isEligible || funder.isAsked || funder.isNamed {
      append([
        .number(funder.rank), .text(funder.id), funder.purse.map { .text($0) } ?? .none,
        .flag(funder.isEligible), .flag(funder.isAsked), .text(funder.reason),
      ])
    }
  }
}

extension ProjectMatch {
  /// One JSON object with the same keys as a line of `--lot`.
  public var json: String {
    Correspondence(id: number.text, objectives: objectives, funders: funders).json
  }
}
