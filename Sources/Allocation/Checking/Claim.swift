public import Vocabulary

/// What a result file claims, whoever computed it: identifiers and amounts, no reasoning.
public struct Claim: Hashable, Sendable {
  /// What a project is said to receive.
  public struct ProjectLine: Hashable, Sendable {
    public var id: String
    public var isRetained: Bool
    public var total: Cents
    public var parts: [Outcome.Part]
  }

  public var status: Outcome.Status
  public var retainedCount: Int64
  public var granted: Cents
  public var projects: [ProjectLine]
  public var purses: [Outcome.PurseUse]
  public var minima: [Instance.Minimum]

  /// What an outcome claims.
  public init(_ outcome: Outcome) {
    status = outcome.status
    retainedCount = Int64(outcome.retainedCount)
    granted = outcome.granted
    purses = outcome.purses
    minima = outcome.minima
    projects = outcome.projects.map {
      ProjectLine(id: $0.id, isRetained: $0.isRetained, total: $0.total, parts: $0.parts)
    }
  }

  /// Reads a result written in JSON (`schemas/resultat-1.json`).
  ///
  /// - Throws: ``Vocabulary/Refusal`` with every finding, all of the family `lecture`.
  public init(json bytes: some Sequence<UInt8>) throws(Refusal) {
    let root: JSONValue
    do {
      root = try JSONReader.read(Array(bytes))
    } catch {
      throw Refusal([Finding(syntax: error)])
    }
    let collector = FindingCollector()
    let claim = Claim(root: root, collector: collector)
    guard collector.findings.isEmpty, let claim else { throw Refusal(collector.findings) }
    self = claim
  }
}

extension Claim {
  private static let keys = [
    "statut", "strategie", "retenus", "attribue_centimes", "objectif", "borne", "ecart", "conflit",
    "cycles", "minima", "projets", "enveloppes",
  ]

  private init?(root: JSONValue, collector: FindingCollector) {
    guard let reader = FieldReader(root, path: "", allowed: Self.keys, collector: collector) else {
      return nil
    }
    let status = reader.word("statut", as: Outcome.Status.self)
    let count = reader.integer("retenus", in: 0...Cents.limit.rawValue)
    let granted = reader.integer("attribue_centimes", in: 0...Int64.max)
    projects = reader.rows(
      "projets", ["id", "retenu", "total_centimes", "parts", "explication"], ProjectLine.init)
    purses = reader.rows(
      "enveloppes", ["id", "consomme_centimes", "reste_centimes", "saturee"], Outcome.PurseUse.init)
    minima = reader.minima()
    guard let status, let count, let granted else { return nil }
    self.status = status
    retainedCount = count
    self.granted = Cents(granted)
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
        "parts", ["enveloppe", "montant_centimes"], isRequired: isRetained, Outcome.Part.init))
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

extension FieldReader {
  fileprivate func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .boolean(let flag) = value { return flag }
    mistyped(key, "true ou false", value)
    return nil
  }
}
