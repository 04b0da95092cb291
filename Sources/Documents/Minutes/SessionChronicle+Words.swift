import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  /// How many were needed, how many sat.
  var quorumInWords: String {
    let seats = opening.charter.members.count
    let needed = FrenchNumber.count(state.quorum, "présent", "présents")
    let rule =
      "Quorum\u{00A0}: \(needed) au moins sur \(FrenchNumber.count(seats, "membre", "membres"))."
    guard let first = presentAtFirstAct else { return "\(rule) Le comité n’a pas délibéré." }
    let there = "\(FrenchNumber.count(first, "présent", "présents")) sur \(seats)"
    let arithmetic = "\(there), \(first) ≥ \(state.quorum), quorum atteint."
    let fewest = "Au plus bas, \(FrenchNumber.count(fewestSinceFirstAct, "présent", "présents"))"
    return "\(rule) À la première délibération\u{00A0}: \(arithmetic) "
      + "\(fewest)\u{00A0}: \(quorumAtTheFewest)"
  }

  /// Neither a vote nor a decision enters the ledger without quorum: departures alone can lose it.
  private var quorumAtTheFewest: String {
    fewestSinceFirstAct >= state.quorum
      ? "quorum maintenu." : "quorum perdu, et rien n’a été délibéré tant qu’il l’était."
  }

  /// The session in one sentence of figures.
  var summary: String {
    let kinds = DecisionKind.allCases.compactMap { kind -> String? in
      let count = state.decisions.values.count { $0.kind == kind }
      return count == 0 ? nil : "\(FrenchNumber.text(count)) \(kind.french(for: count))"
    }
    let granted = state.grantedByPurse.values.total()
    let dossiers = FrenchNumber.count(state.applications.count, "dossier", "dossiers")
    let outcome = kinds.isEmpty ? "aucune décision" : kinds.joined(separator: ", ")
    let missing = state.applications.count - state.decisions.count
    let rest = missing == 0 ? "" : ", \(FrenchNumber.text(missing)) sans décision"
    let spaced = "\u{00A0};"
    return "\(dossiers)\u{00A0}: \(outcome)\(rest)\(spaced) \(granted.french) accordés."
  }

  func attendanceRows() -> [AttendanceRow] {
    stays.map {
      AttendanceRow(
        member: name(of: $0.member), person: $0.person, arrival: $0.from.clockTime,
        departure: $0.until?.clockTime)
    }
  }

  func absentRows() -> [AbsentRow] {
    let came = Set(stays.map(\.member))
    return opening.charter.members.filter { !came.contains($0.id) }.map {
      AbsentRow(member: name(of: $0.id))
    }
  }

  func proposalRows() -> [ProposalRow] {
    proposals.map { proposal in
      let funded = Set(proposal.grants.filter { $0.amount > .zero }.map(\.number)).count
      let total = proposal.grants.map(\.amount).total().french
      return ProposalRow(
        id: proposal.id.printable, strategy: proposal.strategy.sentence,
        digest: proposal.digest.printable,
        outcome: "\(FrenchNumber.count(funded, "dossier", "dossiers")) pour \(total), "
          + "\(FrenchNumber.text(proposal.refusals.count)) sans financement")
    }
  }

  func voteRows() -> [VoteRow] {
    zip(voteTimes, state.votes).map { time, counted in
      let purses = counted.vote.purses.compactMap { state.purses[$0]?.label.printable }
      return VoteRow(
        time: time.clockTime, subject: counted.vote.subject.french.printable,
        purses: purses.isEmpty ? nil : purses.joined(separator: ", "),
        tally: counted.tally.french, ballots: ballots(of: counted.vote))
    }
  }

  func observationRows() -> [ObservationRow] {
    observations.map { at, observation in
      ObservationRow(
        time: at.clockTime, member: observation.member.map(name), text: observation.text.printable)
    }
  }

  private func ballots(of vote: Vote) -> String {
    BallotChoice.allCases.compactMap { choice -> String? in
      let voters = vote.ballots.filter { $0.choice == choice }.map { name(of: $0.member) }
      guard !voters.isEmpty else { return nil }
      let names = voters.joined(separator: "\u{00A0}; ")
      return "\(choice.french.capitalizedSentence)\u{00A0}: \(names)"
    }.joined(separator: ". ")
  }
}

extension ProposalStrategy {
  /// What the strategy does, in one sentence.
  fileprivate var sentence: String {
    switch self {
    case .rank:
      "Au rang\u{00A0}: les dossiers sont servis dans l’ordre du classement, et aucun n’est dépassé "
        + "par un moins bien classé tant qu’une enveloppe peut encore le financer."
    case .value:
      "À la valeur\u{00A0}: les dossiers retenus sont ceux dont la somme des notes est la plus grande."
    case .proportional:
      "Au prorata\u{00A0}: chaque dossier au-dessus du seuil reçoit la même part de son besoin."
    }
  }
}

extension DecisionKind {
  fileprivate func french(for count: Int) -> String {
    guard count > 1 else { return french }
    switch self {
    case .granted: return "accordés"
    case .partlyGranted: return "accordés partiellement"
    case .deferred: return "ajournés"
    case .refused: return "refusés"
    case .moot: return "sans objet"
    }
  }
}
