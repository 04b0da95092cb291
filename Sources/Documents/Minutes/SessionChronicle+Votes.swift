import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  func voteRows() -> [VoteRow] {
    zip(voteTimes, state.votes).enumerated().map { index, vote in
      let (time, counted) = vote
      let purses = counted.vote.purses.map(label(of:))
      return VoteRow(
        time: time.clockTime, subject: counted.vote.subject.french.printable,
        purses: purses.isEmpty ? nil : purses.joined(separator: ", "),
        tally: counted.tally.french, ballots: ballots(of: counted, proxies: voteProxies[index]))
    }
  }

  /// Other amounts put forward, and what the vote made of them.
  func amendmentRows() -> [SentenceRow] {
    amendments.map { SentenceRow("\(sentence(of: $0)) \(outcome(of: $0))") }
  }

  /// An amendment as it was put forward.
  func sentence(of amendment: Amendment) -> String {
    let amounts = words(of: amendment.grants, none: "refus du dossier")
    return
      "Amendement \(amendment.id.printable) sur le dossier \(amendment.number.text)\u{00A0}: "
      + "\(amounts). Auteur\u{00A0}: \(name(of: amendment.author)). \(motive(amendment.motive))"
  }

  private func outcome(of amendment: Amendment) -> String {
    let votes = state.votes.filter { $0.vote.subject == .amendment(amendment.id) }
    guard let last = votes.last else { return "Il n’a pas été mis aux voix." }
    return "Vote\u{00A0}: \(last.tally.french)."
  }

  private func ballots(of counted: CountedVote, proxies: [FunderID: FunderID]) -> String {
    let spoken = BallotChoice.allCases.compactMap { choice -> String? in
      let voters = counted.vote.ballots.filter { $0.choice == choice }.map {
        voter($0.member, proxies: proxies)
      }
      guard !voters.isEmpty else { return nil }
      return
        "\(choice.french.capitalizedSentence)\u{00A0}: \(voters.joined(separator: "\u{00A0}; "))"
    }
    let silent = Set(counted.vote.ballots.map(\.member))
    let aside = counted.recused.intersection(counted.present).subtracting(silent).sorted()
    guard !aside.isEmpty else { return spoken.joined(separator: ". ") }
    let names = aside.map(name(of:)).joined(separator: "\u{00A0}; ")
    return (spoken + ["Déport\u{00A0}: \(names)"]).joined(separator: ". ")
  }

  private func voter(_ member: FunderID, proxies: [FunderID: FunderID]) -> String {
    if isAdvisory(member) { return "\(name(of: member)) (voix consultative)" }
    guard let holder = proxies[member] else { return name(of: member) }
    return "\(name(of: member)) (par procuration à \(name(of: holder)))"
  }
}

extension SessionChronicle {
  /// A purse as minuted.
  func label(of purse: String) -> String { (state.purses[purse]?.label ?? purse).printable }

  /// What purses give, in words.
  func words(of grants: [PurseAmount], none: String) -> String {
    let given = grants.filter { $0.amount > .zero }
    guard !given.isEmpty else { return none }
    return given.map { "\(label(of: $0.purse)) \($0.amount.french)" }
      .joined(separator: "\u{00A0}; ")
  }

  /// A motive as its own sentence.
  func motive(_ text: String) -> String {
    "Motif\u{00A0}: \(text.printable.endedSentence)"
  }
}
