extension RecordReader {
  func charter() -> CommitteeCharter {
    allowOnly(
      ["instance", "membres", "quorum", "strategie", "delegues", "enveloppes_votees"]
        + Self.votingKeys)
    let members = texts("membres")
    return CommitteeCharter(
      body: text("instance"), members: members, quorum: integer("quorum"),
      strategyName: child("strategie") == nil ? nil : choice("strategie", ProposalStrategy.self),
      describedSeats: describedSeats(members), rules: votingRules())
  }

  private static let votingKeys = [
    "majorite", "quorum_enveloppe", "procurations_max", "procurations_au_quorum",
    "voix_preponderante",
  ]

  /// Members, then delegates; `nil` when the file says nothing beyond the codes of its members.
  private func describedSeats(_ members: [FunderID]) -> [CommitteeSeat]? {
    guard child("delegues") != nil || child("enveloppes_votees") != nil else { return nil }
    var purses: [FunderID: [String]] = [:]
    for record in records("enveloppes_votees") {
      record.allowOnly(["membre", "enveloppes"])
      purses[record.text("membre")] = record.texts("enveloppes")
    }
    let delegates = records("delegues").map { record in
      record.allowOnly(["id", "nom", "voix"])
      let voice = record.choice("voix", Voice.self)
      return CommitteeSeat(id: record.text("id"), name: record.text("nom"), voice: voice)
    }
    return members.map { CommitteeSeat(id: $0, purses: purses[$0]) } + delegates
  }

  private func votingRules() -> VotingRules? {
    guard Self.votingKeys.contains(where: { child($0) != nil }) else { return nil }
    return VotingRules(
      majority: child("majorite") == nil
        ? .simple : choice("majorite", Majority.self) ?? .simple,
      purseQuorum: optionalInteger("quorum_enveloppe") ?? 1,
      proxies: optionalInteger("procurations_max") ?? 0,
      countsProxies: flag("procurations_au_quorum"),
      castingVote: optionalText("voix_preponderante"))
  }
}
