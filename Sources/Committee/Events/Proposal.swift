public import Contract
public import Dossiers
public import Vocabulary

/// What a proposal gives one dossier from one purse.
public struct ProposedGrant: Hashable, Sendable, Codable {
  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  public let amount: Cents

  /// Proposes an amount.
  public init(number: DossierNumber, purse: String, amount: Cents) {
    self.number = number
    self.purse = purse
    self.amount = amount
  }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case purse = "enveloppe"
    case amount = "montant_centimes"
  }
}

/// Why a proposal gives one dossier nothing.
public struct ProposedRefusal: Hashable, Sendable, Codable {
  public let number: DossierNumber
  /// In French, as it will be minuted.
  public let reason: String

  /// Proposes to refuse.
  public init(number: DossierNumber, reason: String) {
    self.number = number
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case reason = "motif"
  }
}

/// A computed allocation put before the committee.
public struct Proposal: Hashable, Sendable, Codable {
  /// Unique in the session.
  public let id: String
  public let strategy: ProposalStrategy
  /// Digest of the computation's inputs and result, so that it can be found again.
  public let digest: String
  public let grants: [ProposedGrant]
  public let refusals: [ProposedRefusal]

  /// Puts a proposal together.
  public init(
    id: String, strategy: ProposalStrategy, digest: String, grants: [ProposedGrant],
    refusals: [ProposedRefusal]
  ) {
    self.id = id
    self.strategy = strategy
    self.digest = digest
    self.grants = grants
    self.refusals = refusals
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case strategy = "strategie"
    case digest = "empreinte"
    case grants = "montants"
    case refusals = "refus"
  }
}
