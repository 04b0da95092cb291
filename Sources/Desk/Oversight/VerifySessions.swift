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
    return try broken + brokenDecisions(of: call, against: outcome)
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

/// What the sessions of a call lead to, dossier by dossier.
private struct SessionOutcome {
  private var requested: [DossierNumber: [PurseAmount]] = [:]
  private var decided: [DossierNumber: (decision: Decision, place: DecisionPlace)] = [:]

  mutating func take(_ recorded: RecordedEvent, session: Int64) {
    switch recorded.event {
    case .opened(let opening):
      for application in opening.applications {
        requested[application.number] = application.requested
      }
    case .decision(let decision):
      let place = DecisionPlace(session: session, sequence: recorded.sequence)
      decided[decision.number] = (decision, place)
    default: break
    }
  }

  func agrees(onDecisionOf kept: KeptDecision) -> Bool {
    guard let (decision, place) = decided[kept.number] else { return kept.place == nil }
    return kept.place == place && kept.motive == decision.motive
      && kept.stage == decision.kind.rawValue
  }

  func agrees(onMoneyOf kept: KeptDecision) -> Bool {
    var expected: [String: Money] = [:]
    for asked in requested[kept.number] ?? [] {
      expected[asked.purse] = Money(requested: asked.amount, granted: .zero, isVoted: false)
    }
    for grant in decided[kept.number]?.decision.grants ?? [] {
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
