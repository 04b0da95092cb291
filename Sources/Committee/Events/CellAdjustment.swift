public import Dossiers
public import Vocabulary

/// What the committee wants of one purse for one dossier, whatever is computed around it.
public struct CellAdjustment: Hashable, Sendable, Codable {
  /// What is wanted.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Exactly that amount.
    case pinned = "fixe"
    /// No more than that amount.
    case capped = "plafond"
    /// At least that amount.
    case floored = "plancher"
    /// Nothing.
    case banned = "exclu"
    /// What was wanted before no longer is.
    case lifted = "leve"

    /// Whether it goes with an amount.
    public var hasAmount: Bool { self != .banned && self != .lifted }
  }

  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  public let kind: Kind
  /// `nil` where an amount means nothing.
  public let amount: Cents?
  /// In French, as it will be minuted.
  public let motive: String

  /// Adjusts a cell.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - purse: identifier of the purse.
  ///   - kind: what is wanted.
  ///   - amount: for the kinds that have one.
  ///   - motive: why.
  public init(number: DossierNumber, purse: String, kind: Kind, amount: Cents?, motive: String) {
    self.number = number
    self.purse = purse
    self.kind = kind
    self.amount = amount
    self.motive = motive
  }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case purse = "enveloppe"
    case kind = "mesure"
    case amount = "montant_centimes"
    case motive = "motif"
  }
}
