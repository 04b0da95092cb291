public import Vocabulary

/// The start of a session, with all the facts it rests on.
///
/// Purses and dossiers are copied here, so that the ledger explains itself without its base.
public struct SessionOpening: Hashable, Sendable, Codable {
  /// Identifier of the call.
  public let call: String
  public let day: Day
  public let place: String
  public let charter: SessionCharter
  public let purses: [SessionPurse]
  public let applications: [SessionApplication]

  /// Opens a session; coherence is judged by the fold.
  public init(
    call: String, day: Day, place: String, charter: SessionCharter, purses: [SessionPurse],
    applications: [SessionApplication]
  ) {
    self.call = call
    self.day = day
    self.place = place
    self.charter = charter
    self.purses = purses
    self.applications = applications
  }

  private enum CodingKeys: String, CodingKey {
    case call = "appel"
    case day = "jour"
    case place = "lieu"
    case charter = "charte"
    case purses = "enveloppes"
    case applications = "dossiers"
  }
}

/// The end of a session.
public struct SessionClosing: Hashable, Sendable, Codable {
  public let at: Instant

  /// Closes at this moment.
  public init(at: Instant) { self.at = at }

  private enum CodingKeys: String, CodingKey { case at = "horodatage" }
}
