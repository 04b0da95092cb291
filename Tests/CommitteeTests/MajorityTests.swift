import Committee
import Contract
import Testing

@Suite struct `A majority` {
  private func tally(
    _ counts: [Int], _ rules: VotingRules, casting: BallotChoice? = nil
  ) -> VoteTally {
    let choices = zip(BallotChoice.allCases, counts).flatMap { Array(repeating: $0, count: $1) }
    var ballots = choices.enumerated().map { Ballot(member: "M\($0)", choice: $1) }
    if let casting, let place = ballots.firstIndex(where: { $0.choice == casting }) {
      ballots[place] = Ballot(member: "CHAIR", choice: casting)
    }
    var electorate = Electorate(present: ballots.count, quorum: 1)
    electorate.rules = rules
    return VoteTally(ballots: ballots, electorate: electorate)
  }

  @Test(arguments: [
    ([3, 2, 0], true, "(3 > 2)\u{00A0}: adoptée"), ([2, 2, 1], false, "(2 = 2)\u{00A0}: rejetée"),
    ([0, 0, 3], false, "(0 = 0)\u{00A0}: rejetée"),
  ])
  func `of the votes cast leaves abstentions out`(counts: [Int], adopted: Bool, words: String) {
    let tally = tally(counts, .standard)
    #expect(tally.isAdopted == adopted)
    #expect(tally.french.contains("majorité des suffrages exprimés \(words)"))
  }

  @Test(arguments: [
    ([3, 2, 0], true), ([3, 2, 1], false), ([4, 2, 1], true), ([2, 0, 2], false),
  ])
  func `that is absolute counts them`(counts: [Int], adopted: Bool) {
    let tally = tally(counts, VotingRules(majority: .absolute))
    #expect(tally.isAdopted == adopted)
    let voices = counts.reduce(0, +)
    #expect(
      tally.french.contains(
        "(\(counts[0]) sur \(voices) voix, \(voices / 2 + 1) nécessaires)"))
  }

  @Test(arguments: [
    ([4, 2, 0], true), ([3, 2, 5], false), ([2, 1, 0], true), ([0, 0, 4], false),
  ])
  func `of two thirds is of the votes cast`(counts: [Int], adopted: Bool) {
    #expect(tally(counts, VotingRules(majority: .twoThirds)).isAdopted == adopted)
  }

  @Test func `tied is settled by the casting vote`() {
    let rules = VotingRules(castingVote: "CHAIR")
    #expect(tally([2, 2, 0], rules, casting: .inFavour).isAdopted)
    #expect(!tally([2, 2, 0], rules, casting: .against).isAdopted)
    #expect(!tally([2, 2, 1], rules, casting: .abstains).isAdopted)
    #expect(
      tally([2, 2, 0], rules, casting: .inFavour).french.hasSuffix(
        "adoptée (égalité, voix prépondérante de CHAIR)"))
  }

  @Test func `leaves advisory ballots aside, and tells them`() {
    var electorate = Electorate(present: 2, quorum: 1)
    electorate.advisory = ["C"]
    let tally = VoteTally(
      ballots: [
        SmallSession.ballot("A"), SmallSession.ballot("B", .against),
        SmallSession.ballot("C"),
      ], electorate: electorate)
    #expect(!tally.isAdopted)
    #expect(tally.french.hasSuffix("voix consultatives\u{00A0}: 1 pour, 0 contre"))
  }

  @Test func `on a purse needs the quorum of the purse too`() {
    var electorate = Electorate(present: 4, quorum: 2)
    electorate.rules = VotingRules(purseQuorum: 2)
    electorate.purseVoters = 1
    let tally = VoteTally(ballots: [SmallSession.ballot("A")], electorate: electorate)
    #expect(!tally.reachesQuorum)
    #expect(tally.french.contains("quorum de l’enveloppe 2 non atteint (1 votant)"))
  }
}
