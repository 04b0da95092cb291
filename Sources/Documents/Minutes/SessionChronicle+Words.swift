import Committee
import Contract
import Dossiers
import Vocabulary

extension SessionChronicle {
  /// How many were needed, how many sat.
  var quorumInWords: String {
    let seats = opening.charter.members.count { $0.voice == .deliberative }
    let advisory = opening.charter.members.count - seats
    let members = FrenchNumber.count(seats, "membre", "membres")
    let beside =
      advisory == 0
      ? ""
      : ", sans compter \(FrenchNumber.count(advisory, "voix consultative", "voix consultatives"))"
    let rule = "Quorum\u{00A0}: \(counted(state.quorum)) au moins sur \(members)\(beside)."
    guard let first = presentAtFirstAct else { return "\(rule) Le comité n’a pas délibéré." }
    let arithmetic =
      "\(counted(first)) sur \(seats), \(first) ≥ \(state.quorum), quorum atteint."
    return "\(rule) À la première délibération\u{00A0}: \(arithmetic) "
      + "Au plus bas, \(counted(fewestSinceFirstAct))\u{00A0}: \(quorumAtTheFewest)"
  }

  /// Members who count: the represented too, where the charter says so.
  private func counted(_ number: Int) -> String {
    opening.charter.rules.countsProxies
      ? FrenchNumber.count(number, "présent ou représenté", "présents ou représentés")
      : FrenchNumber.count(number, "présent", "présents")
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
        member: seat(of: $0.member),
        person: $0.person + ($0.isSubstitute ? " (suppléant)" : ""), arrival: $0.from.clockTime,
        departure: $0.until?.clockTime)
    }
  }

  func absentRows() -> [AbsentRow] {
    let came = Set(stays.map(\.member))
    return opening.charter.members.filter { !came.contains($0.id) }.map {
      AbsentRow(member: seat(of: $0.id))
    }
  }

  /// A member as minuted, with its voice when its ballots do not count.
  private func seat(of member: FunderID) -> String {
    name(of: member) + (isAdvisory(member) ? " (voix consultative)" : "")
  }

  func isAdvisory(_ member: FunderID) -> Bool {
    opening.charter.members.contains { $0.id == member && $0.voice == .advisory }
  }

  func proposalRows() -> [ProposalRow] {
    proposals.map { proposal in
      ProposalRow(
        id: proposal.id.printable, strategy: proposal.strategy.sentence,
        digest: proposal.digest.printable, outcome: outcome(of: proposal))
    }
  }

  /// What a proposal gives, in figures.
  func outcome(of proposal: Proposal) -> String {
    let funded = Set(proposal.grants.filter { $0.amount > .zero }.map(\.number)).count
    let total = proposal.grants.map(\.amount).total().french
    return "\(FrenchNumber.count(funded, "dossier", "dossiers")) pour \(total), "
      + "\(FrenchNumber.text(proposal.refusals.count)) sans financement"
  }

  func observationRows() -> [ObservationRow] {
    observations.map { at, observation in
      ObservationRow(
        time: at.clockTime, member: observation.member.map(name), text: observation.text.printable)
    }
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
  /// The same word, in the plural for several.
  func french(for count: Int) -> String {
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
