public import Contract

/// A seat of the committee.
public struct SessionMember: Hashable, Sendable, Codable {
  public let id: FunderID
  /// The body as minuted.
  public let name: String
  /// As written; `nil` in ledgers and calls that say nothing.
  let writtenVoice: Voice?
  let writtenPurses: [String]?

  /// Names a seat.
  ///
  /// - Parameters:
  ///   - id: the funder, or the delegate, that sits.
  ///   - name: the body as minuted.
  ///   - voice: whether its ballots count; they do when nothing is said.
  ///   - purses: the purses it votes on; those it pays when nothing is said.
  public init(id: FunderID, name: String, voice: Voice? = nil, purses: [String]? = nil) {
    self.id = id
    self.name = name
    writtenVoice = voice
    writtenPurses = purses
  }

  /// Whether its ballots count.
  public var voice: Voice { writtenVoice ?? .deliberative }

  /// Whether the member votes on what a purse gives.
  ///
  /// - Parameter purse: a purse of the session.
  /// - Returns: whether the charter lists it, or else whether the member pays it.
  public func votes(on purse: SessionPurse) -> Bool {
    writtenPurses?.contains(purse.id) ?? (purse.funder == id)
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case name = "nom"
    case writtenVoice = "voix"
    case writtenPurses = "enveloppes"
  }
}

/// Who sits, and how many must be there.
public struct SessionCharter: Hashable, Sendable, Codable {
  public let members: [SessionMember]
  /// Least number of members present for a decision to be valid.
  public let quorum: Int
  /// As written; `nil` in ledgers and calls that say nothing.
  let writtenRules: VotingRules?

  /// Sets the seats and the quorum; coherence is judged when the session opens.
  ///
  /// - Parameters:
  ///   - members: the seats.
  ///   - quorum: least number of members with a vote who must be there.
  ///   - rules: how votes are counted; ``VotingRules/standard`` when nothing is said.
  public init(members: [SessionMember], quorum: Int, rules: VotingRules? = nil) {
    self.members = members
    self.quorum = quorum
    writtenRules = rules
  }

  /// How votes are counted.
  public var rules: VotingRules { writtenRules ?? .standard }

  /// How many sit: `6 membres`, `6 membres et 4 voix consultatives`.
  public var seatsInWords: String {
    let voting = members.count { $0.voice == .deliberative }
    let advisory = members.count - voting
    let seats = "\(voting) membre\(voting > 1 ? "s" : "")"
    guard advisory > 0 else { return seats }
    return "\(seats) et \(advisory) voix consultative\(advisory > 1 ? "s" : "")"
  }

  /// The charter of a call, each member under the name to be minuted.
  ///
  /// - Parameters:
  ///   - charter: what the call says.
  ///   - name: the name of a funder; delegates carry their own.
  public init(_ charter: CommitteeCharter, name: (FunderID) -> String) {
    self.init(
      members: charter.seats.map { seat in
        SessionMember(
          id: seat.id, name: seat.name ?? name(seat.id), voice: seat.voice, purses: seat.purses)
      },
      quorum: charter.quorum, rules: charter.rules)
  }

  private enum CodingKeys: String, CodingKey {
    case members = "membres"
    case quorum
    case writtenRules = "regles"
  }
}
