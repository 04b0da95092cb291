public import Contract

/// An absent member lets a present one vote in its place.
///
/// It holds until its giver arrives or its holder leaves.
public struct Proxy: Hashable, Sendable, Codable {
  /// Who is absent.
  public let giver: FunderID
  /// Who votes in its place.
  public let holder: FunderID

  /// Gives a proxy.
  public init(giver: FunderID, holder: FunderID) {
    self.giver = giver
    self.holder = holder
  }

  private enum CodingKeys: String, CodingKey {
    case giver = "mandant"
    case holder = "mandataire"
  }
}
