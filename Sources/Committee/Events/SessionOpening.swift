public import Contract
public import Vocabulary

/// A seat of the committee.
public struct SessionMember: Hashable, Sendable, Codable {
  public let id: FunderID
  /// The body as minuted.
  public let name: String

  /// Names a seat.
  public init(id: FunderID, name: String) {
    self.id = id
    self.name = name
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name = "nom"
  }
}

/// Who sits, and how many must be there.
public struct SessionCharter: Hashable, Sendable, Codable {
  public let members: [SessionMember]
  /// Least number of members present for a decision to be valid.
  public let quorum: Int

  /// Sets the seats and the quorum; coherence is judged when the session opens.
  public init(members: [SessionMember], quorum: Int) {
    self.members = members
    self.quorum = quorum
  }

  /// The charter of a call, each member under the name to be minuted.
  public init(_ charter: CommitteeCharter, name: (FunderID) -> String) {
    self.init(
      members: charter.members.map { SessionMember(id: $0, name: name($0)) },
      quorum: charter.quorum)
  }

  private enum CodingKeys: String, CodingKey {
    case members = "membres"
    case quorum
  }
}

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
