public import Contract

/// A computed allocation kept under a name, to be compared; nothing ever changes it.
public struct Scenario: Hashable, Sendable, Codable {
  /// Unique in the session.
  public let name: String
  /// What it supposes, in French.
  public let note: String
  public let strategy: ProposalStrategy
  /// Digest of the computation's result.
  public let digest: String
  public let grants: [ProposedGrant]
  public let refusals: [ProposedRefusal]

  /// Keeps an allocation.
  ///
  /// - Parameters:
  ///   - name: unique in the session.
  ///   - note: what it supposes.
  ///   - strategy: how it was computed.
  ///   - digest: digest of the computation's result.
  ///   - grants: what each purse gives each dossier.
  ///   - refusals: why the others get nothing.
  public init(
    name: String, note: String, strategy: ProposalStrategy, digest: String,
    grants: [ProposedGrant], refusals: [ProposedRefusal]
  ) {
    self.name = name
    self.note = note
    self.strategy = strategy
    self.digest = digest
    self.grants = grants
    self.refusals = refusals
  }

  private enum CodingKeys: String, CodingKey {
    case name = "nom"
    case note = "hypothese"
    case strategy = "strategie"
    case digest = "empreinte"
    case grants = "montants"
    case refusals = "refus"
  }
}
