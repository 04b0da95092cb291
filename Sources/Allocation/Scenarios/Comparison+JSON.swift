import Vocabulary

extension Comparison {
  /// The comparison as a JSON text (`schemas/comparaison-1.json`): the same bytes every time, and
  /// whatever the order of the rows of the instance.
  public var json: String {
    var writer = JSONWriter()
    writer.object { root in
      root.breakLine()
      root.object("base") { base.write(&$0) }
      root.rows("scenarios", variants) { $1.write(&$0) }
      if !uncountedDistricts.isEmpty {
        root.member("quartiers_sans_habitants", uncountedDistricts)
      }
    }
    return writer.text + "\n"
  }
}

extension Comparison.Variant {
  fileprivate func write(_ writer: inout JSONWriter) {
    result.write(&writer)
    for kind in ScenarioMovement.Kind.allCases {
      writer.rows(kind.plural, movements(kind)) { row, movement in
        row.member("id", movement.project)
        row.member("avant_centimes", movement.before.rawValue)
        row.member("apres_centimes", movement.after.rawValue)
      }
    }
    writer.rows("engagements_tombes", fallen) { $1.write(&$0) }
    writer.rows("engagements_nouveaux", risen) { $1.write(&$0) }
  }
}

extension ScenarioMovement.Kind {
  /// The key of those that move this way.
  fileprivate var plural: String {
    switch self {
    case .enters: "entrent"
    case .leaves: "sortent"
    case .gains: "gagnent"
    case .loses: "perdent"
    }
  }
}

extension CommitmentChange {
  fileprivate func write(_ row: inout JSONWriter) {
    row.member("projet", commitment.project)
    row.member("enveloppe", commitment.purse)
    row.member("montant_centimes", commitment.amount.rawValue)
    row.object("si") { condition in
      condition.member("enveloppe", commitment.condition)
      condition.member("au_moins_centimes", commitment.threshold.rawValue)
    }
    row.member("cause", cause.rawValue)
    row.member("apporte_centimes", conditionAmount.rawValue)
    row.member("etape", Int64(step))
  }
}

extension JSONWriter {
  /// A list, one row a line.
  fileprivate mutating func rows<Row>(
    _ key: String, _ rows: [Row], _ write: (inout JSONWriter, Row) -> Void
  ) {
    breakLine()
    list(key) { list in
      for row in rows {
        list.breakLine()
        list.object { write(&$0, row) }
      }
    }
  }
}

extension ScenarioResult {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("nom", name)
    writer.member("strategie", outcome.strategy.rawValue)
    writer.member("statut", outcome.status.rawValue)
    writer.member("retenus", Int64(outcome.retainedCount))
    writer.member("attribue_centimes", outcome.granted.rawValue)
    writer.member("objectif", outcome.objective)
    writer.member("borne", outcome.bound)
    if let inequality { writer.member("gini_dix_milliemes", inequality.tenThousandths) }
    if outcome.status == .infeasible {
      writer.list("conflit") { list in
        for demand in outcome.conflict { demand.write(to: &list) }
      }
    }
    if !outcome.minima.isEmpty {
      writer.rows("minima", outcome.minima.inTextOrder()) { $1.write(&$0) }
    }
    writeTallies(&writer)
    writer.rows("projets", projects) { row, project in
      row.member("id", project.id)
      row.member("retenu", project.isRetained)
      row.member("total_centimes", project.total.rawValue)
      row.list("parts") { list in
        for part in project.parts {
          list.object { object in
            object.member("enveloppe", part.purse)
            object.member("montant_centimes", part.amount.rawValue)
          }
        }
      }
    }
  }

  private func writeTallies(_ writer: inout JSONWriter) {
    writer.rows("enveloppes", purses) { row, tally in
      row.member("id", tally.id)
      row.member("montant_centimes", tally.amount.rawValue)
      row.member("consomme_centimes", tally.consumed.rawValue)
      row.member("reste_centimes", tally.left.rawValue)
      row.member("projets_payes", Int64(tally.paid))
      row.member("retiree", tally.isWithdrawn)
    }
    writer.rows("quartiers", districts) { row, tally in
      if let code = tally.code { row.member("code", code) }
      if let inhabitants = tally.inhabitants { row.member("habitants", inhabitants) }
      row.member("retenus", Int64(tally.retained))
      row.member("attribue_centimes", tally.granted.rawValue)
      if let amount = tally.perInhabitant { row.member("par_habitant_centimes", amount.rawValue) }
    }
    writer.rows("axes", axes) { $1.write(&$0) }
    writer.rows("types_porteur", applicantKinds) { $1.write(&$0) }
  }
}

extension CategoryTally {
  fileprivate func write(_ row: inout JSONWriter) {
    if let value { row.member("valeur", value) }
    row.member("retenus", Int64(retained))
    row.member("attribue_centimes", granted.rawValue)
  }
}

extension [Instance.Minimum] {
  /// The minima ordered by what they say: the order of an instance's rows must not show.
  fileprivate func inTextOrder() -> [Instance.Minimum] {
    map { minimum in
      var writer = JSONWriter()
      writer.object { minimum.write(&$0) }
      return (text: writer.text, minimum: minimum)
    }.sorted { $0.text.precedesInBytes($1.text) }.map(\.minimum)
  }
}
