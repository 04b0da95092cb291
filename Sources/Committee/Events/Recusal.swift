public import Contract
public import Dossiers

/// A member stands aside from one dossier: it counts there neither in the vote nor in the quorum.
public struct Recusal: Hashable, Sendable, Codable {
  public let member: FunderID
  public let number: DossierNumber
  /// In French, as it will be minuted.
  public let motive: String

  /// Stands a member aside.
  public init(member: FunderID, number: DossierNumber, motive: String) {
    self.member = member
    self.number = number
    self.motive = motive
  }

  private enum CodingKeys: String, CodingKey {
    case member = "membre"
    case number = "dossier"
    case motive = "motif"
  }
}
