/// Whether the ballots of a seat count, or are minuted beside those that do.
public enum Voice: String, Hashable, Sendable, Codable, CaseIterable {
  case deliberative
  case advisory = "consultative"
}

/// What carries a vote.
public enum Majority: String, Hashable, Sendable, Codable, CaseIterable {
  /// More for than against; abstentions are not votes cast.
  case simple
  /// More than half of the votes that could be cast, abstentions included.
  case absolute = "absolue"
  /// Two thirds of the votes cast.
  case twoThirds = "deux_tiers"
}

/// How the votes of a committee are counted.
public struct VotingRules: Hashable, Sendable, Codable {
  public let majority: Majority
  /// Least number of members taking part in a vote that bears on purses.
  public let purseQuorum: Int
  /// How many absent members one present member may vote for.
  public let proxies: Int
  /// Whether members who gave a proxy count for the quorum.
  public let countsProxies: Bool
  /// The member whose vote settles a tie; `nil` when a tie rejects.
  public let castingVote: FunderID?

  /// Sets how votes are counted.
  ///
  /// - Parameters:
  ///   - majority: what carries a vote.
  ///   - purseQuorum: least number of members taking part in a vote on purses.
  ///   - proxies: how many absent members one present member may vote for.
  ///   - countsProxies: whether members who gave a proxy count for the quorum.
  ///   - castingVote: the member whose vote settles a tie.
  public init(
    majority: Majority = .simple, purseQuorum: Int = 1, proxies: Int = 0,
    countsProxies: Bool = false, castingVote: FunderID? = nil
  ) {
    self.majority = majority
    self.purseQuorum = purseQuorum
    self.proxies = proxies
    self.countsProxies = countsProxies
    self.castingVote = castingVote
  }

  /// A majority of the votes cast, without proxies; a tie rejects.
  public static let standard = VotingRules()

  private enum CodingKeys: String, CodingKey {
    case majority = "majorite"
    case purseQuorum = "quorum_enveloppe"
    case proxies = "procurations_max"
    case countsProxies = "procurations_au_quorum"
    case castingVote = "voix_preponderante"
  }
}

/// A seat as the call describes it.
public struct CommitteeSeat: Hashable, Sendable, Codable {
  /// A funder of the contract, or a delegate who is none.
  public let id: FunderID
  /// Name as minuted; required of a delegate, `nil` for the name of the funder.
  public let name: String?
  /// `nil` when nothing is said: the seat then votes.
  public let voice: Voice?
  /// The purses it votes on; `nil` for those it pays.
  public let purses: [String]?

  /// Describes a seat.
  ///
  /// - Parameters:
  ///   - id: a funder, or a delegate.
  ///   - name: name as minuted.
  ///   - voice: whether its ballots count.
  ///   - purses: the purses it votes on.
  public init(id: FunderID, name: String? = nil, voice: Voice? = nil, purses: [String]? = nil) {
    self.id = id
    self.name = name
    self.voice = voice
    self.purses = purses
  }
}

/// Who sits in the funders' committee of a call.
public struct CommitteeCharter: Hashable, Sendable, Codable {
  /// Identifier of the body in the governance file.
  public let body: String
  public let members: [FunderID]
  /// Least number of members present for the session to be valid.
  public let quorum: Int
  /// As written in the file; `nil` when the call says nothing.
  let strategyName: ProposalStrategy?
  /// The seats that the file describes; `nil` in calls opened before it could.
  let describedSeats: [CommitteeSeat]?
  /// As written in the file; `nil` when the call says nothing.
  public let rules: VotingRules?

  /// How a proposal is computed when nobody says otherwise: down the ranking, unless the call says.
  public var strategy: ProposalStrategy { strategyName ?? .rank }

  /// The seats, in the order of the file.
  public var seats: [CommitteeSeat] { describedSeats ?? members.map { CommitteeSeat(id: $0) } }
}
