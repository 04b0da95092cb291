public import Vocabulary

/// A purse as partners read it: money of one funder for one call.
public struct ProgrammePurse: Hashable, Sendable {
  /// Ordinary policies or credits of the city policy.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    case commonLaw = "droit_commun"
    case specific = "specifique"
  }

  public var id: String
  public var funder: String
  public var funderName: String
  public var nature: Nature
  public var label: String
  public var amount: Cents

  /// Builds a purse.
  public init(
    id: String, funder: String, funderName: String, nature: Nature, label: String, amount: Cents
  ) {
    self.id = id
    self.funder = funder
    self.funderName = funderName
    self.nature = nature
    self.label = label
    self.amount = amount
  }
}
