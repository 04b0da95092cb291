import Vocabulary

extension Claim {
  private static let keys = [
    "statut", "strategie", "retenus", "attribue_centimes", "objectif", "borne", "ecart", "conflit",
    "conflit_minimal", "totaux_demontres", "cycles", "minima", "projets", "enveloppes", "valeur",
    "repere",
    "certificat",
  ]

  init?(root: JSONValue, collector: FindingCollector) {
    guard let reader = FieldReader(root, path: "", allowed: Self.keys, collector: collector) else {
      return nil
    }
    let status = reader.word("statut", as: Outcome.Status.self)
    let strategy = reader.word("strategie", as: StrategyName.self)
    let objective = reader.number("objectif")
    let bound = reader.number("borne")
    let count = reader.integer("retenus", in: 0...Cents.limit.rawValue)
    let granted = reader.integer("attribue_centimes", in: 0...Int64.max)
    projects = reader.rows(
      "projets", ["id", "retenu", "total_centimes", "parts", "explication"], ProjectLine.init)
    purses = reader.rows(
      "enveloppes", ["id", "consomme_centimes", "reste_centimes", "saturee"], Outcome.PurseUse.init)
    minima = reader.minima()
    gap = reader.number("ecart", isRequired: false)
    value = reader.number("valeur", isRequired: false)
    yardstick = reader.yardstick()
    conflictCount = reader.list("conflit", isRequired: false)?.count
    guard let status, let strategy, let objective, let bound, let count, let granted else {
      return nil
    }
    self.status = status
    self.strategy = strategy
    self.objective = objective
    self.bound = bound
    retainedCount = count
    self.granted = Cents(granted)
  }
}

extension FieldReader {
  /// Any whole number.
  fileprivate func number(_ key: String, isRequired: Bool = true) -> Int64? {
    integer(key, in: Int64.min...Int64.max, isRequired: isRequired)
  }

  fileprivate func yardstick() -> Yardstick? {
    guard let value = value("repere", isRequired: false),
      let reader = FieldReader(
        value, path: field("repere"), allowed: ["retenus", "valeur", "attribue_centimes"],
        collector: collector),
      let count = reader.integer("retenus", in: 0...Cents.limit.rawValue),
      let granted = reader.integer("attribue_centimes", in: 0...Int64.max)
    else { return nil }
    return Yardstick(
      retainedCount: Int(count), value: reader.number("valeur", isRequired: false),
      granted: Cents(granted))
  }

  func flag(_ key: String, isRequired: Bool = true) -> Bool? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    if case .boolean(let flag) = value { return flag }
    mistyped(key, "true ou false", value)
    return nil
  }
}

extension Claim.ProjectLine {
  fileprivate init?(_ row: FieldReader) {
    let id = row.text("id")
    let isRetained = row.flag("retenu")
    guard let id, let isRetained else { return nil }
    self.init(
      id: id, isRetained: isRetained,
      total: row.amount("total_centimes", isRequired: isRetained) ?? .zero,
      parts: row.rows(
        "parts", ["enveloppe", "montant_centimes"], isRequired: isRetained, Outcome.Part.init),
      refusal: row.refusal())
  }
}

extension Outcome.Part {
  fileprivate init?(_ row: FieldReader) {
    let purse = row.text("enveloppe")
    let amount = row.amount("montant_centimes")
    guard let purse, let amount else { return nil }
    self.init(purse: purse, amount: amount)
  }
}

extension Outcome.PurseUse {
  fileprivate init?(_ row: FieldReader) {
    let id = row.text("id")
    let consumed = row.amount("consomme_centimes")
    let left = row.integer("reste_centimes", in: -Cents.limit.rawValue...Cents.limit.rawValue)
    let isSaturated = row.flag("saturee")
    guard let id, let consumed, let left, let isSaturated else { return nil }
    self.init(id: id, consumed: consumed, left: Cents(left), isSaturated: isSaturated)
  }
}
