public import Dossiers
public import Vocabulary

/// What one purse promises one dossier, perhaps on a condition.
public struct Commitment: Hashable, Sendable, Codable {
  /// Another purse gives the same dossier at least that much.
  public struct Condition: Hashable, Sendable, Codable {
    /// Identifier of the other purse.
    public let purse: String
    public let least: Cents

    /// Sets a condition.
    public init(purse: String, least: Cents) {
      self.purse = purse
      self.least = least
    }

    private enum CodingKeys: String, CodingKey {
      case purse = "enveloppe"
      case least = "au_moins_centimes"
    }
  }

  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  public let amount: Cents
  public let condition: Condition?

  /// Promises an amount.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - purse: identifier of the purse.
  ///   - amount: exactly what it gives when the condition is met; nothing otherwise.
  ///   - condition: `nil` for a firm promise.
  public init(number: DossierNumber, purse: String, amount: Cents, condition: Condition? = nil) {
    self.number = number
    self.purse = purse
    self.amount = amount
    self.condition = condition
  }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case purse = "enveloppe"
    case amount = "montant_centimes"
    case condition = "si"
  }
}

/// A purse takes its promise back.
public struct CommitmentWithdrawal: Hashable, Sendable, Codable {
  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  /// In French, as it will be minuted.
  public let motive: String

  /// Takes a promise back.
  public init(number: DossierNumber, purse: String, motive: String) {
    self.number = number
    self.purse = purse
    self.motive = motive
  }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case purse = "enveloppe"
    case motive = "motif"
  }
}
