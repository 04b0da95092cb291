public import Committee
import Contract
import Store
import Vocabulary

extension Desk {
  /// Records one act of the session.
  ///
  /// The secretary records them all; a funder, its promises on its own purses.
  ///
  /// - Parameters:
  ///   - act: what happened.
  ///   - context: the call.
  ///   - isSimulated: check, but write nothing.
  /// - Returns: the events it led to, and the state after them.
  /// - Throws: `SessionError` or ``DeskError``; nothing is then written.
  @discardableResult
  public func record(
    _ act: SessionAct, in context: CallContext, isSimulated: Bool = false
  ) throws -> PlayedActs {
    try permitRecording(act, in: context)
    return try startingOver {
      let session = try openSession(of: context)
      let instant = surroundings.now()
      let events = try events(of: act, on: session.state, in: context, at: instant)
      let state = try append(
        events, to: session, act: act.journalName, isSimulated: isSimulated)
      let recorded = events.enumerated().map { place, event in
        RecordedEvent(
          sequence: session.state.eventCount + place + 1, at: instant, actor: actorID,
          event: event)
      }
      return PlayedActs(events: recorded, state: state, isAlreadyApplied: false)
    }
  }

  private func permitRecording(_ act: SessionAct, in context: CallContext) throws {
    guard let purse = act.promisedPurse else {
      if act.isOpenToChair {
        _ = try permit("conduire la séance", to: .secretary, .chair)
      } else {
        _ = try permit("inscrire un acte de séance", to: .secretary)
      }
      return
    }
    let actor = try permit("noter un engagement", to: .secretary, .chair, .funder)
    guard actor.role == .funder else { return }
    let funder = context.call.purses.first { $0.id == purse }?.funder
    guard funder == actor.funder else {
      try store.journal(
        journalAct("refus", subject: "noter un engagement", detail: "enveloppe \(purse)"))
      throw DeskError.recused(
        actor: actorID, number: purse, reason: "cette enveloppe n’est pas celle de son financeur",
        remedy: "Un financeur ne s’engage que sur ses enveloppes.")
    }
  }

  /// What would fall if a purse took its promise back; nothing is written.
  ///
  /// - Parameters:
  ///   - withdrawal: the promise.
  ///   - context: the call.
  /// - Returns: the falls and a repair.
  /// - Throws: `SessionError` when nothing was promised, or ``DeskError``.
  public func preview(
    _ withdrawal: CommitmentWithdrawal, in context: CallContext
  ) throws -> WithdrawalPreview {
    try permitRecording(.event(.commitmentWithdrawn(withdrawal)), in: context)
    let session = try openSession(of: context)
    guard
      let preview = session.state.preview(
        ofWithdrawing: withdrawal.purse, from: withdrawal.number)
    else { throw SessionError.cell(withdrawal.number, .nothingPromised(withdrawal.purse)) }
    return preview
  }
}

extension SessionAct {
  /// The purse whose promise is made or taken back.
  fileprivate var promisedPurse: String? {
    switch self {
    case .event(.commitment(let commitment)): commitment.purse
    case .event(.commitmentWithdrawn(let withdrawal)): withdrawal.purse
    default: nil
    }
  }

  /// Whether the chair may do it as well as the secretary.
  fileprivate var isOpenToChair: Bool {
    switch self {
    case .propose, .keepScenario, .close, .event(.adjustment), .event(.suspended), .event(.resumed):
      true
    case .event, .amend, .vote: false
    }
  }

  /// How the journal names it.
  fileprivate var journalName: String {
    switch self {
    case .event(let event): event.type.journalName
    case .propose: "proposition"
    case .keepScenario: "scénario"
    case .amend: "amendement"
    case .vote: "vote"
    case .close: "clôture de séance"
    }
  }
}

extension SessionEventType {
  fileprivate var journalName: String {
    switch self {
    case .opened: "ouverture de séance"
    case .presence: "présence"
    case .departure: "départ"
    case .proxy: "procuration"
    case .recusal: "déport"
    case .called: "appel d’un dossier"
    case .proposal: "proposition"
    case .scenario: "scénario"
    case .amendment: "amendement"
    case .commitment: "engagement"
    case .commitmentWithdrawn: "retrait d’engagement"
    case .adjustment: "ajustement"
    case .decision: "décision"
    case .vote: "vote"
    case .observation: "observation"
    case .batch: "lot d’actes"
    case .suspended: "suspension"
    case .resumed: "reprise"
    case .closed: "clôture de séance"
    }
  }
}
