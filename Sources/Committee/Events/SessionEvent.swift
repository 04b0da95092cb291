public import Vocabulary

/// Something that happened in a session of the funders' committee.
///
/// Nothing exists outside these events: the state, the minutes and the exports are computed from
/// them. A new kind of event does not compile until every fold has considered it.
public enum SessionEvent: Hashable, Sendable {
  /// The session starts; carries everything it deliberates on.
  case opened(SessionOpening)
  /// A member takes a seat.
  case presence(MemberPresence)
  /// A member leaves.
  case departure(MemberDeparture)
  /// A computed allocation is put before the committee; it decides nothing.
  case proposal(Proposal)
  /// What the committee settles for one dossier.
  case decision(Decision)
  /// Ballots on a proposal or on one dossier.
  case vote(Vote)
  /// A remark someone asked to have minuted.
  case observation(Observation)
  /// The session ends.
  case closed(SessionClosing)
}

/// An event with its place in the ledger.
public struct RecordedEvent: Hashable, Sendable, Codable {
  /// Place in the session's ledger, from 1, without gaps.
  public let sequence: Int
  /// When it was recorded.
  public let at: Instant
  /// Identifier of the person who recorded it.
  public let actor: String
  public let event: SessionEvent

  /// Records an event.
  public init(sequence: Int, at: Instant, actor: String, event: SessionEvent) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.event = event
  }

  private enum CodingKeys: String, CodingKey {
    case sequence
    case at = "horodatage"
    case actor = "acteur"
    case event = "evenement"
  }
}
