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
    /// Stopped for a while; nothing is recorded until it goes on.
    case suspended
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
  /// Who votes for whom: holders, by the absent members they represent.
  public internal(set) var proxies: [FunderID: FunderID] = [:]
  /// Who stands aside, by dossier.
  public internal(set) var recused: [DossierNumber: Set<FunderID>] = [:]
  /// The dossier taken up last.
  public internal(set) var called: DossierNumber?
  public internal(set) var amendments: [String: Amendment] = [:]
  /// The amendment carried last, by dossier.
  public internal(set) var carried: [DossierNumber: Amendment] = [:]
  /// Promises in force, by dossier, then purse.
  public internal(set) var commitments: [DossierNumber: [String: Commitment]] = [:]
  /// Purses that took a promise back and made none since, by dossier.
  public internal(set) var withdrawn: [DossierNumber: Set<String>] = [:]
  /// What the committee wants of its cells, by dossier, then purse.
  public internal(set) var adjustments: [DossierNumber: [String: CellAdjustment]] = [:]
  public internal(set) var scenarios: [String: Scenario] = [:]
  /// Digests of the files of acts already applied.
  public internal(set) var batches: Set<String> = []
  /// Purses that voted a dossier down, by dossier.
  var rejected: [DossierNumber: Set<String>] = [:]
  var members: Set<FunderID> = []

  /// A session that has not opened.
  public init() {}

  /// Least number of members for a decision; zero before the opening.
  public var quorum: Int { opening?.charter.quorum ?? 0 }
  /// Whether enough members sit.
  public var reachesQuorum: Bool {
    let represented = opening?.charter.rules.countsProxies == true ? proxies.count : 0
    return seated.count + represented >= quorum
  }

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
  /// The members present or represented when it was taken.
  public let present: Set<FunderID>
  /// The members who stood aside.
  public let recused: Set<FunderID>

  /// Keeps a vote.
  init(vote: Vote, tally: VoteTally, present: Set<FunderID>, recused: Set<FunderID> = []) {
    self.vote = vote
    self.tally = tally
    self.present = present
    self.recused = recused
  }
}
