public import Contract
public import Dossiers
public import Vocabulary

/// Where a session stands: a pure fold of its events, with running totals.
///
/// Each event is judged whole before anything changes: a refused event leaves the state as it was.
public struct SessionState: Hashable, Sendable {
  /// The stages of a session.
  public enum Phase: Hashable, Sendable {
    case awaitingOpening
    case open
    case closed(at: Instant)
  }

  public internal(set) var phase = Phase.awaitingOpening
  /// How many events were applied; the next one takes the number after.
  public internal(set) var eventCount = 0
  /// When the last recorded event was; `nil` before any.
  public internal(set) var lastEventAt: Instant?
  /// What the session opened with; `nil` before.
  public internal(set) var opening: SessionOpening?
  public internal(set) var applications: [DossierNumber: SessionApplication] = [:]
  public internal(set) var purses: [String: SessionPurse] = [:]
  /// Who sits now: the person, by member.
  public internal(set) var present: [FunderID: String] = [:]
  public internal(set) var proposals: [String: Proposal] = [:]
  public internal(set) var votes: [CountedVote] = []
  /// The decision in force on each dossier.
  public internal(set) var decisions: [DossierNumber: Decision] = [:]
  /// What the decisions in force take from each purse.
  public internal(set) var grantedByPurse: [String: Cents] = [:]
  var members: Set<FunderID> = []

  /// A session that has not opened.
  public init() {}

  /// Least number of members for a decision; zero before the opening.
  public var quorum: Int { opening?.charter.quorum ?? 0 }
  /// Whether enough members sit.
  public var reachesQuorum: Bool { present.count >= quorum }

  /// The dossiers without a decision, in order of number.
  public func undecided() -> [DossierNumber] {
    guard decisions.count < applications.count else { return [] }
    return applications.keys.filter { decisions[$0] == nil }.sorted()
  }

  /// What a purse still holds; negative under derogation, `nil` for an unknown purse.
  public func left(on purse: String) -> Cents? {
    purses[purse].map { $0.amount - (grantedByPurse[purse] ?? .zero) }
  }
}

/// A vote with its count, and who was there.
public struct CountedVote: Hashable, Sendable {
  public let vote: Vote
  public let tally: VoteTally
  /// The members present when it was taken.
  public let present: Set<FunderID>
}
