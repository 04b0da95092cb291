public import Committee
import Contract
import Dossiers
public import Store
import Vocabulary

/// A session, its events and the state they lead to.
public struct LiveSession: Sendable {
  public let record: SessionRecord
  public let events: [RecordedEvent]
  public let state: SessionState
}

extension Desk {
  /// The last session of a call with its events replayed.
  ///
  /// - Throws: ``DeskError/noSession``, or a session error when the ledger does not replay.
  public func session(of context: CallContext) throws -> LiveSession {
    guard let record = try store.lastSession(call: context.call.id) else {
      throw DeskError.noSession
    }
    let events = try store.events(of: record)
    return LiveSession(
      record: record, events: events, state: try SessionState.replay(events))
  }

  /// The open session of a call.
  func openSession(of context: CallContext) throws -> LiveSession {
    let session = try session(of: context)
    guard session.record.closedAt == nil else { throw DeskError.sessionAlreadyClosed }
    return session
  }

  /// Checks events against the state, then writes them; nothing is written when one is refused.
  ///
  /// - Returns: the state they lead to.
  /// - Throws: `SessionError`, or ``Store/Failure/overtaken`` when someone else wrote meanwhile.
  @discardableResult
  func append(
    _ events: [SessionEvent], to session: LiveSession, act: String, detail: String = "",
    isSimulated: Bool
  ) throws -> SessionState {
    let act = journalAct(act, subject: session.record.call, detail: detail)
    var state = session.state
    for event in events {
      try state.apply(
        RecordedEvent(
          sequence: state.eventCount + 1, at: act.at, actor: act.actor, event: event))
    }
    if !isSimulated {
      try store.append(
        SessionWrite(events: events, after: session.state.eventCount, act: act),
        to: session.record)
    }
    return state
  }

  /// Does it again, from what is now in the base, when someone else wrote in the session meanwhile:
  /// what the others decided may be a reason to refuse.
  ///
  /// - Throws: ``Store/Failure/overtaken`` after two new attempts, or what the act throws.
  func startingOver<Value>(_ act: () throws -> Value) throws -> Value {
    for _ in 0..<2 {
      do {
        return try act()
      } catch Store.Failure.overtaken {
        continue
      }
    }
    return try act()
  }
}
