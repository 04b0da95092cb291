public import Contract

/// Who may take part in a vote, and what it takes to carry it.
public struct Electorate: Hashable, Sendable {
  /// Members there with a vote, the recused included.
  public var present: Int
  /// Absent members who gave a proxy.
  public var givers: Set<FunderID> = []
  /// Members there or represented who stand aside, before any ballot.
  public var recused: Set<FunderID> = []
  /// Members whose ballots are minuted and do not count.
  public var advisory: Set<FunderID> = []
  /// Least number of members taking part.
  public var quorum: Int
  /// How many may vote on the purses in question; `nil` when the vote bears on all of them.
  public var purseVoters: Int?
  public var rules = VotingRules.standard

  /// An electorate without proxies or recusals.
  ///
  /// - Parameters:
  ///   - present: members there with a vote.
  ///   - quorum: least number of members taking part.
  public init(present: Int, quorum: Int) {
    self.present = present
    self.quorum = quorum
  }
}

/// The count of a vote, with the arithmetic that settles it.
public struct VoteTally: Hashable, Sendable {
  public let inFavour: Int
  public let against: Int
  public let abstentions: Int
  /// Recused members, present but outside the vote and the quorum.
  public let takingNoPart: Int
  /// Absent members whose proxy counts in the vote.
  public let represented: Int
  /// Ballots that are minuted and do not count.
  public let advisoryInFavour: Int
  public let advisoryAgainst: Int
  public let electorate: Electorate
  /// What the member with the casting vote answered.
  let castingChoice: BallotChoice?

  /// Counts ballots.
  ///
  /// - Parameters:
  ///   - ballots: one a member at most.
  ///   - electorate: who may take part, and under which rules.
  public init(ballots: [Ballot], electorate: Electorate) {
    let counted = ballots.filter { !electorate.advisory.contains($0.member) }
    func count(_ choice: BallotChoice, in ballots: [Ballot]) -> Int {
      ballots.count { $0.choice == choice }
    }
    inFavour = count(.inFavour, in: counted)
    against = count(.against, in: counted)
    abstentions = count(.abstains, in: counted)
    let aside = counted.filter { $0.choice == .takesNoPart }.map(\.member)
    let outside = electorate.recused.union(aside)
    takingNoPart = outside.subtracting(electorate.givers).count
    represented = electorate.givers.subtracting(outside).count
    let voices = ballots.filter { electorate.advisory.contains($0.member) }
    advisoryInFavour = count(.inFavour, in: voices)
    advisoryAgainst = count(.against, in: voices)
    castingChoice = counted.first { $0.member == electorate.rules.castingVote }?.choice
    self.electorate = electorate
  }

  /// Members who count for the quorum.
  public var counted: Int {
    electorate.present - takingNoPart
      + (electorate.rules.countsProxies ? represented : 0)
  }
  /// Whether enough members take part.
  public var reachesQuorum: Bool { counted >= electorate.quorum && reachesPurseQuorum }
  /// Whether enough of those who vote on the purses take part.
  public var reachesPurseQuorum: Bool {
    electorate.purseVoters == nil || voices >= electorate.rules.purseQuorum
  }
  /// Whether the proposition is carried.
  public var isAdopted: Bool { reachesQuorum && isCarried }

  /// Votes for, against and abstentions.
  var voices: Int { cast + abstentions }
  private var cast: Int { inFavour + against }

  /// How many votes for are needed, where that is a number.
  private var needed: Int {
    switch electorate.rules.majority {
    case .simple: against + 1
    case .absolute: voices / 2 + 1
    case .twoThirds: max(1, (2 * cast + 2) / 3)
    }
  }

  private var isCarried: Bool { inFavour >= needed || isCarriedByCastingVote }

  /// A tie is settled by the casting vote under the simple majority.
  private var isTied: Bool {
    electorate.rules.majority == .simple && inFavour == against && inFavour > 0
  }

  private var isCarriedByCastingVote: Bool { isTied && castingChoice == .inFavour }
}

extension VoteTally {
  /// The arithmetic in words: `4 pour, 1 contre, 1 abstention ; quorum 3 atteint (6 présents) ; …`.
  public var french: String {
    let parts = [counts, quorumInWords] + [purseQuorumInWords].compactMap { $0 } + [outcome]
    return (parts + [voicesInWords].compactMap { $0 }).joined(separator: "\u{00A0}; ")
  }

  private var counts: String {
    var parts = [
      "\(inFavour) pour", "\(against) contre",
      "\(abstentions) abstention\(abstentions > 1 ? "s" : "")",
    ]
    if takingNoPart > 0 {
      parts.append("\(takingNoPart) \(takingNoPart > 1 ? "déports" : "déport")")
    }
    return parts.joined(separator: ", ")
  }

  private var quorumInWords: String {
    let present = electorate.present
    let seats = "\(present) présent\(present > 1 ? "s" : "")"
    var sum = seats
    let isCounting = electorate.rules.countsProxies && represented > 0
    if isCounting { sum += " + \(represented) représenté\(represented > 1 ? "s" : "")" }
    if takingNoPart > 0 { sum += " − \(takingNoPart)" }
    let detail = sum == seats ? seats : "\(sum) = \(counted)"
    let isReached = counted >= electorate.quorum
    return "quorum \(electorate.quorum) \(isReached ? "atteint" : "non atteint") (\(detail))"
  }

  private var purseQuorumInWords: String? {
    guard electorate.purseVoters != nil, electorate.rules.purseQuorum > 1 || !reachesPurseQuorum
    else { return nil }
    let outcome = reachesPurseQuorum ? "atteint" : "non atteint"
    let voters = "\(voices) votant\(voices > 1 ? "s" : "")"
    return "quorum de l’enveloppe \(electorate.rules.purseQuorum) \(outcome) (\(voters))"
  }

  private var outcome: String {
    guard reachesQuorum else { return "vote sans effet" }
    return "\(rule)\u{00A0}: \(isAdopted ? "adoptée" : "rejetée")\(tieInWords)"
  }

  private var rule: String {
    switch electorate.rules.majority {
    case .simple:
      let sign = inFavour == against ? "=" : inFavour > against ? ">" : "<"
      return "majorité des suffrages exprimés (\(inFavour) \(sign) \(against))"
    case .absolute:
      return "majorité absolue (\(inFavour) sur \(voices) voix, \(needed) nécessaires)"
    case .twoThirds:
      return "deux tiers des suffrages exprimés (\(inFavour) sur \(cast), \(needed) nécessaires)"
    }
  }

  private var tieInWords: String {
    guard inFavour == against, electorate.rules.majority == .simple else { return "" }
    guard isTied, let member = electorate.rules.castingVote,
      castingChoice == .inFavour || castingChoice == .against
    else { return " (égalité)" }
    return " (égalité, voix prépondérante de \(member))"
  }

  private var voicesInWords: String? {
    guard advisoryInFavour + advisoryAgainst > 0 else { return nil }
    return "voix consultatives\u{00A0}: \(advisoryInFavour) pour, \(advisoryAgainst) contre"
  }
}
