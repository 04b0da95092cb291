public import Vocabulary

/// What a result file says of a refusal: figures and identifiers, no sentence.
public struct RefusalLine: Hashable, Sendable {
  /// A change that is said to be enough.
  public struct ChangeLine: Hashable, Sendable {
    /// `enveloppe`, `plancher` or `regle`.
    public var type: String
    public var purse: String?
    public var amount: Cents?
    /// The place of the row among `contraintes`, for a rule that is one.
    public var constraint: Int64?
    /// The name of any other rule.
    public var rule: String?
    /// The place of its row, when it has several.
    public var index: Int64?
    public var value: Int64?
    public var isVerified: Bool
  }

  public var reason: String
  public var purses: [String]
  public var missing: Cents?
  /// The sentence that says how much more on which purse.
  public var remedy: String?
  public var changes: [ChangeLine]
}

extension RefusalLine {
  /// What an explanation says.
  init(_ explanation: Outcome.Explanation) {
    reason = explanation.code
    purses = explanation.saturatedPurses
    missing = explanation.missing
    remedy = explanation.remedy?.french
    changes = explanation.changes.map(ChangeLine.init)
  }
}

extension RefusalLine.ChangeLine {
  fileprivate init(_ change: Outcome.Change) {
    self.init(type: "regle", isVerified: change.isVerified)
    switch change.kind {
    case .purse(let purse, let more):
      type = "enveloppe"
      (self.purse, amount) = (purse, more)
    case .floor(let floor):
      type = "plancher"
      amount = floor
    case .rule(let demand, let value):
      (rule, constraint, index) = demand.name
      self.value = value
    case .applicantOrder(let order):
      rule = "ordre_porteur"
      value = order
    }
  }
}

extension FieldReader {
  /// Why a project is refused, when it is told.
  func refusal() -> RefusalLine? {
    let keys = [
      "enveloppes_saturees", "manque_centimes", "pour_le_retenir", "perte_au_moins",
      "motif", "message", "parts_atteintes", "changements",
    ]
    guard let value = value("explication", isRequired: false),
      let reader = FieldReader(
        value, path: field("explication"), allowed: keys, collector: collector),
      let reason = reader.text("motif")
    else { return nil }
    return RefusalLine(
      reason: reason, purses: reader.texts("enveloppes_saturees") ?? [],
      missing: reader.amount("manque_centimes", isRequired: false),
      remedy: reader.text("pour_le_retenir", isRequired: false),
      changes: reader.rows(
        "changements",
        [
          "type", "enveloppe", "montant_centimes", "contrainte", "indice", "valeur",
          "cout_centimes", "verifie", "message",
        ], isRequired: false, RefusalLine.ChangeLine.init))
  }
}

extension RefusalLine.ChangeLine {
  fileprivate init?(_ row: FieldReader) {
    let range = Int64.min...Int64.max
    guard let type = row.text("type") else { return nil }
    self.init(
      type: type, purse: row.text("enveloppe", isRequired: false),
      amount: row.amount("montant_centimes", isRequired: false),
      index: row.integer("indice", in: range, isRequired: false),
      value: row.integer("valeur", in: range, isRequired: false),
      isVerified: row.flag("verifie", isRequired: false) ?? false)
    switch row.value("contrainte", isRequired: false) {
    case .integer(let place): constraint = place
    case .text(let name): rule = name
    case nil: break
    case .some(let other): row.mistyped("contrainte", "une place ou un nom de règle", other)
    }
  }
}
