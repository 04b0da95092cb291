public import Contract
public import Dossiers

/// What is put to the vote.
public enum VoteSubject: Hashable, Sendable {
  /// A proposal as a whole, by its identifier.
  case proposal(String)
  /// One dossier.
  case dossier(DossierNumber)
  /// An amendment, by its identifier.
  case amendment(String)

  /// For readers: `proposition P1`, `dossier 2016-0001`, `amendement A1`.
  public var french: String {
    switch self {
    case .amendment(let id): "amendement \(id)"
    case .proposal(let id): "proposition \(id)"
    case .dossier(let number): "dossier \(number.text)"
    }
  }
}

extension VoteSubject: Codable {
  private enum CodingKeys: String, CodingKey {
    case proposal = "proposition"
    case dossier
    case amendment = "amendement"
  }

  /// Decodes `{"proposition": "P1"}`, `{"dossier": "2016-0001"}` or `{"amendement": "A1"}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if container.contains(.proposal) {
      self = .proposal(try container.decode(String.self, forKey: .proposal))
    } else if container.contains(.amendment) {
      self = .amendment(try container.decode(String.self, forKey: .amendment))
    } else {
      self = .dossier(try container.decode(DossierNumber.self, forKey: .dossier))
    }
  }

  /// Encodes the one key that applies.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .proposal(let id): try container.encode(id, forKey: .proposal)
    case .amendment(let id): try container.encode(id, forKey: .amendment)
    case .dossier(let number): try container.encode(number, forKey: .dossier)
    }
  }
}

/// How a member answers.
public enum BallotChoice: String, Hashable, Sendable, Codable, CaseIterable {
  case inFavour = "pour"
  case against = "contre"
  case abstains = "abstention"
  /// Recused: counts neither in the vote nor in the quorum.
  case takesNoPart = "ne_prend_pas_part"

  /// For readers.
  public var french: String {
    switch self {
    case .inFavour: "pour"
    case .against: "contre"
    case .abstains: "abstention"
    case .takesNoPart: "ne prend pas part au vote"
    }
  }
}

/// One member's answer.
public struct Ballot: Hashable, Sendable, Codable {
  public let member: FunderID
  public let choice: BallotChoice

  /// Casts a ballot.
  public init(member: FunderID, choice: BallotChoice) {
    self.member = member
    self.choice = choice
  }

  private enum CodingKeys: String, CodingKey {
    case member = "membre"
    case choice = "choix"
  }
}

/// Ballots on one subject.
public struct Vote: Hashable, Sendable, Codable {
  public let subject: VoteSubject
  public let ballots: [Ballot]
  /// The purses the vote bears on, whose funders alone vote; empty when it bears on all of them.
  public let purses: [String]

  /// Gathers ballots.
  public init(subject: VoteSubject, ballots: [Ballot], purses: [String] = []) {
    self.subject = subject
    self.ballots = ballots
    self.purses = purses
  }

  private enum CodingKeys: String, CodingKey {
    case subject = "sujet"
    case ballots = "bulletins"
    case purses = "enveloppes"
  }
}
