/// The count of a vote, with the arithmetic that settles it.
///
/// Adopted by a majority of the votes cast: abstentions are not votes cast, equal votes reject.
public struct VoteTally: Hashable, Sendable {
  public let inFavour: Int
  public let against: Int
  public let abstentions: Int
  /// Recused members, present but outside the vote and the quorum.
  public let takingNoPart: Int
  /// Members present, the recused included.
  public let present: Int
  public let quorum: Int

  /// Counts ballots.
  public init(ballots: [Ballot], present: Int, quorum: Int) {
    func count(_ choice: BallotChoice) -> Int { ballots.count { $0.choice == choice } }
    inFavour = count(.inFavour)
    against = count(.against)
    abstentions = count(.abstains)
    takingNoPart = count(.takesNoPart)
    self.present = present
    self.quorum = quorum
  }

  /// Members who count for the quorum.
  public var counted: Int { present - takingNoPart }
  /// Whether enough members take part.
  public var reachesQuorum: Bool { counted >= quorum }
  /// Whether the proposition is carried.
  public var isAdopted: Bool { reachesQuorum && inFavour > against }

  /// The arithmetic in words: `4 pour, 1 contre, 1 abstention ; quorum 3 atteint (6 présents) ; …`.
  public var french: String {
    let spaced = "\u{00A0};"
    return "\(counts)\(spaced) \(quorumInWords)\(spaced) \(outcome)"
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
    let seats = "\(present) présent\(present > 1 ? "s" : "")"
    let detail = takingNoPart > 0 ? "\(seats) − \(takingNoPart) = \(counted)" : seats
    return "quorum \(quorum) \(reachesQuorum ? "atteint" : "non atteint") (\(detail))"
  }

  private var outcome: String {
    guard reachesQuorum else { return "vote sans effet" }
    let rule = "majorité des suffrages exprimés\u{00A0}:"
    if isAdopted { return "\(rule) adoptée" }
    return inFavour == against ? "\(rule) rejetée (égalité)" : "\(rule) rejetée"
  }
}
