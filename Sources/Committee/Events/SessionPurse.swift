public import Contract
public import Vocabulary

/// A purse as it stood when the session opened.
public struct SessionPurse: Hashable, Sendable, Codable {
  public let id: String
  public let funder: FunderID
  public let label: String
  public let amount: Cents
  public let nature: PurseNature

  /// Describes a purse.
  public init(id: String, funder: FunderID, label: String, amount: Cents, nature: PurseNature) {
    self.id = id
    self.funder = funder
    self.label = label
    self.amount = amount
    self.nature = nature
  }

  /// A purse of the call, as it stands.
  public init(_ purse: Purse) {
    self.init(
      id: purse.id, funder: purse.funder, label: purse.label, amount: purse.amount,
      nature: purse.nature)
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case funder = "financeur"
    case label = "libelle"
    case amount = "montant_centimes"
    case nature
  }
}

/// An amount on one purse.
public struct PurseAmount: Hashable, Sendable, Codable {
  /// Identifier of the purse.
  public let purse: String
  public let amount: Cents

  /// Puts an amount on a purse.
  public init(purse: String, amount: Cents) {
    self.purse = purse
    self.amount = amount
  }

  private enum CodingKeys: String, CodingKey {
    case purse = "enveloppe"
    case amount = "montant_centimes"
  }
}
