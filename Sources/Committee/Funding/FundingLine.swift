public import Dossiers
public import Vocabulary

/// An amount for one dossier on one purse, with its firmness.
public struct FundingLine: Hashable, Sendable {
  public let number: DossierNumber
  /// Identifier of the purse.
  public let purse: String
  public let amount: Cents
  public let firmness: Firmness

  /// Describes a line.
  public init(number: DossierNumber, purse: String, amount: Cents, firmness: Firmness) {
    self.number = number
    self.purse = purse
    self.amount = amount
    self.firmness = firmness
  }
}

extension SessionState {
  /// What the session has voted, dossiers in rank order, purses in the order of the decision.
  public func fundingLines() -> [FundingLine] {
    (opening?.applications ?? []).inRankOrder().flatMap { application in
      (decisions[application.number]?.grants ?? []).filter { $0.amount > .zero }.map {
        FundingLine(
          number: application.number, purse: $0.purse, amount: $0.amount, firmness: .voted)
      }
    }
  }
}
