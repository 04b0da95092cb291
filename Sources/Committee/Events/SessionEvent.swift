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
  /// An absent member lets a present one vote in its place.
  case proxy(Proxy)
  /// A member stands aside from a dossier.
  case recusal(Recusal)
  /// The committee takes up a dossier.
  case called(ProjectCall)
  /// A computed allocation is put before the committee; it decides nothing.
  case proposal(Proposal)
  /// A computed allocation is kept under a name, to be compared.
  case scenario(Scenario)
  /// Other amounts are put forward for a dossier.
  case amendment(Amendment)
  /// A purse promises an amount, perhaps on a condition.
  case commitment(Commitment)
  /// A purse takes its promise back.
  case commitmentWithdrawn(CommitmentWithdrawal)
  /// What the committee wants of one purse for one dossier.
  case adjustment(CellAdjustment)
  /// What the committee settles for one dossier.
  case decision(Decision)
  /// Ballots on a proposal or on one dossier.
  case vote(Vote)
  /// A remark someone asked to have minuted.
  case observation(Observation)
  /// The acts that follow come from one file.
  case batch(Batch)
  /// The session stops for a while.
  case suspended(Suspension)
  /// The session goes on.
  case resumed(Resumption)
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
