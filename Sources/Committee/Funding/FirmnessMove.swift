public import Dossiers
public import Vocabulary

/// An amount voted that becomes firmer, or falls, on a day that a document proves.
public struct FirmnessMove: Hashable, Sendable {
  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  public let firmness: Firmness
  /// The day it happened.
  public let day: Day
  /// What proves it: a deliberation, an agreement, a payment order.
  public let reference: String

  /// Moves an amount.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - purse: identifier of the purse.
  ///   - firmness: what it becomes.
  ///   - day: the day it happened.
  ///   - reference: what proves it.
  public init(
    number: DossierNumber, purse: String, firmness: Firmness, day: Day, reference: String
  ) {
    self.number = number
    self.purse = purse
    self.firmness = firmness
    self.day = day
    self.reference = reference
  }
}
