public import Contract
public import Vocabulary

/// A season of the fixtures: files deposited one after the other, and what becomes of each.
public struct Season: Sendable {
  /// One deposit.
  public struct Deposit: Sendable {
    public let file: SourceFile
    public let receivedAt: Instant
    /// `depose`, `refuse` or `irrecevable`.
    public let outcome: String
    /// Codes of the blocking findings expected.
    public let codes: [String]
  }

  public let deposits: [Deposit]

  /// Reads `fixtures/saisons/<name>/saison.yaml` and the files it names.
  public init(_ name: String) throws {
    let folder = "fixtures/saisons/\(name)"
    let index = try YAMLSource.read(try Territory.source("\(folder)/saison.yaml").bytes)
    deposits = try (index["dossiers"]?.elements ?? []).map { node in
      guard let file = node["fichier"]?.text, let outcome = node["attendu"]?.text,
        let instant = node["depose_le"]?.text.flatMap({ Instant(rfc3339: $0) })
      else { throw Territory.Unloadable(reasons: ["\(name), line \(node.line)"]) }
      return Deposit(
        file: try Territory.source("\(folder)/\(file)"), receivedAt: instant, outcome: outcome,
        codes: (node["constats"]?.elements ?? []).compactMap(\.text))
    }
  }
}
