public import Contract
import Dossiers
public import Matching
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
      Column("remarques", "À savoir"), Column("source", "Source"),
    ])
    for funder in match.funders
    where !onlyUseful || funder.eligibility != .ineligible || funder.isAsked || funder.isNamed {
      append([
        .number(funder.rank), .text(funder.id), funder.purse.map { .text($0) } ?? .none,
        .word(funder.eligibility.rawValue, french: funder.eligibility.french),
        .flag(funder.isAsked), .text(funder.reason), .texts(funder.remarks),
        funder.source.map { .text($0.citation) } ?? .none,
      ])
    }
  }

  /// How often the matching agrees with careful readers.
  public init(measure: MatchingMeasure) {
    self.init([Column("mesure", "Mesure"), Column("valeur", "Valeur"), Column("detail", "Détail")])
    func share(_ name: String, _ title: String, _ part: Int, _ whole: Int) {
      let value = MatchingMeasure.share(part, of: whole)
      append([
        .word(name, french: title), value.map { .text($0.french) } ?? .none,
        .text("\(part) sur \(whole)"),
      ])
    }
    share("premier", "Objectif accepté en tête", measure.first, measure.cases)
    share("trois_premiers", "Parmi les trois premiers", measure.firstThree, measure.cases)
    append([
      .word("rang_reciproque", french: "Rang réciproque moyen"),
      .decimal(JSONText.decimal(millionths: measure.meanReciprocalRank)), .none,
    ])
    share(
      "financeurs_precision", "Cofinanceurs\u{00A0}: précision", measure.fundersRight,
      measure.fundersProposed)
    share(
      "financeurs_rappel", "Cofinanceurs\u{00A0}: rappel", measure.fundersRight,
      measure.fundersExpected)
  }

  /// Which objectives are taken for which, most often first.
  public init(confusions measure: MatchingMeasure) {
    self.init([
      Column("attendu", "Attendu"), Column("trouve", "Trouvé en tête"), Column("cas", "Cas"),
    ])
    for confusion in measure.confusions {
      append([.text(confusion.expected), .text(confusion.found), .number(confusion.count)])
    }
  }

  /// The cases on which the matching and its readers differ.
  public init(misses measure: MatchingMeasure) {
    self.init([
      Column("id", "Cas"), Column("acceptes", "Acceptés"), Column("trouves", "Trouvés"),
      Column("rang", "Rang du premier accepté"),
    ])
    for miss in measure.misses {
      append([
        .text(miss.id), .texts(miss.accepted), .texts(miss.found),
        miss.rank.map { .number($0) } ?? .none,
      ])
    }
  }
}

extension FunderMatch.Eligibility {
  /// For readers.
  fileprivate var french: String {
    switch self {
    case .eligible: "oui"
    case .ineligible: "non"
    case .undecided: "indéterminé"
    }
  }
}

extension MatchingMeasure {
  /// The measure as one JSON object; shares in basis points, the mean reciprocal rank from 0 to 1.
  public var json: String {
    func share(_ part: Int, _ whole: Int) -> String {
      Self.share(part, of: whole).map { String($0.count) } ?? "null"
    }
    let confusions = confusions.map {
      "{\"attendu\":\(JSONText.string($0.expected)),\"trouve\":\(JSONText.string($0.found))"
        + ",\"cas\":\($0.count)}"
    }
    return "{\"cas\":\(cases),\"premier_bp\":\(share(first, cases))"
      + ",\"trois_premiers_bp\":\(share(firstThree, cases))"
      + ",\"rang_reciproque\":\(JSONText.decimal(millionths: meanReciprocalRank))"
      + ",\"financeurs\":{\"cas\":\(fundedCases)"
      + ",\"precision_bp\":\(share(fundersRight, fundersProposed))"
      + ",\"rappel_bp\":\(share(fundersRight, fundersExpected))}"
      + ",\"confusions\":\(JSONText.list(confusions))}"
  }
}

extension ProjectMatch {
  /// One JSON object with the same keys as a line of `--lot`, and what the dossier adds.
  public var json: String {
    Correspondence(
      id: number.text, objectives: objectives, funders: funders, partners: partners, doubts: doubts
    ).json.dropLast()
      + ",\"objectif_declare\":\(JSONText.string(declared))"
      + ",\"objectif_confirme\":\(confirmed.map(JSONText.string) ?? "null")"
      + ",\"vocabulaire\":\(JSONText.string(vocabulary))}"
  }
}
