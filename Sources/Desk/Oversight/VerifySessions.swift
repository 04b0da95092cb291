import Committee
import Contract
import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Replays the sessions of a call and compares what they decided with what the tables hold.
  func brokenSessions(of call: Call) throws -> [BrokenInvariant] {
    var outcome = SessionOutcome()
    var broken: [BrokenInvariant] = []
    for session in try store.sessionNumbers(call: call.id) {
      var state = SessionState()
      do {
        try store.forEachEvent(session: session) { recorded in
          try state.apply(recorded)
          outcome.take(recorded, session: session)
        }
      } catch let error as SessionError {
        return [BrokenInvariant(name: "la séance se rejoue", culprits: [error.french])]
      }
      let breaches = state.invariantBreaches()
      if !breaches.isEmpty {
        broken.append(BrokenInvariant(name: "la séance respecte ses règles", culprits: breaches))
      }
    }
    for recorded in try store.decisionChanges(call: call.id) { outcome.take(recorded.change) }
    return try broken + brokenDecisions(of: call, against: outcome) + brokenLadder(of: call)
  }

  private func brokenDecisions(
    of call: Call, against outcome: SessionOutcome
  ) throws -> [BrokenInvariant] {
    var decisions: [String] = []
    var lines: [String] = []
    try store.forEachKeptDecision(call: call.id) { kept in
      if !outcome.agrees(onDecisionOf: kept) { decisions.append(kept.number.text) }
      if !outcome.agrees(onMoneyOf: kept) { lines.append(kept.number.text) }
    }
    let promises = [
      ("chaque décision est celle de la séance rejouée", decisions),
      ("les lignes de financement égalent les décisions de la séance", lines),
    ]
    return promises.compactMap { name, culprits in
      culprits.isEmpty ? nil : BrokenInvariant(name: name, culprits: Array(culprits.prefix(20)))
    }
  }
}

extension Desk {
  /// Amounts whose firmness is not that of the last act about them.
  fileprivate func brokenLadder(of call: Call) throws -> [BrokenInvariant] {
    var last: [DossierNumber: [String: String]] = [:]
    for move in try store.firmnessMoves(call: call.id) {
      last[move.number, default: [:]][move.purse] = move.firmness.rawValue
    }
    let culprits = try last.sorted { $0.key < $1.key }.filter { number, moves in
      try store.fundingLines(of: number).contains { line in
        guard let expected = moves[line.purse] else { return false }
        return line.firmness != expected && line.firmness != Firmness.cancelled.rawValue
          && line.firmness != Firmness.voted.rawValue
      }
    }.map(\.key.text)
    return culprits.isEmpty
      ? []
      : [
        BrokenInvariant(
          name: "la fermeté d’un montant est celle de son dernier acte",
          culprits: Array(culprits.prefix(20)))
      ]
  }
}

/// What the sessions of a call lead to, dossier by dossier.
private struct SessionOutcome {
  private var requested: [DossierNumber: [PurseAmount]] = [:]
  private var decided: [DossierNumber: (decision: Decision, place: DecisionPlace)] = [:]
  private var needs: [DossierNumber: Cents] = [:]
  /// The last change of each decision, and every purse that gave before it.
  private var changed: [DossierNumber: (change: DecisionChange, former: Set<String>)] = [:]

  mutating func take(_ recorded: RecordedEvent, session: Int64) {
    switch recorded.event {
    case .opened(let opening):
      for application in opening.applications {
        requested[application.number] = application.requested
        needs[application.number] = application.need
      }
    case .decision(let decision):
      let place = DecisionPlace(session: session, sequence: recorded.sequence)
      decided[decision.number] = (decision, place)
    default: break
    }
  }

  mutating func take(_ change: DecisionChange) {
    let before = changed[change.number]
    let gave =
      before?.change.grants ?? decided[change.number]?.decision.grants ?? []
    changed[change.number] = (
      change, (before?.former ?? []).union(gave.map(\.purse))
    )
  }

  func agrees(onDecisionOf kept: KeptDecision) -> Bool {
    guard let (decision, place) = decided[kept.number] else { return kept.place == nil }
    let change = changed[kept.number]?.change
    let kind = change?.outcome(need: needs[kept.number] ?? .zero) ?? decision.kind
    return kept.place == place && kept.motive == decision.motive && kept.stage == kind.rawValue
  }

  func agrees(onMoneyOf kept: KeptDecision) -> Bool {
    var expected: [String: Money] = [:]
    for asked in requested[kept.number] ?? [] {
      expected[asked.purse] = Money(requested: asked.amount, granted: .zero, isVoted: false)
    }
    for purse in changed[kept.number]?.former ?? [] {
      let asked = expected[purse]?.requested ?? .zero
      expected[purse] = Money(requested: asked, granted: .zero, isVoted: true)
    }
    let grants = changed[kept.number]?.change.grants ?? decided[kept.number]?.decision.grants
    for grant in grants ?? [] {
      let asked = expected[grant.purse]?.requested ?? .zero
      expected[grant.purse] = Money(requested: asked, granted: grant.amount, isVoted: true)
    }
    let found = kept.lines.reduce(into: [String: Money]()) { lines, line in
      lines[line.purse] = Money(
        requested: line.requested, granted: line.granted, isVoted: line.firmness != "demande")
    }
    return found == expected
  }

  private struct Money: Hashable {
    let requested: Cents
    let granted: Cents
    let isVoted: Bool
  }
}
